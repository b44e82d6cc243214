// Schedules as they come out of the lab, for tests.

import type { OpenLoadResult, OpenLoadRound, ServerResult } from "../result.js";

/** A server that keeps up to its capacity, and not above it. */
export function scheduled(server: ServerResult, lines: number): ServerResult {
  const all = [50, 80, 100, 120].map((percent): OpenLoadResult => {
    const planned = 10 * percent;
    const over = Math.max(0, planned - 1000);
    const latency = (mean: number) => ({ mean, p50: mean, p90: 2 * mean, p99: 4 * mean, max: 5 * mean });
    const mean = percent > 100 ? 100_000 : 10 * percent;
    const round: OpenLoadRound = {
      capacity: { lines, perSecond: 1000, serviceUs: 500, variation: 1.2 },
      plannedPerSecond: planned,
      answeredPerSecond: planned - over,
      planned,
      completed: planned,
      failed: 0,
      failures: { lost: 0, timedOut: 0, not2xx: 0, wrong: 0 },
      unfinished: 0,
      backlogAtEnd: over,
      inSystem: (planned * mean) / 1e6,
      fromPlanUs: latency(mean),
      fromSendUs: latency(500),
      littleUs: mean,
      predicted: percent === 100 ? { model: "none", meanUs: null } : { model: "D/G/1", meanUs: 0.9 * mean },
      lateUs: latency(20),
      elapsedMs: 1000,
      tookMs: 1200,
      generatorCpuMs: 900,
      serverCpuMs: 600,
      othersCpuMs: 0,
    };
    const distribution = [50, 90, 99, 100].map((percentile) => ({ percentile, us: percentile * mean }));
    return {
      ...round,
      percent,
      rounds: 3,
      saturated: over > 0,
      meanUsRange: { low: 0.9 * mean, high: 1.2 * mean },
      distribution,
      eachRound: [round, round, round],
    };
  });
  return { ...server, clients: [], eachTrial: [], report: null, openLoad: all };
}
