// What was seen of one schedule at one server, summed up.

import type { Moments } from "../../../clients/load/latencies.js";
import type { CapacityFigures, ScheduleFigures } from "../../../clients/load/plan.js";
import type { Capacity, Latencies, OpenLoadResult, OpenLoadRound } from "../../../results/result.js";
import { little, predict } from "./prediction.js";

/** One schedule: what was measured before, what was planned, what was seen, and who took the processors. */
export interface Schedule {
  capacity: Capacity;
  perSecond: number;
  figures: ScheduleFigures;
  cpu: { serverCpuMs: number | null; othersCpuMs: number | null };
}

/** A queue that holds more than this part of all that was planned, when the schedule ends, has grown all the time. */
const GROWN = 0.02;

/** What a server can do, from a load over one connection and one over all. */
export function capacityOf(alone: CapacityFigures, all: CapacityFigures): Capacity {
  const { mean = 0, deviation = 0 } = alone.latencyUs ?? {};
  return {
    lines: all.lines,
    perSecond: all.perSecond,
    serviceUs: mean,
    variation: mean === 0 ? 0 : deviation / mean,
  };
}

/** The round with the median mean latency stands for all. */
export function openLoadOf(percent: number, schedules: readonly Schedule[]): OpenLoadResult {
  const mean = ({ figures }: Schedule) => figures.fromPlanUs?.mean ?? Infinity;
  const sorted = schedules.toSorted((a, b) => mean(a) - mean(b));
  const shown = sorted[Math.floor((sorted.length - 1) / 2)]!;
  const grown = schedules.filter(({ figures }) => hasGrown(figures)).length;
  return {
    percent,
    rounds: schedules.length,
    saturated: grown > schedules.length / 2,
    ...roundOf(shown),
    distribution: shown.figures.distribution,
    eachRound: schedules.map(roundOf),
  };
}

function hasGrown({ backlogAtEnd, planned, lines }: ScheduleFigures): boolean {
  return backlogAtEnd > lines + GROWN * planned;
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
    predicted: predict(capacity, perSecond, elapsedMs / 1000),
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
