import { describe, expect, test } from "vitest";
import type { LoadResult } from "../../../../results/result.js";
import { loaded, single } from "../../../../results/sample.test-data.js";
import { ServerEnded } from "../../subject/ending.js";
import type { NothingServed } from "../../subject/nothing-served.js";
import { judge } from "./verdict.js";

/** Loads at 1, 2 and 10 connections, of which so many are served, changed in the same way. */
const loads = (served: number, more: Partial<LoadResult> = {}) =>
  loaded(single, served).load!.map((level) => ({
    ...level,
    ...more,
    eachRound: level.eachRound.map((round) => ({ ...round, ...more })),
  }));
const failures = { lost: 0, timedOut: 0, not2xx: 0, wrong: 0 };
const how = (load: LoadResult[]) => (judge(load).why as NothingServed).how;

describe("the verdict on a load", () => {
  test("is that one client makes others wait, or that none does", () => {
    expect(judge(loads(1))).toEqual({ verdict: "blocks", agreeing: 3 });
    expect(judge(loads(10))).toEqual({ verdict: "concurrent", agreeing: 3 });
    expect(judge(loads(1, { kept: false }))).toEqual({ verdict: "answers", agreeing: 3 });
    expect(judge([])).toEqual({ verdict: "answers", agreeing: 0 });
  });

  test("is inconclusive when the rounds disagree, and says how many agree", () => {
    const [one, two, ten] = loads(10);
    const [first, ...others] = two!.eachRound;
    const mixed = { ...two!, eachRound: [{ ...first!, served: 1, starved: 1 }, ...others] };
    expect(judge([one!, mixed, ten!])).toEqual({ verdict: "inconclusive", agreeing: 2 });
  });

  test("is no word on waiting where nobody was served, and says why", () => {
    const none = (more: Partial<LoadResult>) => loads(0, { starved: 0, ...more });
    expect(how(none({ failures: { ...failures, not2xx: 9, lost: 1 }, otherStatus: 404 }))).toBe("status");
    expect(judge(none({ failures: { ...failures, not2xx: 9 }, otherStatus: 404 })).why).toMatchObject({
      status: 404,
    });
    expect(how(none({ failures: { ...failures, wrong: 9 } }))).toBe("wrong");
    expect(how(none({ failures: { ...failures, lost: 9 } }))).toBe("lost");
    expect(how(none({}))).toBe("stopped"); // each had been answered once
    expect(how(loads(0).filter(({ connections }) => connections === 2))).toBe("silent");
    expect(judge(none({ kept: false })).verdict).toBe("failed");
  });

  test("is not that others wait for one who was served just before the server ended", () => {
    expect(judge(loads(1, { ended: true })).why).toBeInstanceOf(ServerEnded);
    expect(judge(loads(10, { ended: true }))).toEqual({ verdict: "concurrent", agreeing: 3 });
  });

  test("is not that others wait who had been answered before", () => {
    expect(how(loads(1, { starved: 0 }))).toBe("stopped");
  });

  test("is told by the fewest connections beyond one that stay, in whatever order they were tried", () => {
    const [one, two, ten] = loads(1) as [LoadResult, LoadResult, LoadResult];
    const served = (level: LoadResult, count: number) => ({
      ...level,
      eachRound: level.eachRound.map((round) => ({ ...round, served: count })),
    });
    expect(judge([served(ten, 10), two, one]).verdict).toBe("blocks");
    expect(judge([served(two, 2), one, ten]).verdict).toBe("concurrent");
    expect(judge([{ ...served(two, 2), kept: false }, ten]).verdict).toBe("blocks");
    expect(judge([one])).toEqual({ verdict: "answers", agreeing: 3 });
  });

  test("is that it answers where one of several loads was answered, and that it failed where none was", () => {
    const [one, two] = loads(0, { kept: false, starved: 0 }) as [LoadResult, LoadResult];
    expect(judge([one, { ...two, served: 1 }]).verdict).toBe("answers");
    expect(judge([one, two])).toMatchObject({ verdict: "failed", agreeing: 3, why: { how: "stopped" } });
  });

  test("is not that others wait for one where nobody was served in the time that counts", () => {
    const [, two] = loads(0, { starved: 1 }) as [LoadResult, LoadResult];
    expect(judge([two])).toMatchObject({ verdict: "failed", why: { how: "stopped" } });
  });

  test("has no reason where it is not that the server failed", () => {
    expect(judge(loads(1))).not.toHaveProperty("why");
    const [first, ...others] = loads(0)[1]!.eachRound;
    const mixed = { ...loads(0)[1]!, eachRound: [{ ...first!, served: 2 }, ...others] };
    expect(judge([mixed])).toEqual({ verdict: "inconclusive", agreeing: 2 });
  });
});
