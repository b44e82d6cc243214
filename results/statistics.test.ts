import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fairness, median, quantile, range, ratioWithRange } from "./statistics.js";

const times = fc.array(fc.double({ min: 0.001, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 30 });

describe("statistics", () => {
  test("the median is the middle value, or the mean of the middle two", () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(median([7])).toBe(7);
  });

  test("a quantile is linear between its neighbours", () => {
    expect(quantile([10, 20, 30, 40, 50], 0.9)).toBeCloseTo(46);
    expect(quantile([1, 2], 0.25)).toBe(1.25);
  });

  test("numbers are sorted as numbers and the caller's array is left alone", () => {
    const values = [10, 9, 100];
    expect(range(values)).toEqual({ low: 9, high: 100 });
    expect(values).toEqual([10, 9, 100]);
  });

  test("twice as fast and half as fast make 1", () => {
    expect(ratioWithRange([2, 1], [1, 2])).toEqual({ ratio: 1, low: 0.5, high: 2 });
  });

  test("one bad round does not move the middle of the ratios", () => {
    expect(ratioWithRange([20, 21, 300], [10, 10, 10]).ratio).toBeCloseTo(2.1);
  });

  test("fairness is 1 when all have the same, 1/n when one has everything, and nothing when there is nothing", () => {
    expect(fairness([5, 5, 5, 5])).toBe(1);
    expect(fairness([0, 0, 9, 0])).toBe(0.25);
    expect(fairness([0, 0])).toBeNull();
    fc.assert(
      fc.property(times, (shares) => {
        const index = fairness(shares)!;
        expect(index).toBeGreaterThanOrEqual(1 / shares.length - 1e-9);
        expect(index).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });

  test("no values, no fraction, unpaired rounds and a time of 0 are errors", () => {
    expect(() => median([])).toThrow(RangeError);
    expect(() => quantile([1], 1.5)).toThrow(RangeError);
    expect(() => ratioWithRange([1], [1, 2])).toThrow("pairs");
    expect(() => ratioWithRange([0], [1])).toThrow("above 0");
    expect(() => ratioWithRange([], [])).toThrow(RangeError);
  });

  test("a fraction is from 0 to 1, both included, and a number", () => {
    expect(quantile([3, 5], 0)).toBe(3);
    expect(quantile([3, 5], 1)).toBe(5);
    for (const p of [-0.01, 1.01, Number.NaN])
      expect(() => quantile([1], p)).toThrow(`a quantile's fraction is from 0 to 1, not ${p}`);
    expect(() => quantile([], 0.5)).toThrow("a quantile needs at least one value");
  });

  test("nobody is served fairly where one has all of what others have a part of", () => {
    expect(fairness([1, 3])).toBe(0.8);
    expect(fairness([])).toBeNull();
  });

  test("a ratio is had of values above 0 on either side, and pairs", () => {
    expect(() => ratioWithRange([1], [0])).toThrow("a ratio needs values above 0");
    expect(() => ratioWithRange([1, -1], [1, 1])).toThrow("above 0");
    expect(() => ratioWithRange([1, 2], [1])).toThrow("interleaved rounds come in pairs");
  });

  test("the detour through logarithms leaves a ratio where it must be", () => {
    expect(ratioWithRange([3], [1])).toEqual({ ratio: 3, low: 3, high: 3 });
    expect(ratioWithRange([7, 7], [10, 10])).toEqual({ ratio: 0.7, low: 0.7, high: 0.7 });
  });

  test("the median lies within the range, whatever the order", () => {
    fc.assert(
      fc.property(times, (values) => {
        const { low, high } = range(values);
        expect(median(values)).toBeGreaterThanOrEqual(low);
        expect(median(values)).toBeLessThanOrEqual(high);
        expect(median(values.toReversed())).toBe(median(values));
      }),
    );
  });

  test("swapping the two sides turns the ratio over", () => {
    const pairs = fc.array(
      fc.tuple(
        fc.double({ min: 0.01, max: 1e4, noNaN: true }),
        fc.double({ min: 0.01, max: 1e4, noNaN: true }),
      ),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(pairs, (rounds) => {
        const [a, b] = [rounds.map(([x]) => x), rounds.map(([, y]) => y)];
        const there = ratioWithRange(a, b);
        const back = ratioWithRange(b, a);
        expect(there.ratio * back.ratio).toBeCloseTo(1, 6);
        expect(there.low).toBeLessThanOrEqual(there.ratio);
        expect(there.ratio).toBeLessThanOrEqual(there.high);
      }),
    );
  });
});
