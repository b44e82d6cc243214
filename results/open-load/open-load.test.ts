import { describe, expect, test } from "vitest";
import { multi, run, single } from "../sample.test-data.js";
import { story } from "../story.js";
import { texts } from "../texts/texts.js";
import { openLoad } from "./finding.js";
import { scheduled } from "./open-load.test-data.js";

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
    expect(table!.rows[2]![7]).toBe("-"); // at the capacity nothing is predicted
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
