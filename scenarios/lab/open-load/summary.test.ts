import { expect, test } from "vitest";
import type { Moments } from "../../../clients/load/latencies.js";
import { openLoadsOf, type Schedule } from "./summary.js";

const moments = (mean: number): Moments => ({
  mean,
  deviation: 0,
  p50: mean,
  p90: mean,
  p99: mean,
  max: mean,
});

/** A schedule at a server that could do so much just then. */
function schedule(percent: number, capacity: number, mean: number): Schedule {
  const perSecond = (capacity * percent) / 100;
  return {
    percent,
    capacity: { lines: 1, perSecond: capacity, serviceUs: 1, variation: 1 },
    perSecond,
    figures: {
      lines: 1,
      answeredPerSecond: perSecond,
      planned: perSecond,
      completed: perSecond,
      failed: 0,
      failures: { lost: 0, timedOut: 0, not2xx: 0, wrong: 0 },
      firstFailures: { lost: 0, timedOut: 0, not2xx: 0, wrong: 0 },
      unfinished: 0,
      backlogAtEnd: 0,
      inSystem: 1,
      fromPlanUs: moments(mean),
      fromSendUs: moments(mean),
      lateUs: null,
      distribution: [],
      elapsedMs: 1000,
      tookMs: 1000,
      generatorCpuMs: 0,
    },
    cpu: { serverCpuMs: 0, othersCpuMs: 0 },
  };
}

const slow = [schedule(80, 100, 9), schedule(120, 100, 70)];
const usual = [schedule(80, 200, 5), schedule(120, 200, 90)];
const fast = [schedule(80, 300, 7), schedule(120, 300, 50)];

test("the rows of a server come from one round, that of the median capacity; the range from all", () => {
  const [below, above] = openLoadsOf([80, 120], [fast, slow, usual.toReversed()]);
  expect([below!.plannedPerSecond, above!.plannedPerSecond]).toEqual([160, 240]);
  expect(below!.meanUsRange).toEqual({ low: 5, high: 9 });
  expect(above!.meanUsRange).toEqual({ low: 50, high: 90 });
  expect(above!.eachRound).toHaveLength(3);
});

test("a round that broke off does not stand for all, unless there is no other", () => {
  const broken = [schedule(80, 150, 6)];
  expect(openLoadsOf([80, 120], [broken, fast, slow]).map((one) => one.plannedPerSecond)).toEqual([80, 120]);
  expect(openLoadsOf([80, 120], [broken]).map(({ percent }) => percent)).toEqual([80]);
  expect(openLoadsOf([80, 120], [])).toEqual([]);
});
