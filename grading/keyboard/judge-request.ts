// Is the request that a client sends a valid one?

import { type CheckOutcome, failed, passed } from "../checks/check.js";
import type { Texts } from "../texts/texts.js";
import { statusOf } from "./crash.js";
import { evidenceOf } from "./evidence.js";
import type { Transcript } from "./session.js";

/** RFC 9112 §3: a request line of three words, fields, an empty line; every line ends with CR LF. */
export function judgeRequest(transcript: Transcript, say: Texts): CheckOutcome {
  const { first, unended, early, strange } = transcript;
  const { got, hints } = say;
  const head = (first.request?.head ?? unended)?.toString("latin1");
  if (head === undefined) {
    const silent = early ? got.endedAtOnce(statusOf(early, say)) : got.noRequest;
    const finding = failed("no request", silent, hints.get, evidenceOf(transcript, say));
    if (!strange) return finding;
    return { ...finding, status: "inconclusive", got: `${silent} ${got.strange}`, hint: hints.strange };
  }
  const [line = "", ...fields] = head.split(/\r?\n/);
  const evidence = { words: head.split(/\r?\n/).slice(0, 12) };
  const bad = (cause: string, what: string) => failed(cause, what, hints.get, evidence);
  const [, target, version] = /^GET (\S+) HTTP\/(1\.[01])$/.exec(line) ?? [];
  if (target === undefined) return bad("line", got.badRequest.line(line.slice(0, 200)));
  if (first.request === null) return bad("blank", got.badRequest.blank());
  if (first.request.path !== first.path)
    return bad("path", got.badRequest.path(line.slice(0, 200), first.path));
  if (/[^\r]\n/.test(head)) return bad("bare LF", got.badRequest["bare LF"]());
  const finding = passed(got.sent(line), evidence);
  const host = fields.some((field) => /^host:/i.test(field));
  return version === "1.1" && !host ? { ...finding, hint: hints.hostMissing } : finding;
}
