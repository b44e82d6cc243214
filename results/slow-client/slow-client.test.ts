import { describe, expect, test } from "vitest";
import { multi, run, single } from "../sample.test-data.js";
import { story } from "../story.js";
import { texts } from "../texts/texts.js";
import { slowClient } from "./finding.js";
import { slowed } from "./slow-client.test-data.js";

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
