import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { little, predict } from "./prediction.js";

const capacity = (more = {}) => ({ lines: 1, perSecond: 1000, serviceUs: 1000, variation: 1, ...more });

describe("the wait that is predicted", () => {
  test("below the capacity is the service alone where nothing varies (D/D/1)", () => {
    expect(predict(capacity({ variation: 0 }), 900, 1)).toEqual({ model: "D/G/1", meanUs: 1000 });
  });

  test("of exponential service is half of that of M/M/1: only the arrivals don't vary", () => {
    // M/M/1 at 80 %: 0.8 / 0.2 * 1 ms in the queue.
    expect(predict(capacity(), 800, 1).meanUs).toBeCloseTo(1000 + 4000 / 2);
  });

  test("above the capacity is half of what the last one waits", () => {
    // 1200 a second for two seconds: the last of 2400 is answered after 2.4 s.
    expect(predict(capacity(), 1200, 2)).toEqual({ model: "fluid", meanUs: expect.closeTo(1000 + 200_000) });
  });

  test("at the capacity is none, and of a server that answers nobody too", () => {
    expect(predict(capacity(), 1000, 1)).toEqual({ model: "none", meanUs: null });
    expect(predict(capacity({ perSecond: 0 }), 0, 1)).toEqual({ model: "none", meanUs: null });
  });

  test("is none within a twentieth of the capacity, and some from there on", () => {
    const at = (perSecond: number) => predict(capacity({ perSecond: 100 }), perSecond, 1).model;
    expect([94, 96, 104, 106].map(at)).toEqual(["D/G/1", "none", "none", "fluid"]);
  });

  test("grows with the load, as long as there is a steady state", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 0.94, noNaN: true }),
        fc.double({ min: 0.01, max: 0.94, noNaN: true }),
        (a, b) => {
          const [less, more] = [Math.min(a, b), Math.max(a, b)].map(
            (rho) => predict(capacity(), 1000 * rho, 1).meanUs!,
          );
          expect(less).toBeLessThanOrEqual(more!);
        },
      ),
    );
  });
});

test("Little's law makes a time of a number and a rate", () => {
  expect(little(3, 1000)).toBeCloseTo(3000);
  expect(little(0, 0)).toBeNull();
});
