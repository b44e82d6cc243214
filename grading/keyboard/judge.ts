// What a session shows of a student's client, check by check.

import { type Finding, failed, passed } from "../checks/check.js";
import type { CheckName } from "../checks/registry.js";
import { lacksSomething } from "../examiner/failure.js";
import type { Texts } from "../texts/texts.js";
import { showsCrash, signalOf, statusOf } from "./crash.js";
import type { Transcript, Turn } from "./session.js";

export type SessionCheck = Extract<
  CheckName,
  "connects" | "get" | "prints" | "shows-404" | "asks-again" | "exit"
>;

/** Every finding that can be had of a session; those that need what failed before are missing. */
export function judge(transcript: Transcript, say: Texts): Partial<Record<SessionCheck, Finding>> {
  const { connected, first, missing, second, early, left, output } = transcript;
  const evidence = { output };
  const { got, hints } = say;
  const fail = (cause: string, what: string, hint: string) => failed(cause, what, hint, evidence);
  if (!connected) {
    if (early && lacksSomething(early.status, output)) {
      const got = output.at(-1) ?? say.got.notConnected.ended(statusOf(early, say));
      return { connects: { status: "inconclusive", cause: "lacking", got, hint: hints.lacking, evidence } };
    }
    const what = early ? got.notConnected.ended(statusOf(early, say)) : got.notConnected.waiting();
    const crashed = early !== null && (signalOf(early) !== null || showsCrash(early, output.join("\n")));
    const hint = crashed ? hints.clientCrashed : hints.connects;
    return { connects: fail(early ? "ended" : "waiting", what, hint) };
  }
  const findings: Partial<Record<SessionCheck, Finding>> = {
    connects: passed(got.connected("127.0.0.1"), evidence),
    get: judgeRequest(transcript, say),
    exit: left
      ? passed(got.left(statusOf(left, say)))
      : fail("stayed", early ? got.endedAtOnce(statusOf(early, say)) : got.stayed, hints.exit),
  };
  const endedEarly = missing.request === null ? got.endedAfterFirst : got.notAskedAgain.ended;
  if (early !== null && first.request !== null) findings.exit = fail("ended", endedEarly, hints.exit);
  if (first.request === null) return findings;
  findings.prints = judgePrinted(first, say, output);
  if (missing.request === null) {
    findings["shows-404"] = fail("no request", early ? endedEarly : got.noRequest, hints.asksAgain);
  } else {
    findings["shows-404"] = missing.shown
      ? passed(got.shown404, evidence)
      : fail("not shown", got.notShown404, hints.shows404);
  }
  const how =
    second.request === null
      ? early
        ? "ended"
        : "silent"
      : second.printed.length === 0
        ? "not printed"
        : null;
  findings["asks-again"] =
    how === null
      ? passed(got.askedAgain, evidence)
      : fail(how, how === "ended" ? endedEarly : got.notAskedAgain[how], hints.asksAgain);
  return findings;
}

function judgePrinted({ words, printed }: Turn, { got, hints }: Texts, output: string[]): Finding {
  if (printed.length === words.length) return passed(got.printed(words.length), { output });
  return failed("not printed", got.printedSome(printed.length, words.length), hints.prints, { output });
}

/** RFC 9112 §3: a request line of three words, fields, an empty line; every line ends with CR LF. */
function judgeRequest({ first, unended, early, output }: Transcript, say: Texts): Finding {
  const { got, hints } = say;
  const head = (first.request?.head ?? unended)?.toString("latin1");
  const silent = early ? got.endedAtOnce(statusOf(early, say)) : got.noRequest;
  if (head === undefined) return failed("no request", silent, hints.get, { output });
  const [line = "", ...fields] = head.split(/\r?\n/);
  const evidence = { words: head.split(/\r?\n/).slice(0, 12) };
  const bad = (cause: string, what: string) => failed(cause, what, hints.get, evidence);
  const [, target, version] = /^GET (\S+) HTTP\/(1\.[01])$/.exec(line) ?? [];
  if (target === undefined) return bad("line", got.badRequest.line(line.slice(0, 200)));
  if (first.request === null) return bad("blank", got.badRequest.blank());
  if (first.request.path !== first.path)
    return bad("path", got.badRequest.path(line.slice(0, 200), first.path));
  if (/(^|[^\r])\n/.test(head)) return bad("bare LF", got.badRequest["bare LF"]());
  const finding = passed(got.sent(line), evidence);
  const host = fields.some((field) => /^host:/i.test(field));
  return version === "1.1" && !host ? { ...finding, hint: hints.hostMissing } : finding;
}
