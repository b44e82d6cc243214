import { describe, expect, test } from "vitest";
import type { OpenLoadResult, OpenLoadRound, ServerResult } from "../result.js";
import { multi, run, single } from "../sample.test-data.js";
import { story } from "../story.js";
import { texts } from "../texts/texts.js";
import { openLoad } from "./finding.js";

/** A server that keeps up to its capacity, and not above it. */
export function scheduled(server: ServerResult, lines: number): ServerResult {
  const all = [50, 80, 100, 120].map((percent): OpenLoadResult => {
    const planned = 10 * percent;
    const over = Math.max(0, planned - 1000);
    const latency = (mean: number) => ({ mean, p50: mean, p90: 2 * mean, p99: 4 * mean, max: 5 * mean });
    const mean = percent > 100 ? 100_000 : 10 * percent;
    const round: OpenLoadRound = {
      capacity: { lines, perSecond: 1000, serviceUs: 500, variation: 1.2 },
      plannedPerSecond: planned,
      answeredPerSecond: planned - over,
      planned,
      completed: planned,
      failed: 0,
      failures: { lost: 0, timedOut: 0, not2xx: 0 },
      unfinished: 0,
      backlogAtEnd: over,
      inSystem: (planned * mean) / 1e6,
      fromPlanUs: latency(mean),
      fromSendUs: latency(500),
      littleUs: mean,
      predicted: percent === 100 ? { model: "none", meanUs: null } : { model: "D/G/1", meanUs: 0.9 * mean },
      lateUs: latency(20),
      elapsedMs: 1000,
      tookMs: 1200,
      generatorCpuMs: 900,
      serverCpuMs: 600,
      othersCpuMs: 0,
    };
    const distribution = [50, 90, 99, 100].map((percentile) => ({ percentile, us: percentile * mean }));
    return {
      ...round,
      percent,
      rounds: 3,
      saturated: over > 0,
      distribution,
      eachRound: [round, round, round],
    };
  });
  return { ...server, clients: [], eachTrial: [], report: null, openLoad: all };
}

const result = run(scheduled(single, 1), scheduled(multi, 10));

describe.each(["en", "id"] as const)("requests on a schedule, in %s", (language) => {
  const words = texts(language);

  test("are told at the top by how long they take at the highest rate below the capacity", () => {
    const said = openLoad.answer(result, words)!;
    expect(said).toContain("80 %");
    expect(said).toContain(words.openLoad.at(`3${words.decimal}2 ms`, "multi"));
  });

  test("have a row for each rate, what was seen beside what was predicted, and an alarm where the queue grows", () => {
    const [table, account] = openLoad.tables(result, words);
    expect(table!.rows.map((row) => row.at(-1)).slice(0, 4)).toEqual(["0", "0", "0", "200 !"]);
    table!.rows.forEach((row, at) => {
      expect(row).toHaveLength(table!.head.length);
      expect(table!.alarm!(at, row.length - 1)).toBe(row.at(-1)!.endsWith("!"));
    });
    expect(table!.rows[2]![6]).toBe("-"); // at the capacity nothing is predicted
    for (const row of account!.rows) {
      expect(row).toHaveLength(account!.head.length);
      const [planned, ...parts] = row.slice(8, 12).map(Number);
      expect(parts.reduce((sum, part) => sum + part)).toBe(planned);
    }
  });

  test("tell in words where the server keeps up, where it is saturated, and what counting from the sending would hide", () => {
    const said = story(result.servers[0]!, words).join(" ");
    expect(said).toContain(words.openLoad.can("1000", "1", `0${words.decimal}50 ms`));
    expect(said).toContain(
      words.openLoad.keepsUpAs("80", `0${words.decimal}80 ms`, `0${words.decimal}72 ms`),
    );
    expect(said).toContain("120 %");
    expect(said).toContain(words.openLoad.omitted(`2${words.decimal}0 ms`, "400 ms"));
  });

  test("are drawn from the plan, from the sending, against the model, and as a distribution", () => {
    const charts = openLoad.charts!(result, words);
    expect(charts).toHaveLength(4);
    expect(charts[2]!.diagonal).toBe(words.openLoad.pictures.same);
    expect(charts[2]!.curves[0]!.points).toHaveLength(3);
    for (const { said, title } of charts) expect(said.startsWith(title)).toBe(true);
  });
});
