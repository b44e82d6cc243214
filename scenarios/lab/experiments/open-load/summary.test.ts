import { expect, test } from "vitest";
import type { Moments } from "../../../../clients/load/latencies.js";
import type { CapacityFigures, ScheduleFigures } from "../../../../clients/load/plan.js";
import { capacityOf, openLoadsOf, type Schedule } from "./summary.js";

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

/** A schedule that went otherwise than planned. */
const seen = (more: Partial<ScheduleFigures>, percent = 80): Schedule => {
  const usual = schedule(percent, 100, 9);
  return { ...usual, figures: { ...usual.figures, ...more } };
};
const only = (...rounds: Schedule[]) =>
  openLoadsOf(
    [80],
    rounds.map((round) => [round]),
  )[0]!;

test("what a server can do is what all connections show, and its service what one shows", () => {
  const figures = (lines: number, perSecond: number, latencyUs: Moments | null) =>
    ({ lines, perSecond, latencyUs }) as CapacityFigures;
  const one = figures(1, 50, { ...moments(10), deviation: 5 });
  const ten = { ...moments(40), deviation: 10 };
  expect(capacityOf(one, figures(10, 200, ten))).toEqual({
    lines: 10,
    perSecond: 200,
    serviceUs: 10,
    variation: 0.5,
  });
  // Where only one of all is served, that one says both.
  expect(capacityOf(one, figures(1, 60, ten))).toEqual({
    lines: 1,
    perSecond: 60,
    serviceUs: 40,
    variation: 0.25,
  });
  expect(capacityOf(figures(1, 0, null), figures(10, 200, ten))).toMatchObject({
    serviceUs: 0,
    variation: 0,
  });
});

test("a row tells what was planned and what was seen, the greatest and not the deviation", () => {
  const distribution = [{ percentile: 50, us: 9 }];
  const low = seen({ distribution, lateUs: moments(3), inSystem: 4, tookMs: 1100, generatorCpuMs: 7 });
  expect(only(low)).toEqual({
    percent: 80,
    rounds: 1,
    saturated: false,
    capacity: { lines: 1, perSecond: 100, serviceUs: 1, variation: 1 },
    plannedPerSecond: 80,
    answeredPerSecond: 80,
    planned: 80,
    completed: 80,
    failed: 0,
    failures: { lost: 0, timedOut: 0, not2xx: 0, wrong: 0 },
    unfinished: 0,
    backlogAtEnd: 0,
    inSystem: 4,
    fromPlanUs: { mean: 9, p50: 9, p90: 9, p99: 9, max: 9 },
    fromSendUs: { mean: 9, p50: 9, p90: 9, p99: 9, max: 9 },
    littleUs: 50_000,
    predicted: { model: "D/G/1", meanUs: expect.closeTo(20_001) },
    lateUs: { mean: 3, p50: 3, p90: 3, p99: 3, max: 3 },
    elapsedMs: 1000,
    tookMs: 1100,
    generatorCpuMs: 7,
    serverCpuMs: 0,
    othersCpuMs: 0,
    meanUsRange: { low: 9, high: 9 },
    distribution,
    eachRound: [expect.objectContaining({ plannedPerSecond: 80, inSystem: 4 })],
  });
});

test("a server is saturated where the queue had grown in more than half of the rounds", () => {
  const grown = seen({ backlogAtEnd: 4, planned: 100, lines: 1 });
  const still = seen({ backlogAtEnd: 3, planned: 100, lines: 1 }); // each line may have one, and two of a hundred more
  expect(only(grown).saturated).toBe(true);
  expect(only(still).saturated).toBe(false);
  expect(only(grown, still).saturated).toBe(false);
  expect(only(grown, grown, still).saturated).toBe(true);
});

test("nothing is predicted where more was answered than should be possible", () => {
  expect(only(seen({ answeredPerSecond: 105 })).predicted.model).toBe("D/G/1");
  expect(only(seen({ answeredPerSecond: 106 })).predicted).toEqual({ model: "none", meanUs: null });
});

test("a schedule above the capacity is predicted for as long as it lasted", () => {
  const [above] = openLoadsOf([120], [[seen({ elapsedMs: 2000, answeredPerSecond: 100 }, 120)]]);
  expect(above!.predicted).toEqual({ model: "fluid", meanUs: expect.closeTo(1 + 200_000) });
});

test("there is no range of means where in a round nothing was answered", () => {
  const none = seen({ fromPlanUs: null, fromSendUs: null });
  expect(only(seen({}), none).meanUsRange).toBeNull();
  expect(only(none)).toMatchObject({ fromPlanUs: null, fromSendUs: null });
});

test("of an even number of rounds the slower of the middle two stands for all", () => {
  expect(openLoadsOf([80], [fast, usual])[0]!.plannedPerSecond).toBe(160);
  expect(openLoadsOf([80, 120], [[], fast.slice(0, 1)])[0]!.plannedPerSecond).toBe(240);
});
