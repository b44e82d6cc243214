// The lab's experiments and inquiries, made on a server that already runs.

import type { ServerResult } from "../../results/result.js";
import { type Language, texts } from "../../results/texts/texts.js";
import { holds } from "../../scenarios/holds.js";
import { HoldsExperiment } from "../../scenarios/lab/experiments/holds.js";
import { ModelExperiment } from "../../scenarios/lab/experiments/model/model.js";
import { WaitingExperiment } from "../../scenarios/lab/experiments/waiting.js";
import type { ServerUnderTest } from "../../scenarios/lab/subject/server-under-test.js";
import { model } from "../../scenarios/model.js";
import type { WaitingScenario } from "../../scenarios/scenario.js";

/** What the lab remarks on that a student should know of, whatever the check is about. */
const FAULTS = /^(ended|keeps|loses|raw)-/;

/** In the student's language. */
export const faultsOf = ({ notes }: Pick<ServerResult, "notes">, language: Language): string[] =>
  notes
    .filter(({ key }) => FAULTS.test(key))
    .map(({ key, values }) => texts(language).notes[key]((name: string) => String(values?.[name] ?? "?")));

/** Each throws what the lab's `explain` explains. */
export async function runExperiment(
  subject: ServerUnderTest,
  scenario: WaitingScenario,
  trials: number,
): Promise<ServerResult> {
  return (
    await new WaitingExperiment(subject, scenario, { trials, partOfMore: true, pictured: false }).carryOut()
  ).server;
}

export async function runHolds(subject: ServerUnderTest, trials: number): Promise<ServerResult> {
  return (await new HoldsExperiment(subject, holds, { trials }).carryOut()).server;
}

export async function runModel(subject: ServerUnderTest): Promise<ServerResult> {
  return (await new ModelExperiment(subject, model).carryOut()).server;
}
