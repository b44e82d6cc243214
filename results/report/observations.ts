// The course report made again: how many of its observations came out the same, and each of them as a row.

import type { LoadObservation, Observation, Result } from "../result.js";
import type { Rows } from "../rows.js";
import type { Texts } from "../texts/texts.js";
import { list } from "../words.js";
import { factOf } from "./facts.js";

/** "14 of 14 observations of the course report were reproduced.", and where some were not, a second sentence about those. */
export function observed(observations: readonly Observation[], texts: Texts): [count: string, rest?: string] {
  const number = (reproduced: boolean | null) =>
    observations.filter((one) => one.reproduced === reproduced).length;
  const [yes, no, untried] = [number(true), number(false), number(null)];
  const { count, rest } = texts.observations;
  const sentence = count(String(yes), String(observations.length));
  return no + untried > 0 ? [sentence, rest(String(no), String(untried))] : [sentence];
}

/** One row per observation, in the report's order, then what autocannon saw; only the first row of an experiment names it. */
export function observationRows({ observations = [], loadObservations = [] }: Result, texts: Texts): Rows {
  const { experiment, saw, measured, reproduced, experiments, sights } = texts.observations;
  const loads = inOrder(loadObservations);
  return {
    head: [experiment, texts.heads.server, saw, measured, reproduced],
    figures: [],
    rows: [
      ...observations.map((one, at) => [
        observations[at - 1]?.experiment === one.experiment
          ? ""
          : `${one.experiment}. ${experiments[one.experiment]}`,
        one.server,
        sights[one.saw],
        finding(one, texts),
        judgement(one, texts),
      ]),
      ...loads.map((one, at) => [
        loads[at - 1]?.connections === one.connections
          ? ""
          : texts.observations.autocannon(String(one.connections)),
        one.server,
        "-",
        loadSight(one, texts),
        loadJudgement(one, texts),
      ]),
    ],
  };
}

/** What was measured; where that is not what the report saw, what was seen instead stands before it. */
function finding(one: Observation, texts: Texts): string {
  if (one.measured === null) return "-";
  const { same, sights } = texts.observations;
  const fact = factOf(one, texts);
  if (one.measured === one.saw) return fact ?? same;
  return fact === null ? sights[one.measured] : `${sights[one.measured]}: ${fact}`;
}

/** By the number of connections, then by server, as the other experiments are. */
export const inOrder = (loads: readonly LoadObservation[]): LoadObservation[] =>
  loads.toSorted((a, b) => a.connections - b.connections);

/** How many of its connections were served, and that the others never were. */
export function loadSight({ served, connections }: LoadObservation, texts: Texts): string {
  if (served === null) return "-";
  const { allServed, someServed } = texts.observations;
  return (served === connections ? allServed : someServed)(String(served), String(connections));
}

/** As expected of such a server, not so, or that it could not be tried: why, the remarks say, once for all experiments. */
export function loadJudgement({ asExpected }: LoadObservation, texts: Texts): string {
  if (asExpected === null) return texts.untried;
  return asExpected ? texts.observations.expected : texts.observations.unexpected;
}

/** "With two connections, autocannon …", for each of the two servers, in a sentence; null: it was not asked. */
export function loadAnswer(loads: readonly LoadObservation[], texts: Texts): string | null {
  const several = loads.filter(({ connections, served }) => connections > 1 && served !== null);
  if (several.length === 0) return null;
  const each = several.map(({ server, served, connections }) =>
    texts.observations.servedAt(server, String(served), String(connections)),
  );
  return texts.observations.autocannonAnswer(list(each, texts));
}

/** Reproduced, not reproduced, or that it could not be tried. */
export function judgement({ reproduced }: Observation, texts: Texts): string {
  if (reproduced === null) return texts.untried;
  return reproduced ? texts.observations.yes : texts.observations.no;
}
