import fc from "fast-check";
import { expect, test } from "vitest";
import { Latencies } from "./latencies.js";

function of(...milliseconds: number[]): Latencies {
  const latencies = new Latencies();
  for (const one of milliseconds) latencies.record(one);
  return latencies;
}
const percentiles = (latencies: Latencies) => latencies.distribution().map(({ percentile }) => percentile);

test("where nothing was recorded nothing is said", () => {
  expect(of().summary()).toBeNull();
  expect(of().moments()).toBeNull();
  expect(of().distribution()).toEqual([]);
});

test("what was recorded before a reset is forgotten", () => {
  const latencies = of(5, 7);
  latencies.reset();
  expect(latencies.summary()).toBeNull();
  latencies.record(1);
  expect(latencies.summary()).toEqual({ p50: 1000, p90: 1000, p99: 1000, max: 1000 });
});

test("the mean and the deviation stand beside the percentiles", () => {
  expect(of(1, 3).moments()).toEqual({
    p50: 1000,
    p90: 3000,
    p99: 3000,
    max: 3000,
    mean: 2000.5,
    deviation: 1000.5,
  });
});

test("the greatest is told as it was, the others to three digits", () => {
  const latencies = of(...Array(99).fill(12.345), 98.765);
  expect(latencies.summary()!.max).toBe(98_765);
  expect(latencies.distribution().at(-1)).toEqual({ percentile: 100, us: 98_765 });
  expect(Math.abs(latencies.summary()!.p50 / 12_345 - 1)).toBeLessThan(0.001);
});

test("what took less than a microsecond took one", () => {
  expect(of(0).summary()!.max).toBe(1);
});

test("a percentile that would be a single value's is left out, and the greatest stays", () => {
  expect(percentiles(of(4))).toEqual([0, 100]);
  expect(percentiles(of(...Array(10).fill(4)))).toEqual([0, 10, 25, 50, 75, 90, 100]);
  expect(percentiles(of(...Array(9).fill(4)))).not.toContain(90);
  expect(percentiles(of(...Array(1000).fill(4)))).toEqual([
    0, 10, 25, 50, 75, 90, 95, 97.5, 99, 99.5, 99.9, 100,
  ]);
});

test("a distribution never falls, and ends with the greatest", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0.001, max: 60_000, noNaN: true }), { minLength: 1 }), (all) => {
      const latencies = of(...all);
      const values = latencies.distribution().map(({ us }) => us);
      expect(values).toEqual(values.toSorted((a, b) => a - b));
      expect(values.at(-1)).toBe(latencies.summary()!.max);
      expect(values.at(-1)).toBe(Math.round(1000 * Math.max(...all)));
    }),
  );
});
