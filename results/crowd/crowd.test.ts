import { describe, expect, test } from "vitest";
import { multi, run, single } from "../sample.test-data.js";
import { story } from "../story.js";
import { texts } from "../texts/texts.js";
import { crowded } from "./crowd.test-data.js";
import { crowd } from "./finding.js";

const result = run(crowded(single, 1), crowded(multi, 256));

describe.each(["en", "id"] as const)("a crowd in %s", (language) => {
  const words = texts(language);

  test("says at the top how long the last one waits in the largest crowd that came to all", () => {
    const said = crowd.answer(result, words)!;
    expect(said).toContain(words.crowd.waitsAt("10 s", "single"));
    expect(said).toContain(words.crowd.waitsAt("31 ms", "multi"));
  });

  test("has a row for each size and a column for each server, once for staying and once for leaving", () => {
    const [stay, leave, account] = crowd.tables(result, words);
    expect(stay!.rows.map(([clients]) => clients)).toEqual(["1", "10", "20", "1000"]);
    expect(stay!.head.slice(1)).toEqual(["single", "multi"]);
    expect(leave!.rows[3]!.slice(1)).toEqual([`1${words.decimal}0`, `1${words.decimal}0`]);
    expect(account!.rows).toHaveLength(16);
    for (const row of account!.rows) expect(row).toHaveLength(account!.head.length);
  });

  test("tells what each further client costs the last one, and draws the stairs", () => {
    const [one] = result.servers;
    expect(story(one!, words).join(" ")).toContain(words.crowd.eachMore("20", "1000", "10 ms"));
    const charts = crowd.charts!(result, words);
    expect(charts).toHaveLength(3);
    const stairs = charts[2]!;
    expect(stairs.steps).toBe(true);
    expect(stairs.curves[0]!.points.map(({ y }) => y)).toEqual(
      Array.from({ length: 20 }, (_, at) => 1 + 10 * at),
    );
    for (const { said } of charts) expect(said).toContain("single: ");
  });

  test("marks who was turned away, and sounds an alarm where somebody was never answered", () => {
    const odd = crowded(single, 1);
    odd.crowd![6] = { ...odd.crowd![6]!, answered: 900, waiting: 100, turnedAway: 3 };
    const [stay] = crowd.tables(run(odd), words);
    expect(stay!.rows[3]![1]).toBe(`${words.moreThan("20000")} * !`);
    expect([stay!.alarm!(3, 1), stay!.alarm!(2, 1)]).toEqual([true, false]);
    expect(crowd.charts!(run(odd), words)[0]!.curves[0]!.points.at(-1)).toMatchObject({
      y: 20_000,
      more: true,
    });
  });
});
