import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Outcome, Sight, Trial, Verdict } from "../../../results/result.js";
import { blocked, holder } from "../../../results/sample.test-data.js";
import { agreement, asExpected, medianTrial, together, verdictOf, verdictSeen } from "./agreement.js";

const OUTCOMES: Outcome[] = ["answered", "blocked", "refused", "silent", "broken"];
const trial = (outcome: Outcome, firstByteMs: number | null = 1): Trial => ({
  outcome,
  clients: [holder, { ...blocked, outcome, firstByteMs }],
});
const trials = (...outcomes: Outcome[]) => outcomes.map((outcome) => trial(outcome));

describe("the outcome of several trials", () => {
  test("is the one that most of them had, wherever they stand", () => {
    expect(agreement(trials("answered", "blocked", "blocked"))).toEqual({ outcome: "blocked", agreeing: 2 });
    expect(agreement(trials("blocked", "blocked", "answered"))).toEqual({ outcome: "blocked", agreeing: 2 });
    expect(agreement([])).toEqual({ outcome: null, agreeing: 0 });
  });

  test("is never one that fewer had than another", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...OUTCOMES), { minLength: 1, maxLength: 12 }), (outcomes) => {
        const count = (one: Outcome | null) => outcomes.filter((outcome) => outcome === one).length;
        const { outcome, agreeing } = agreement(trials(...outcomes));
        expect(agreeing).toBe(count(outcome));
        for (const other of OUTCOMES) expect(agreeing).toBeGreaterThanOrEqual(count(other));
      }),
    );
  });
});

describe("the verdict", () => {
  test.each<[Outcome | null, boolean, number, Verdict]>([
    ["blocked", true, 2, "blocks"],
    ["answered", true, 2, "concurrent"],
    ["answered", true, 1, "answers"],
    ["silent", true, 2, "failed"],
    ["refused", true, 2, "failed"],
    ["broken", true, 1, "failed"],
    ["blocked", false, 2, "inconclusive"],
    ["silent", false, 2, "inconclusive"],
    [null, false, 2, "failed"], // there was no trial
    [null, true, 2, "failed"],
  ])(
    "on a client 2 that was %s (all agree: %s), of %i clients, is: %s",
    (outcome, agree, clients, verdict) => {
      expect(verdictOf(outcome, agree, clients)).toBe(verdict);
    },
  );

  test("of rounds that agree is theirs, of others inconclusive, and of none failed", () => {
    expect(together(["blocks", "blocks"])).toEqual({ verdict: "blocks", agreeing: 2 });
    expect(together(["concurrent", "blocks", "blocks"])).toEqual({ verdict: "inconclusive", agreeing: 2 });
    expect(together(["blocks", "concurrent", "concurrent"])).toEqual({
      verdict: "inconclusive",
      agreeing: 2,
    });
    expect(together([])).toEqual({ verdict: "failed", agreeing: 0 });
  });

  test.each<[Sight, Verdict]>([
    ["second-waits", "blocks"],
    ["both-answered", "concurrent"],
    ["answered", "answers"],
    ["shown", "answers"],
    ["not-found", "answers"],
    ["no-answer", "failed"],
    ["wrong-answer", "failed"],
  ])("that means what was seen, %s, is: %s", (sight, verdict) => {
    expect(verdictSeen(sight)).toBe(verdict);
  });
});

test("what was stated is expected, and nothing else; where nothing was, whatever could be told", () => {
  expect(asExpected("blocks", "blocks")).toBe(true);
  expect(asExpected("blocks", "concurrent")).toBe(false);
  expect(asExpected("failed", "failed")).toBe(true);
  for (const verdict of ["blocks", "concurrent", "answers"] as const)
    expect(asExpected(verdict, null)).toBe(true);
  for (const verdict of ["inconclusive", "failed"] as const) expect(asExpected(verdict, null)).toBe(false);
});

describe("the trial that is shown", () => {
  test("is the one in the middle of those that agree, by the last client's first byte", () => {
    const middle = trial("blocked", 30);
    const others = [trial("blocked", 90), trial("answered", 31), trial("blocked", 2)];
    expect(medianTrial([...others, middle])).toBe(middle);
    expect(medianTrial([middle, ...others])).toBe(middle);
  });

  test("is the nearest to the middle where none is in it", () => {
    const near = trial("blocked", 50);
    expect(medianTrial([trial("blocked", 100), near, trial("blocked", 0), trial("blocked", 40)])).toBe(near);
  });

  test("counts a client that heard nothing as one that heard it at once", () => {
    const middle = trial("silent", 4);
    expect(medianTrial([trial("silent", 9), middle, trial("silent", null)])).toBe(middle);
  });

  test("may be of one client, or of several", () => {
    const alone = (firstByteMs: number): Trial => ({
      outcome: "answered",
      clients: [{ ...holder, firstByteMs }],
    });
    const middle = alone(5);
    expect(medianTrial([alone(1), alone(9), middle])).toBe(middle);
    const three = { ...trial("blocked", 5), clients: [holder, holder, { ...blocked, firstByteMs: 5 }] };
    expect(medianTrial([trial("blocked", 1), three, trial("blocked", 9)])).toBe(three);
  });

  test("is none where there was no trial", () => {
    expect(medianTrial([])).toBeUndefined();
  });
});
