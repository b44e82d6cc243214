// One trial of a single client: it asks, and nobody else is there.

import type { Client } from "../../../clients/client.js";
import type { Trial } from "../../../results/result.js";
import type { Observer } from "../observe/observer.js";
import type { Question } from "../observe/question.js";
import type { ServerEnded } from "../subject/ending.js";
import { type Baseline, loneAnswer, type NoLoneAnswer } from "../subject/patience.js";
import type { ServerUnderTest } from "../subject/server-under-test.js";
import { explain } from "./failure.js";
import { lifeOf, loneOutcome } from "./outcome.js";
import type { Look } from "./trial.js";

export interface LonePlan {
  question: Question;
  /** The status that is right. */
  status: number;
  look?: Look;
}

/** A trial of one client, and what it got: an answer with whatever status, or none. */
export interface LoneTrial {
  trial: Trial;
  answer: Baseline | NoLoneAnswer | ServerEnded;
}

/** One client asks alone, and is watched as closely as two. */
export async function runLoneTrial(client: Client, observer: Observer, plan: LonePlan): Promise<LoneTrial> {
  const start = performance.now();
  try {
    const accepted = observer.follow(client);
    const answer = await loneAnswer(client, observer, plan.question);
    await plan.look?.([client]);
    const evidence = observer.evidence(client);
    const stayed = client.answered && observer.stays(client);
    const outcome = loneOutcome(answer, plan.status);
    await client.leave();
    await observer.atRest();
    const life = lifeOf(client, start, await accepted);
    const kernel = evidence && { kernel: evidence };
    return { trial: { outcome, clients: [{ ...life, outcome, stayed, ...kernel }] }, answer };
  } finally {
    await client.destroy();
  }
}

/** Why a lone client did not get what it should. `problem`: what was wrong with its answer, apart from the status. */
export function loneFailure(
  { clients }: Trial,
  problem: NoLoneAnswer | ServerEnded | undefined,
  status: number,
  subject: ServerUnderTest,
): string | null {
  if (problem !== undefined) return explain(problem, subject);
  const { texts } = subject.equipment;
  return texts.wrongStatus(String(clients[0]!.status), String(status), subject.question.missing);
}
