import { describe, expect, test } from "vitest";
import type { CrowdLife } from "../../../clients/load/plan.js";
import { crowdOf } from "./summary.js";

const life = (startMs: number, firstByteMs: number | null, more: Partial<CrowdLife> = {}): CrowdLife => ({
  startMs,
  connectedMs: startMs,
  firstByteMs,
  leftMs: firstByteMs === null ? null : firstByteMs + 10,
  fate: firstByteMs === null ? "waiting" : "answered",
  status: firstByteMs === null ? null : 200,
  ...more,
});
const figures = (...lives: CrowdLife[]) => ({ lives, elapsedMs: 100, generatorCpuMs: 5 });
const size = { clients: 4, stayMs: 10, limitMs: 1000 };

describe("a crowd summed up", () => {
  test("counts waits from each client's own connect, and those that were served at once", () => {
    const crowd = crowdOf(size, [figures(life(0, 1), life(1, 5), life(2, 12), life(3, 33))]);
    expect(crowd).toMatchObject({
      answered: 4,
      atOnce: 2,
      arrivalMs: 3,
      turnedAway: 0,
      waitMs: { first: 1, last: 30 },
      waitsMs: [1, 4, 10, 30],
    });
  });

  test("one that leaves as another is served does not stand beside it", () => {
    expect(crowdOf(size, [figures(life(0, 1), life(0, 11), life(0, 21), life(0, 31))]).atOnce).toBe(1);
  });

  test("whoever was connected only after a second was turned away at first", () => {
    const late = life(0, 1100, { connectedMs: 1010 });
    expect(crowdOf(size, [figures(life(0, 1), late, life(0, 2), life(0, 3))]).turnedAway).toBe(1);
  });

  test("everybody is somewhere in the account", () => {
    const lives = [life(0, 1), life(0, null), life(0, null, { fate: "lost" }), life(0, 2, { fate: "wrong" })];
    const { answered, lost, wrong, waiting } = crowdOf(size, [figures(...lives)]);
    expect([answered, lost, wrong, waiting]).toEqual([1, 1, 1, 1]);
  });

  test("the round whose last client waited the median time stands for all", () => {
    const round = (last: number) => figures(life(0, 1), life(0, 2), life(0, 3), life(0, last));
    expect(crowdOf(size, [round(50), round(40), round(90)])).toMatchObject({
      rounds: 3,
      waitMs: { last: 50 },
      lastMsLow: 40,
      lastMsHigh: 90,
    });
  });
});
