// A page is served byte for byte.

import type { ServerUnderTest } from "../../scenarios/lab/subject/server-under-test.js";
import type { PageName } from "../pages.js";
import { type Asked, ask } from "./ask.js";
import { type CheckContext, type CheckOutcome, failed, passed, type ServerCheck } from "./check.js";
import { differenceOf, firstDifference } from "./page-difference.js";

export const servesPage = (name: PageName): ServerCheck => ({
  async run(bench: CheckContext): Promise<CheckOutcome> {
    const { path, content } = bench.page(name);
    const asked = await ask(bench.subject, path);
    const { say } = bench;
    const evidence = { clients: [asked.life] };
    const unanswered = unansweredFinding(bench, asked);
    if (unanswered !== null) return unanswered;
    const { body, status } = asked;
    if (status !== 200) {
      const hint = status === 404 ? say.hints.notFoundThough : say.hints.status200;
      return failed(`status ${status}`, say.got.status(status!, path), hint, evidence);
    }
    if (body.equals(content)) return passed(say.got.page(content.length, path), evidence);
    const difference = differenceOf(body, content);
    if (difference === "line end after it")
      return passed(say.got.pageAndLineEnd(content.length, path), evidence);
    // More may have come than the answer says that it has: nobody reads on then.
    const length = asked.headers.get("content-length");
    const at = firstDifference(body, content);
    const toldLess = at === body.length && Number(length) === body.length;
    const got = toldLess
      ? say.got.wrongLength(length!, content.length)
      : say.got.differs(path, body.length, content.length, at);
    const fixed =
      difference === "other page" && (await answersAlike(bench.subject, bench.site.missing, body));
    const hint = fixed ? say.hints.fixedPage : say.hints.page[difference];
    return failed("differs", fixed ? say.got.fixedPage(body.length) : got, hint, evidence);
  },
});

/** Does it give the same to whoever asks for another page? Where one of the two is not there, it reads no file. */
export async function answersAlike(subject: ServerUnderTest, path: string, body: Buffer): Promise<boolean> {
  const another = await ask(subject, path);
  return another.how === "answered" && another.body.equals(body);
}

export const check = servesPage("small");

/** Where an answer did not come at all: the finding, the same for whatever was asked. */
export function unansweredFinding({ say, subject }: CheckContext, asked: Asked): CheckOutcome | null {
  const { how, error, kernel, life, why, atRest } = asked;
  if (how === "answered") return null;
  const output = subject.server.output().slice(-10);
  const gone = subject.server.pids().length === 0;
  const words = kernel === null ? [] : [say.kernel(kernel)];
  const evidence = { clients: [life], output, words };
  const got = gone && how !== "silent" ? say.got.crashed : say.got.unanswered[how](error ?? "");
  const hint = why === null ? say.hints.unanswered[how] : say.hints.silent[why];
  const finding = failed(gone ? "crashed" : how, got, gone ? say.hints.crashed : hint, evidence);
  return { ...finding, sure: how === "silent" && atRest };
}
