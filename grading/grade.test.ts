import fc from "fast-check";
import { expect, test } from "vitest";
import { type CheckResult, scoreOf } from "./grade.js";

const check = (change: Partial<CheckResult>): CheckResult => ({
  id: "single.page",
  title: "",
  status: "pass",
  points: 0,
  max: 0,
  extra: false,
  expected: "",
  got: "",
  hint: "",
  evidence: {},
  ...change,
});

test("the score is what was had of what can be had; extra points are had, and not missed", () => {
  expect(
    scoreOf([
      check({ points: 4, max: 5 }),
      check({ points: 1, max: 2, extra: true }),
      check({ status: "fail", max: 3 }),
    ]),
  ).toEqual({ score: 5, max: 8, undecided: 0 });
  expect(scoreOf([])).toEqual({ score: 0, max: 0, undecided: 0 });
});

test("what a human may still add is what is undecided, extra points too", () => {
  expect(
    scoreOf([
      check({ status: "inconclusive", max: 3 }),
      check({ status: "inconclusive", max: 1, extra: true }),
      check({ status: "skipped", max: 7 }),
    ]),
  ).toEqual({ score: 0, max: 10, undecided: 4 });
});

test("tenths of points add up to what they should", () => {
  const tenths = fc.array(fc.nat({ max: 200 }), { maxLength: 30 });
  fc.assert(
    fc.property(tenths, (all) => {
      const sum = all.reduce((total, one) => total + one, 0);
      const points = scoreOf(all.map((one) => check({ points: one / 10, max: one / 10 })));
      expect(points).toEqual({ score: sum / 10, max: sum / 10, undecided: 0 });
    }),
  );
});
