// The course report made again: how many of its observations came out the same, and each of them as a row.

import type { Observation, Result } from "./result.js";
import type { Rows } from "./rows.js";
import type { Texts } from "./texts/texts.js";
import { clean } from "./words.js";

/** "14 of 14 observations of the course report were reproduced.", and where some were not, a second sentence about those. */
export function observed(observations: readonly Observation[], texts: Texts): [count: string, rest?: string] {
  const number = (reproduced: boolean | null) =>
    observations.filter((one) => one.reproduced === reproduced).length;
  const [yes, no, untried] = [number(true), number(false), number(null)];
  const { count, rest } = texts.observations;
  const sentence = count(String(yes), String(observations.length));
  return no + untried > 0 ? [sentence, rest(String(no), String(untried))] : [sentence];
}

/** One row per observation, in the report's order; only the first row of an experiment names it. */
export function observationRows({ observations = [] }: Result, texts: Texts): Rows {
  const { experiment, saw, measured, reproduced, same, experiments, sights } = texts.observations;
  return {
    head: [experiment, texts.heads.server, saw, measured, reproduced],
    figures: [],
    rows: observations.map((one, at) => [
      observations[at - 1]?.experiment === one.experiment
        ? ""
        : `${one.experiment}. ${experiments[one.experiment]}`,
      one.server,
      sights[one.saw],
      one.measured === null ? "-" : one.measured === one.saw ? same : sights[one.measured],
      judgement(one, texts),
    ]),
  };
}

/** Reproduced, not reproduced, or why it could not be tried. */
export function judgement({ reproduced, why }: Observation, texts: Texts): string {
  if (reproduced !== null) return reproduced ? texts.observations.yes : texts.observations.no;
  return why ? `${texts.observations.untried}: ${clean(why)}` : texts.observations.untried;
}
