import { describe, expect, test } from "vitest";
import type { CrowdLife } from "../../../../clients/load/plan.js";
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

  test("a round in which somebody still waits has lasted longest", () => {
    const round = (last: number | null) => figures(life(0, 1), life(0, last));
    expect(crowdOf(size, [round(null), round(40), round(90)])).toMatchObject({ waitMs: { last: 90 } });
    // It is not known how long that one waits.
    expect(crowdOf(size, [round(null), round(null), round(40)])).toMatchObject({ waiting: 1, lastMsHigh: 1 });
  });

  test("a round in which nobody was served has lasted no time", () => {
    const none = figures(life(0, null, { fate: "lost" }));
    expect(crowdOf(size, [none])).toMatchObject({
      answered: 0,
      waitMs: null,
      waitsMs: [],
      lastMsLow: null,
      lastMsHigh: null,
      atOnce: 0,
    });
    expect(crowdOf(size, [figures(life(0, 30)), none, figures(life(0, 20))])).toMatchObject({
      waitMs: { last: 20 },
      lastMsLow: null,
      lastMsHigh: 30,
    });
  });

  test("of an even number of rounds the shorter of the middle two stands for all", () => {
    expect(crowdOf(size, [figures(life(0, 30)), figures(life(0, 20))])).toMatchObject({
      ...size,
      rounds: 2,
      waitMs: { last: 20 },
      elapsedMs: 100,
      generatorCpuMs: 5,
    });
  });

  test("half waited less than the median, and nine of ten less than the next figure", () => {
    const lives = Array.from({ length: 11 }, (_, at) => life(0, 10 * at));
    expect(crowdOf(size, [figures(...lives)]).waitMs).toEqual({ first: 0, p50: 50, p90: 90, last: 100 });
  });

  test("has come when the last one has, counted from the first", () => {
    expect(crowdOf(size, [figures(life(5, 6), life(9, 10))]).arrivalMs).toBe(4);
  });

  test("each wait is kept, in order, of crowds up to a hundred", () => {
    const crowd = (count: number) =>
      crowdOf(size, [figures(...Array.from({ length: count }, (_, at) => life(0, count - at)))]);
    expect(crowd(100).waitsMs).toHaveLength(100);
    expect(crowd(100).waitsMs!.slice(0, 3)).toEqual([1, 2, 3]);
    expect(crowd(101)).not.toHaveProperty("waitsMs");
  });

  test("the most frequent status that is none of success is told", () => {
    const wrong = (status: number) => life(0, 1, { fate: "wrong", status });
    const other = (...statuses: number[]) => crowdOf(size, [figures(...statuses.map(wrong))]).otherStatus;
    expect(other(200, 299)).toBeNull();
    expect(other(199)).toBe(199);
    expect(other(300)).toBe(300);
    expect(other(503, 404, 404, 200, 200, 200)).toBe(404);
  });

  test("one that never left is served to the end, and one that waited longer than a moment was turned away", () => {
    const stays = life(0, 5, { leftMs: null });
    expect(crowdOf(size, [figures(stays, life(0, 50), life(0, 100))]).atOnce).toBe(2);
    const connected = (connectedMs: number | null) => life(100, 3000, { connectedMs });
    const lives = [connected(1000), connected(1001), connected(null)];
    expect(crowdOf(size, [figures(...lives)]).turnedAway).toBe(1);
  });
});
