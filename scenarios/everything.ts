// Runs all scenarios, one after the other, and keeps an index of what was found. It is written anew after each of them, so that
// nothing is lost whatever happens to the next.

import { headline } from "../results/answer.js";
import type { Conclusion, Result } from "../results/result.js";
import type { Language } from "../results/texts/texts.js";
import { texts as resultTexts } from "../results/texts/texts.js";
import { resultOf } from "./lab/experiments/result-of.js";
import type { Run } from "./lab/experiments/run-options.js";
import type { Part, Task } from "./options.js";
import type { Session } from "./session.js";
import { statusOf } from "./status.js";

/** Runs the parts of `all`; answers the index as it is at the end. */
export async function runEverything(task: Task, session: Session, language: Language): Promise<Result> {
  const { parts = [], scenario } = task;
  const startedAt = new Date().toISOString();
  const start = performance.now();
  const finished = new Map<string, Run>();
  const conclusions: Conclusion[] = [];
  const index = (): Result => ({
    ...resultOf(scenario.name, startedAt, start, []),
    conclusions: [...conclusions],
  });
  for (const [at, part] of parts.entries()) {
    const conclusion = await conclude(part, `${at + 1}/${parts.length} `, session, finished, language);
    conclusions.push(conclusion);
    console.error(`${at + 1}/${parts.length} ${part.name}: ${conclusion.answer ?? conclusion.why}`);
    if (at < parts.length - 1) await session.write(index(), task, new Map(), true);
  }
  return index();
}

/** One scenario from its start to its files. Whatever goes wrong with it is its conclusion. */
async function conclude(
  part: Part,
  before: string,
  session: Session,
  finished: Map<string, Run>,
  language: Language,
): Promise<Conclusion> {
  const { name } = part;
  if ("why" in part)
    return { scenario: name, state: "left out", answer: null, why: part.why, page: null, elapsedMs: 0 };
  const start = performance.now();
  const elapsed = () => performance.now() - start;
  try {
    const run = await session.run(part.task, before, finished);
    session.rest();
    finished.set(name, run);
    await session.write(run.result, part.task, run.attachments, true);
    const state = ({ 0: "as expected", 1: "unexpected", 3: "not carried out" } as const)[
      statusOf(run.result)
    ];
    const answer = headline(run.result, resultTexts(language));
    return { scenario: name, state, answer, page: name, elapsedMs: elapsed() };
  } catch (error) {
    session.rest();
    console.error(error); // a bug of ours: the others are run all the same
    const why = error instanceof Error ? error.message : String(error);
    return { scenario: name, state: "failed", answer: null, why, page: null, elapsedMs: elapsed() };
  }
}
