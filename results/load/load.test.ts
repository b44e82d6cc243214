import { describe, expect, test } from "vitest";
import { findingOf } from "../findings.js";
import { loaded, multi, run, single } from "../sample.test-data.js";
import { texts } from "../texts/texts.js";
import { list } from "../words.js";
import { load } from "./finding.js";

const result = run(loaded(single, 1), loaded(multi, 10));

describe.each(["en", "id"] as const)("a load in %s", (language) => {
  const words = texts(language);

  test("has a row for each number of connections, kept or not, and marks where some were starved", () => {
    const { rows, head, alarm } = load.tables(result, words)[0]!;
    expect(rows).toHaveLength(12);
    for (const row of rows) expect(row).toHaveLength(head.length);
    const served = rows.map((row) => row[6]);
    expect(served.slice(0, 3)).toEqual([
      words.of("1", "1"),
      `${words.of("1", "2")} !`,
      `${words.of("1", "10")} !`,
    ]);
    expect(served.slice(6)).not.toContainEqual(expect.stringContaining("!"));
    rows.forEach((row, at) => {
      expect(alarm!(at, 6)).toBe(row[6]!.endsWith("!"));
    });
  });

  test("says at the top how many of the most connections each server has served", () => {
    expect(load.answer(result, words)).toBe(words.load.answer("10", list(["single: 1", "multi: 10"], words)));
  });

  test("is drawn as throughput and as waiting, each for kept connections and for fresh ones, and told in words", () => {
    const pictures = load.charts!(result, words);
    expect(pictures).toHaveLength(4);
    for (const { said, title, curves } of pictures) {
      expect(said.startsWith(title)).toBe(true);
      expect(curves.map(({ name, points }) => [name, points.length])).toEqual([
        ["single", 3],
        ["multi", 3],
      ]);
    }
  });
});

test("what was not loaded is not shown as a load", () => {
  expect(findingOf(run(single, multi))).toBeUndefined();
  expect(findingOf(run(single, loaded(multi, 1)))).toBe(load);
});
