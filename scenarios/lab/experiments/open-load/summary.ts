// What was seen of one schedule at one server, summed up.

import type { Moments } from "../../../../clients/load/latencies.js";
import type { CapacityFigures, ScheduleFigures } from "../../../../clients/load/plan.js";
import type {
  Capacity,
  Latencies,
  OpenLoadResult,
  OpenLoadRound,
  Prediction,
} from "../../../../results/result.js";
import { range } from "../../../../results/statistics.js";
import { little, predict } from "./prediction.js";

/** One schedule in one round: what was measured before, what was planned, what was seen, and who took the processors. */
export interface Schedule {
  /** Of what the server can do. */
  percent: number;
  capacity: Capacity;
  perSecond: number;
  figures: ScheduleFigures;
  cpu: { serverCpuMs: number | null; othersCpuMs: number | null };
}

/** A queue that holds more than this part of all that was planned, when the schedule ends, has grown all the time. */
const GROWN = 0.02;

const BEYOND = 1.05;

/** What a server can do, from a load over one connection and one over all; where it serves one of all, that says both. */
export function capacityOf(alone: CapacityFigures, all: CapacityFigures): Capacity {
  const { mean = 0, deviation = 0 } = (all.lines === 1 ? all : alone).latencyUs ?? {};
  return {
    lines: all.lines,
    perSecond: all.perSecond,
    serviceUs: mean,
    variation: mean === 0 ? 0 : deviation / mean,
  };
}

/**
 * Every schedule summed up. One round stands for all, so that its rows belong together: what a server can do drifts with
 * the machine, and what is planned with it. It is that with the median capacity, of those that were carried out to the end.
 */
export function openLoadsOf(
  percents: readonly number[],
  rounds: readonly (readonly Schedule[])[],
): OpenLoadResult[] {
  const whole = rounds.filter((round) => round.length === percents.length);
  const capacity = (round: readonly Schedule[]) => round[0]?.capacity.perSecond ?? 0;
  const sorted = (whole.length > 0 ? whole : rounds).toSorted((a, b) => capacity(a) - capacity(b));
  const middle = sorted[Math.floor((sorted.length - 1) / 2)] ?? [];
  return percents.flatMap((percent) => {
    const all = rounds.flatMap((round) => round.find((schedule) => schedule.percent === percent) ?? []);
    const shown = middle.find((schedule) => schedule.percent === percent) ?? all[0];
    return shown === undefined ? [] : [openLoadOf(shown, all)];
  });
}

function openLoadOf(shown: Schedule, all: readonly Schedule[]): OpenLoadResult {
  const means = all.map(({ figures }) => figures.fromPlanUs?.mean ?? null);
  const grown = all.filter(({ figures }) => hasGrown(figures)).length;
  return {
    percent: shown.percent,
    rounds: all.length,
    saturated: grown > all.length / 2,
    ...roundOf(shown),
    meanUsRange: means.includes(null) ? null : range(means.filter((mean) => mean !== null)),
    distribution: shown.figures.distribution,
    eachRound: all.map(roundOf),
  };
}

function hasGrown({ backlogAtEnd, planned, lines }: ScheduleFigures): boolean {
  return backlogAtEnd > lines + GROWN * planned;
}

/** Where more was answered than the capacity should allow, it was measured too low: nothing follows from it. */
function predictionOf(capacity: Capacity, perSecond: number, figures: ScheduleFigures): Prediction {
  const { answeredPerSecond, elapsedMs } = figures;
  const beyond = answeredPerSecond > BEYOND * capacity.perSecond;
  return beyond ? { model: "none", meanUs: null } : predict(capacity, perSecond, elapsedMs / 1000);
}

function roundOf({ capacity, perSecond, figures, cpu }: Schedule): OpenLoadRound {
  const { planned, completed, failed, failures, unfinished, backlogAtEnd, inSystem, elapsedMs } = figures;
  return {
    capacity,
    plannedPerSecond: perSecond,
    answeredPerSecond: figures.answeredPerSecond,
    planned,
    completed,
    failed,
    failures,
    unfinished,
    backlogAtEnd,
    inSystem,
    fromPlanUs: latencies(figures.fromPlanUs),
    fromSendUs: latencies(figures.fromSendUs),
    littleUs: little(inSystem, perSecond),
    predicted: predictionOf(capacity, perSecond, figures),
    lateUs: latencies(figures.lateUs),
    elapsedMs,
    tookMs: figures.tookMs,
    generatorCpuMs: figures.generatorCpuMs,
    ...cpu,
  };
}

function latencies(moments: Moments | null): Latencies | null {
  if (moments === null) return null;
  const { mean, p50, p90, p99, max } = moments;
  return { mean, p50, p90, p99, max };
}
