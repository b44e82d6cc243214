// A page is served byte for byte.

import type { PageName } from "../pages.js";
import { type Asked, ask } from "./ask.js";
import { type Bench, type Finding, failed, passed, type ServerCheck } from "./check.js";

export const servesPage = (name: PageName): ServerCheck => ({
  async run(bench: Bench): Promise<Finding> {
    const { path, content } = bench.page(name);
    const asked = await ask(bench.subject, path);
    const { say } = bench;
    const evidence = { clients: [asked.life] };
    const unanswered = unansweredFinding(bench, asked);
    if (unanswered !== null) return unanswered;
    const { body, status } = asked;
    if (status !== 200) {
      const hint = status === 404 ? say.hints.notFoundThough(path) : say.hints.status200;
      return failed(`status ${status}`, say.got.status(status!, path), hint, evidence);
    }
    if (body.equals(content)) return passed(say.got.page(content.length, path), evidence);
    const at = firstDifference(body, content);
    // More may have come than the answer says that it has: nobody reads on then.
    const length = asked.headers.get("content-length");
    const toldLess = at === body.length && Number(length) === body.length;
    const got = toldLess
      ? say.got.wrongLength(length!, content.length)
      : say.got.differs(path, body.length, content.length, at);
    return failed("differs", got, hintOf(bench, name, body, content), evidence);
  },
});

export const check = servesPage("small");

/** Where an answer did not come at all: the finding, the same for whatever was asked. */
export function unansweredFinding({ say, subject }: Bench, asked: Asked): Finding | null {
  const { how, error, kernel, life, atRest } = asked;
  if (how === "answered") return null;
  const output = subject.server.output().slice(-10);
  const gone = subject.server.pids().length === 0;
  const words = kernel === null ? [] : [say.kernel(kernel)];
  const evidence = { clients: [life], output, words };
  const got = gone && how !== "silent" ? say.got.crashed : say.got.unanswered[how](error ?? "");
  const unaccepted = how === "silent" && kernel?.accepted === false;
  const hint = unaccepted ? say.hints.unaccepted : say.hints.unanswered[how];
  const finding = failed(gone ? "crashed" : how, got, gone ? say.hints.crashed : hint, evidence);
  return { ...finding, sure: how === "silent" && atRest };
}

function firstDifference(a: Buffer, b: Buffer): number {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at++;
  return at;
}

/** What usually is behind a page that comes out different. */
function hintOf({ say: { hints } }: Bench, name: PageName, body: Buffer, content: Buffer): string {
  const at = firstDifference(body, content);
  if (at === body.length) {
    if (name === "emoji" && content.length - body.length < 400) return hints.lengthInLetters;
    return body.length === 0 ? hints.emptyBody : hints.cutShort;
  }
  if (at === content.length) return hints.tooLong;
  if (body.equals(Buffer.from(content.toString("latin1").replaceAll("\n", "\r\n"), "latin1")))
    return hints.newlines;
  if (name === "emoji" || name === "binary") return hints.textInsteadOfBytes;
  return at === 0 ? hints.otherPage : hints.otherBytes;
}
