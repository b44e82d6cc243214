import { describe, expect, test } from "vitest";
import { multi, run, single } from "../sample.test-data.js";
import { story } from "../story.js";
import { texts } from "../texts/texts.js";
import { costly } from "./cost.test-data.js";
import { cost } from "./finding.js";

const result = run(costly(single, 1, 0), costly(multi, 1000, 2 * 2 ** 20));

describe.each(["en", "id"] as const)("what connections cost, in %s", (language) => {
  const words = texts(language);

  test("is told at the top: how many are held, and at what memory each", () => {
    const said = cost.answer(result, words)!;
    expect(said).toContain(words.cost.holds("single", "1"));
    expect(said).toContain(words.cost.holdsAt("multi", words.cost.all("100"), `2${words.decimal}0 MiB`));
  });

  test("has a row for each number, with an alarm where fewer were held than came", () => {
    const [all, each] = cost.tables(result, words);
    expect(all!.rows.map((row) => row[2])).toEqual(["0", "1 !", "0", "10", "100"]);
    all!.rows.forEach((row, at) => {
      expect(row).toHaveLength(all!.head.length);
      expect(all!.alarm!(at, 2)).toBe(row[2]!.endsWith("!"));
    });
    expect(all!.rows[1]!.at(-2)).toBe(words.cost.waits);
    expect(each!.rows).toEqual([["multi", "100", "2048", "1", "0", "3"]]);
  });

  test("is not said of one connection where few could be held", () => {
    const said = result.servers.map((server) => story(server, words).join(" "));
    expect(said[0]).toContain(words.cost.tooFew("1"));
    expect(said[1]).toContain(words.cost.ofThreads("1"));
    expect(said[1]).toContain(words.cost.newClient(`0${words.decimal}50 ms`, "100", `1${words.decimal}5 ms`));
  });

  test("of a new client is none where it is as soon served as when nobody else is there", () => {
    const [, held] = structuredClone(result.servers);
    held!.cost!.at(-1)!.firstByteMs!.median = 0.6;
    expect(story(held!, words).join(" ")).toContain(
      words.cost.newClientSame(`0${words.decimal}50 ms`, "100", `0${words.decimal}60 ms`),
    );
  });

  test("is drawn as far as it is known", () => {
    expect(cost.charts!(result, words)).toHaveLength(3);
    const blind = costly(multi, 1000, 0);
    for (const one of blind.cost!) Object.assign(one, { memory: null, threads: null });
    const charts = cost.charts!(run(blind), words);
    expect(charts).toHaveLength(1);
    expect(cost.tables(run(blind), words)[0]!.rows[0]).toContain("?");
  });
});
