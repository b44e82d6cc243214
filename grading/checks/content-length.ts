// The answer says how long it is: Content-Length, and the number is right.

import { ask } from "./ask.js";
import { type CheckContext, type CheckOutcome, failed, passed, type ServerCheck } from "./check.js";
import { unansweredFinding } from "./page.js";

export const check: ServerCheck = {
  async run(bench: CheckContext): Promise<CheckOutcome> {
    const { say, subject } = bench;
    const { path, content } = bench.page("small");
    const asked = await ask(subject, path);
    const unanswered = unansweredFinding(bench, asked);
    if (unanswered !== null) return unanswered;
    const evidence = { clients: [asked.life] };
    const length = asked.headers.get("content-length");
    if (length === undefined) return failed("none", say.got.noLength, say.hints.contentLength, evidence);
    if (Number(length) === content.length) return passed(say.got.length(length), evidence);
    return failed("wrong", say.got.wrongLength(length, content.length), say.hints.contentLength, evidence);
  },
};
