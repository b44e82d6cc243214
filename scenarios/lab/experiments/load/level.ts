// What was measured of one server at one number of connections, summed up.

import type { LoadFigures } from "../../../../clients/load/plan.js";
import type { LoadResult, LoadRound } from "../../../../results/result.js";
import { fairness } from "../../../../results/statistics.js";

export interface Level {
  connections: number;
  kept: boolean;
}

/** One measurement: what the load client told, and the processor time that the server and others took. */
export interface LoadMeasurement extends LoadFigures {
  serverCpuMs: number | null;
  othersCpuMs: number | null;
  /** The server ended meanwhile. */
  ended: boolean;
}

/** The round with the median throughput stands for all; the range is that of all. */
export function loadOf({ connections, kept }: Level, shots: readonly LoadMeasurement[]): LoadResult {
  const sorted = shots.toSorted((a, b) => rate(a) - rate(b));
  const shown = sorted[Math.floor((sorted.length - 1) / 2)]!;
  const rates = shots.map(rate);
  return {
    connections,
    kept,
    driver: shown.driver,
    rounds: shots.length,
    ...roundOf(shown),
    requestsPerSecondLow: Math.min(...rates),
    requestsPerSecondHigh: Math.max(...rates),
    distribution: shown.distribution,
    eachRound: shots.map(roundOf),
  };
}

/** Answers per second. */
export const rate = ({ completed, elapsedMs }: LoadMeasurement): number => (completed * 1000) / elapsedMs;

/** How many connections got an answer at all. */
export const servedOf = ({ perConnection }: LoadMeasurement): number =>
  perConnection.filter((count) => count > 0).length;

function roundOf(shot: LoadMeasurement): LoadRound {
  const { perConnection, latencyUs, sent, completed, failed, failures, inFlight, elapsedMs } = shot;
  return {
    requestsPerSecond: rate(shot),
    latencyUs,
    served: servedOf(shot),
    starved: shot.starved,
    leastServed: Math.min(...perConnection),
    mostServed: Math.max(...perConnection),
    fairness: fairness(perConnection),
    sent,
    completed,
    failed,
    failures,
    otherStatus: shot.otherStatus,
    inFlight,
    otherBodies: shot.otherBodies,
    unasked: shot.unasked,
    ended: shot.ended,
    turnedAway: shot.turnedAway,
    elapsedMs,
    generatorCpuMs: shot.generatorCpuMs,
    serverCpuMs: shot.serverCpuMs,
    othersCpuMs: shot.othersCpuMs,
  };
}
