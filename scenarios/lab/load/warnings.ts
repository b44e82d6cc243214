// What keeps the figures of a load from bearing a conclusion, and what to do about it.

import { cpus } from "node:os";
import type { LoadResult, LoadRound, Note } from "../../../results/result.js";

/** The load client is one thread: near a whole processor it is what is measured. */
const BUSY = 0.85;
/** A 99th percentile rests on the slowest hundredth: of fewer answers than this, that is fewer than five. */
const ENOUGH_ANSWERS = 500;
const WIDE = 1.5;
/** Of the processors' time, for whoever is no part of the experiment. */
const DISTURBED = 0.2;
const ENOUGH_ROUNDS = 3;

/** `partOfMore`: measured once among others, as in a report, it needs no warning of few trials. */
export function* warnings(load: readonly LoadResult[], partOfMore: boolean): Generator<Note> {
  const worst = load
    .filter((level) => level.kept && level.starved > 0)
    .toSorted((a, b) => b.starved - a.starved)[0];
  if (worst !== undefined) {
    yield { key: "starved", values: { starved: worst.starved, connections: worst.connections } };
  }
  const failing = load.toSorted((a, b) => b.failed - a.failed)[0];
  if (failing !== undefined && failing.failed > 0) {
    const { failed, sent, connections, failures } = failing;
    yield { key: "requests-failed", values: { failed, sent, connections, ...failures } };
  }
  if (load.some(({ generatorCpuMs, elapsedMs }) => generatorCpuMs > BUSY * elapsedMs)) {
    yield { key: "generator-busy" };
  }
  const others = ({ othersCpuMs, elapsedMs }: LoadRound) => (othersCpuMs ?? 0) / (elapsedMs * cpus().length);
  const disturbed = Math.max(0, ...load.flatMap(({ eachRound }) => eachRound.map(others)));
  if (disturbed > DISTURBED) {
    yield { key: "machine-busy", values: { percent: 10 * Math.ceil(10 * disturbed) } };
  }
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
