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
    const served = rows.map((row) => row[8]);
    expect(served.slice(0, 3)).toEqual(["1/1", "1/2 !", "1/10 !"]);
    expect(served.slice(6)).not.toContainEqual(expect.stringContaining("!"));
    rows.forEach((row, at) => {
      expect(alarm!(at, 8)).toBe(row[8]!.endsWith("!"));
    });
  });

  test("says at the top how many of the most connections each server has served", () => {
    expect(load.answer(result, words)).toBe(words.load.answer("10", list(["single 1", "multi 10"], words)));
  });

  test("says of each server what becomes of the most connections, kept and new", () => {
    const [few, fresh] = load.sentences!(loaded(single, 1), words);
    expect(few).toMatch(/\b10\b.*\b1\b.*\b9\b/);
    expect(fresh).toMatch(/\b10\b/);
    expect(load.sentences!(loaded(multi, 10), words)).toHaveLength(2);
    const uneven = loaded(multi, 10);
    for (const level of uneven.load!) Object.assign(level, { fairness: 0.5, mostServed: 77, leastServed: 3 });
    expect(load.sentences!(uneven, words)).toContain(words.load.uneven("77", "3"));
  });

  test("has an account in which everything sent is found again", () => {
    const { rows, head } = load.tables(result, words)[1]!;
    for (const row of rows) {
      expect(row).toHaveLength(head.length);
      const [sent, ...parts] = row.slice(2, 9).map(Number);
      expect(parts.reduce((sum, part) => sum + part)).toBe(sent);
    }
  });

  test("compares the servers in words, with the spread", () => {
    const faster = loaded(multi, 10);
    for (const level of faster.load!)
      level.eachRound = level.eachRound.map((round, at) => ({
        ...round,
        requestsPerSecond: round.requestsPerSecond * (2 + at / 10),
      }));
    const said = load.comparisons!(run(loaded(single, 1), faster), words);
    expect(said).toHaveLength(2);
    const [ratio, low, high] = ["2.1", "2.0", "2.2"].map((each) => each.replace(".", words.decimal));
    for (const sentence of said) expect(sentence).toContain(`${ratio} (${words.fromTo(low!, high!)})`);
  });

  test("is drawn as throughput, as waiting and as a distribution, for kept connections and for fresh ones, and told in words", () => {
    const pictures = load.charts!(result, words);
    expect(pictures).toHaveLength(6);
    for (const { said, title, curves } of pictures) {
      expect(said.startsWith(title)).toBe(true);
      for (const { name, points } of curves) {
        expect(said).toContain(`${name}: `);
        expect(points.length).toBeGreaterThanOrEqual(3);
      }
    }
  });
});

test("what was not loaded is not shown as a load", () => {
  expect(findingOf(run(single, multi))).toBeUndefined();
  expect(findingOf(run(single, loaded(multi, 1)))).toBe(load);
});
