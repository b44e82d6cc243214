// A request that comes in pieces is answered like one that comes at once.

import { get } from "../../clients/tcp.js";
import { ask } from "./ask.js";
import { type CheckContext, type CheckOutcome, failed, passed, type ServerCheck } from "./check.js";
import { unansweredFinding } from "./page.js";

/** Long enough for a server that takes one recv for a whole request to answer the first piece. */
const PAUSE_MS = 150;

export const check: ServerCheck = {
  async run(bench: CheckContext): Promise<CheckOutcome> {
    const { say, subject } = bench;
    const { path, content } = bench.page("small");
    await subject.observer();
    const request = get(path, subject.server.endpoint);
    const [first, second] = [request.slice(0, 9), request.slice(9)];
    const asked = await ask(subject, path, { pieces: [first, second], pauseMs: PAUSE_MS });
    const unanswered = unansweredFinding(bench, asked);
    if (unanswered !== null) return { ...unanswered, hint: say.hints.pieces };
    const evidence = { clients: [asked.life] };
    if (asked.status === 200 && asked.body.equals(content))
      return passed(say.got.page(content.length, path), evidence);
    return failed(`status ${asked.status}`, say.got.status(asked.status!, path), say.hints.pieces, evidence);
  },
};
