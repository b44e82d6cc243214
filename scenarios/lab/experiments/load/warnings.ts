// What keeps the figures of a load from bearing a conclusion, and what to do about it.

import { cpus } from "node:os";
import { generatorBusy } from "../../../../results/load/busy.js";
import type { LoadResult, Note } from "../../../../results/result.js";

/** A 99th percentile rests on the slowest hundredth: of fewer answers than this, that is fewer than five. */
const ENOUGH_ANSWERS = 500;
const WIDE = 1.5;
/** Of the processors' time, for whoever is no part of the experiment. */
const DISTURBED = 0.2;
const ENOUGH_ROUNDS = 3;

/**
 * `partOfMore`: measured once among others, as in a report, it needs no warning of few trials. `backlog`: the limit of its
 * accept queue; null: this system can't say.
 */
export function* warnings(
  load: readonly LoadResult[],
  { partOfMore = false, backlog = null }: { partOfMore?: boolean; backlog?: number | null },
): Generator<Note> {
  const worst = load
    .filter((level) => level.kept && level.starved > 0 && level.served > 0)
    .toSorted((a, b) => b.starved - a.starved)[0];
  if (worst !== undefined) {
    yield { key: "starved", values: { starved: worst.starved, connections: worst.connections } };
  }
  const turnedAway = Math.max(0, ...load.map((level) => level.turnedAway));
  if (turnedAway > 0) yield { key: "turned-away", values: { turnedAway, backlog: backlog ?? "?" } };
  const failing = load.toSorted((a, b) => b.failed - a.failed)[0];
  if (failing !== undefined && failing.failed > 0) {
    const { failed, sent, connections, failures } = failing;
    yield { key: "requests-failed", values: { failed, sent, connections, ...failures } };
  }
  const unasked = load.reduce((sum, level) => sum + level.unasked, 0);
  if (unasked > 0) yield { key: "unasked-answers", values: { unasked } };
  const other = load.toSorted((a, b) => b.otherBodies - a.otherBodies)[0];
  if (other !== undefined && other.otherBodies > 0) {
    const { otherBodies, completed, connections } = other;
    yield { key: "other-bodies", values: { otherBodies, completed, connections } };
  }
  const busy = [...new Set(load.filter(generatorBusy).map(({ connections }) => connections))];
  if (busy.length > 0) yield { key: "generator-busy", values: { connections: busy.join(", ") } };
  yield* disturbance(
    load.flatMap(({ eachRound }) => eachRound.map((round) => ({ ...round, tookMs: round.elapsedMs }))),
  );
  const wide = ({ requestsPerSecondLow: low, requestsPerSecondHigh: high }: LoadResult) => high > WIDE * low;
  if (load.some(wide)) yield { key: "wide-range" };
  const fewest = Math.min(...load.map(({ completed }) => completed));
  if (fewest < ENOUGH_ANSWERS) yield { key: "few-answers", values: { fewest } };
  if (load.some(({ driver, kept }) => kept && driver === "own")) yield { key: "own-load-client" };
  const [first] = load;
  if (first !== undefined && first.rounds < ENOUGH_ROUNDS && !partOfMore) {
    yield { key: "few-trials", values: { trials: first.rounds } };
  }
}

/** Has somebody else taken the processors while these were measured? */
export function* disturbance(
  rounds: readonly { othersCpuMs: number | null; tookMs: number }[],
): Generator<Note> {
  const shares = rounds.map(({ othersCpuMs, tookMs }) => (othersCpuMs ?? 0) / (tookMs * cpus().length));
  const most = Math.max(0, ...shares);
  if (most > DISTURBED) yield { key: "machine-busy", values: { percent: 5 * Math.round(20 * most) } };
}
