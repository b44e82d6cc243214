// One trial of "client 1 holds, client 2 asks": the evidence rule, step by step.

import { setImmediate as turn } from "node:timers/promises";
import { type Client, heard } from "../../../clients/client.js";
import { TcpClient } from "../../../clients/tcp.js";
import type { ClientResult, Hold, Trial } from "../../../results/result.js";
import type { Observer } from "../observe/observer.js";
import type { Question } from "../observe/question.js";
import { waitForReply } from "../observe/wait-for-reply.js";
import {
  type Baseline,
  completeAnswer,
  hearsBehind,
  isLong,
  patienceFor,
  releasePatience,
} from "../subject/patience.js";
import { holderLife, NotHeld, release, takeHold } from "./holding.js";
import { lifeOf, outcomeOf, waitOf } from "./outcome.js";

/** Looks at the clients at the moment that decides. */
export type Look = (clients: Client[]) => Promise<void>;

export interface TrialPlan {
  hold: Hold;
  question: Question;
  /** What a lone client got: the right answer. */
  expected: Baseline;
  patienceMs: number;
  /** Called while client 1 still holds and the patience is used up: the moment for pictures. */
  look?: Look;
}

/**
 * Client 2 was answered after the release, but so late that it would not have been answered sooner without client 1: the
 * patience, which comes from clients that were alone before, is too short for this server.
 */
export class TimeoutTooShort extends Error {
  readonly answerMs: number;

  constructor(answerMs: number) {
    super(`an answer took ${answerMs} ms, and nobody was in its way`);
    this.answerMs = answerMs;
  }
}

/** Runs one trial on a server that is at rest, with two clients that are ready. Throws NotHeld, or TimeoutTooShort. */
export async function runTrial(
  [first, second]: [Client, Client],
  observer: Observer,
  plan: TrialPlan,
): Promise<Trial> {
  const { question } = plan;
  const start = performance.now();
  try {
    // 1. Client 1 is confirmed in its hold before client 2 asks.
    const hold = await takeHold(first, plan.hold, observer, question);
    const patienceMs = Math.max(plan.patienceMs, patienceOf(first, observer));
    const holdingMs = performance.now() - first.startedAt;

    // 2. Client 2 connects and asks. That it connects proves nothing: the kernel completes it before accept.
    const secondAccepted = observer.follow(second);
    second.ask(question.path);

    // 3. A whole answer while client 1 holds, or the patience is used up and the server is at rest.
    await hearsBehind(second, first, observer, question, patienceMs);
    const evidence = observer.evidence(second);
    // A head alone is no answer: whoever serves client 1 may still have to write the rest.
    const early = heard(second) && (!second.answered || (await completeAnswer(second, observer, question)));
    if (second.answered && !observer.stays(first)) throw new NotHeld("closed");
    await plan.look?.([first, second]);

    // 4. The release test: client 1 leaves.
    if (!early) await observer.following.lookClosely();
    const releasedMs = performance.now() - first.startedAt;
    // Of a slow server that has answered already, no more time is asked.
    if (early && isLong(plan.expected.answerMs)) await first.leave();
    else await release(first, plan.hold, observer, question);
    const begun = second.answered && !early;
    const over = () => (begun ? second.answer?.complete === true : second.answered) || second.ending !== null;
    if (!early) await waitForReply(second, observer, question, releasePatience(question, patienceMs), over);
    await turn(); // accept and answer may have come in one turn of the event loop: now it is seen that it was accepted
    if (second.answered) await completeAnswer(second, observer, question);

    const outcome = outcomeOf(second, early, plan.expected);
    const lateMs =
      second.startedAt + (second.times.firstByteMs ?? second.times.closedMs ?? 0) - first.leftAt!;
    const timeoutTooShort = lateMs > patienceMs && patienceMs < question.silenceMs;
    if (outcome === "blocked" && !begun && timeoutTooShort) throw new TimeoutTooShort(lateMs);
    const afterwards = outcome === "silent" ? await freshClient(observer, plan) : undefined;
    await second.leave();
    await observer.atRest();
    const clients: ClientResult[] = [
      { ...holderLife(plan.hold, lifeOf(first, start, await hold.accepted)), holdingMs, releasedMs },
      {
        ...lifeOf(second, start, await secondAccepted),
        outcome,
        ...waitOf(second, outcome, evidence, { name: first.name, leftAt: first.startedAt + releasedMs }),
      },
    ];
    return { outcome, clients, patienceMs, ...(afterwards && { afterwards }) };
  } finally {
    await Promise.all([first.destroy(), second.destroy()]);
  }
}

/** The patience that client 1's own answer asks for, where it had one; it may have been slower than those before it. */
const patienceOf = ({ kind, times }: Client, observer: Observer): number =>
  kind === "tcp" && times.firstByteMs !== null
    ? patienceFor(times.firstByteMs, observer.kernel.canSeeConnections)
    : 0;

/** After a silence: does anybody else get an answer? Tells a dead server from one that is deaf to client 2. */
async function freshClient(
  observer: Observer,
  { question, patienceMs }: TrialPlan,
): Promise<"alive" | "dead"> {
  const client = new TcpClient("fresh client", observer.server.endpoint, { keepBody: false });
  try {
    client.ask(question.path);
    await waitForReply(client, observer, question, releasePatience(question, patienceMs));
    return client.answered ? "alive" : "dead";
  } finally {
    await client.destroy();
  }
}
