import { describe, expect, test } from "vitest";
import type { LoadResult, ServerResult, SlowClientResult } from "../result.js";
import { loaded, multi, run, single } from "../sample.test-data.js";
import { story } from "../story.js";
import { texts } from "../texts/texts.js";
import { slowClient } from "./finding.js";

/** A server at which so much of the throughput is left beside a slow client. */
export function slowed(server: ServerResult, left: number): ServerResult {
  const alone = loaded(server, 10).load![5]!;
  const beside: LoadResult = {
    ...alone,
    served: left === 0 ? 0 : alone.served,
    requestsPerSecond: left * alone.requestsPerSecond,
    latencyUs: left === 0 ? null : alone.latencyUs,
    eachRound: alone.eachRound.map((round) => ({
      ...round,
      requestsPerSecond: left * round.requestsPerSecond,
    })),
  };
  const evidence = { accepted: true, unreadBytes: 0, unsentBytes: 0, waitsFor: "bytes" as const };
  const all: SlowClientResult[] = [
    { slow: "none", load: alone, evidence: null },
    { slow: "sends", load: beside, evidence },
    { slow: "reads", load: null, why: "not large", evidence: null },
  ];
  return { ...server, clients: [], eachTrial: [], report: null, slowClient: all };
}

const result = run(slowed(single, 0), slowed(multi, 0.9));

describe.each(["en", "id"] as const)("a slow client, in %s", (language) => {
  const words = texts(language);

  test("is said at the top to stop some servers and not others", () => {
    expect(slowClient.answer(result, words)).toBe(words.slowClient.some("single", "multi"));
    expect(slowClient.answer(run(slowed(multi, 1)), words)).toBe(words.slowClient.noneStopped("multi"));
    expect(slowClient.answer(run(slowed(single, 0)), words)).toBe(words.slowClient.stopped("single"));
  });

  test("has a row for each way to be slow, with an alarm where nobody else was served", () => {
    const [table] = slowClient.tables(result, words);
    const served = table!.rows.map((row) => row[6]);
    expect(served).toEqual(["10/10", "0/10 !", "-", "10/10", "10/10", "-"]);
    served.forEach((cell, at) => {
      expect(table!.alarm!(at, 6)).toBe(cell!.endsWith("!"));
    });
    expect(table!.rows[4]![3]).toBe(`0${words.decimal}90`);
    expect(table!.rows[2]!.at(-1)).toBe(words.slowClient.why["not large"]);
    for (const row of table!.rows) expect(row).toHaveLength(table!.head.length);
  });

  test("is told in words, also where it could not be tried", () => {
    const [stopped, going] = result.servers.map((server) => story(server, words).join(" "));
    expect(stopped).toContain(words.slowClient.nobody(words.slowClient.while.sends));
    expect(stopped).toContain(words.slowClient.why["not large"]);
    expect(going).toContain(`0${words.decimal}90`);
  });

  test("is drawn as a line that falls to nothing", () => {
    const [rates, waits] = slowClient.charts!(result, words);
    expect(rates!.curves[0]!.points.map(({ x, y }) => [x, y > 0])).toEqual([
      [0, true],
      [1, false],
    ]);
    expect(rates!.said).toContain(words.slowClient.ways.sends);
    expect(waits!.curves[0]!.points).toHaveLength(1);
  });
});
