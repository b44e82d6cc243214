import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { apart, scaleOf } from "./scales.js";

const values = fc.array(fc.double({ min: 0.001, max: 1e7, noNaN: true }), { minLength: 1, maxLength: 30 });

describe("an axis", () => {
  test.each(["log", "even"] as const)(
    "that is %s keeps every value inside, in order, and names its ends",
    (scale) => {
      fc.assert(
        fc.property(values, (some) => {
          const { at, ticks, domain, turn } = scaleOf(some, scale, [0, 400]);
          expect(ticks.length).toBeGreaterThan(1);
          expect(ticks.length).toBeLessThanOrEqual(12);
          expect([turn(ticks[0]!), turn(ticks.at(-1)!)]).toEqual(domain);
          const places = some.toSorted((a, b) => a - b).map(at);
          expect(places).toEqual(places.toSorted((a, b) => a - b));
          for (const place of places) {
            expect(place).toBeGreaterThanOrEqual(-1e-6);
            expect(place).toBeLessThanOrEqual(400 + 1e-6);
          }
        }),
      );
    },
  );

  test("that is logarithmic has room for a value whose logarithm is rounded up", () => {
    expect(scaleOf([9_999_999.999_999_99], "log", [0, 400]).ticks.length).toBeGreaterThan(1);
  });

  test("that is logarithmic has nothing a step before the least", () => {
    const { at, ticks } = scaleOf([0, 1, 4, 500], "log", [0, 400]);
    expect([ticks[0], at(0)]).toEqual([0, 0]);
    expect(at(1)).toBeGreaterThan(10);
    expect(at(10) - at(1)).toBeCloseTo(at(100) - at(10));
  });

  test("of percentiles gives the last hundredth as much room as the last tenth, and has all of them at its end", () => {
    const { at, ticks } = scaleOf([0, 50, 90, 99, 99.9, 100], "tail", [0, 400]);
    expect(ticks).toEqual([0, 50, 90, 99, 99.9, 100]);
    expect(at(99) - at(90)).toBeCloseTo(at(99.9) - at(99));
    expect(at(100)).toBeCloseTo(400);
  });

  test("exists even where there is nothing to show", () => {
    for (const scale of ["log", "even"] as const) {
      for (const some of [[], [0]]) expect(scaleOf(some, scale, [0, 400]).at(1)).toBeGreaterThanOrEqual(0);
    }
  });
});

describe("names", () => {
  test("keep off one another, in their order, and inside", () => {
    const places = fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { maxLength: 8 });
    fc.assert(
      fc.property(places, (some) => {
        const moved = apart(some, 14, [0, 300]);
        const order = some.map((_, at) => at).sort((a, b) => some[a]! - some[b]!);
        order.slice(1).forEach((one, at) => {
          expect(moved[one]! - moved[order[at]!]!).toBeGreaterThanOrEqual(14 - 1e-9);
        });
        for (const place of moved) expect(place).toBeLessThanOrEqual(300);
      }),
    );
  });
});
