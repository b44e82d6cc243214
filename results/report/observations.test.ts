import { describe, expect, test } from "vitest";
import { details, headline } from "../answer.js";
import { html } from "../html.js";
import { markdown } from "../markdown.js";
import { report } from "../sample.test-data.js";
import { table } from "../table.js";
import { texts } from "../texts/texts.js";
import { loadAnswer, observationRows } from "./observations.js";

const en = texts("en");
const missing = report((one) =>
  one.experiment === "e"
    ? { ...one, measured: null, reproduced: null, why: "there is no browser", evidence: null }
    : one,
);

describe("the observations of the course report", () => {
  test("are counted in the headline, in both languages", () => {
    expect(headline(report(), en)).toBe("14 of 14 observations of the course report were reproduced.");
    expect(headline(report(), texts("id"))).toBe("14 dari 14 pengamatan laporan praktikum terulang.");
    expect(details(report(), en)).toEqual([loadAnswer(report().loadObservations!, en)]);
  });

  test("that could not be tried are not counted as reproduced, and say why", () => {
    expect(headline(missing, en)).toMatch(/^12 of 14/);
    expect(details(missing, en)[0]).toBe("Not reproduced: 0. Could not be tried: 2.");
  });

  test("say once, below the table, why they could not be tried", async () => {
    const why = "port 8080 is used by process 4711 (python3 thr.py)";
    const none = report((one) => ({ ...one, measured: null, reproduced: null, why }));
    for (const [language, said] of [
      ["en", `single and multi: could not be tried: ${why}.`],
      ["id", `single dan multi: tidak bisa dicoba: ${why}.`],
    ] as const) {
      const say = texts(language);
      const text = table(none, say, { plain: true, color: false, columns: 100 }).replace(/\s+/g, " ");
      const { md } = await markdown(none, say, new Map());
      const page = (await html(none, say, new Map())).html;
      expect(text.split(said)).toHaveLength(2);
      for (const all of [text, md, page]) expect(all.split(why.slice(0, 20))).toHaveLength(2);
    }
  });

  test("stand in the table on a terminal, one row each", () => {
    const text = table(missing, en, { plain: true, color: false, columns: 100 });
    expect(text).toMatch(/c\. two command-line.* single .*client 2 waited/);
    expect(text).toContain("could not be");
    expect(text.match(/\bmulti\b/g)).toHaveLength(9 + 1 + 1); // rows, answer, remark
  });

  test("stand in the Markdown", async () => {
    const { md, svg } = await markdown(missing, en, new Map());
    expect(md).toContain(
      "| g. a file that is missing | single | 404 Not Found | 404 in 1.1 ms | reproduced | [g](<report/g.md>) |",
    );
    expect(svg).toBeUndefined();
  });

  test("have beside them what autocannon saw: at single the second connection is never served", async () => {
    expect(loadAnswer(report().loadObservations!, en)).toBe(
      "Asked by autocannon, over connections that stay, single serves 1 of 2 and multi serves 2 of 2.",
    );
    const { md } = await markdown(report(), en, new Map());
    expect(md).toContain(
      "| autocannon, connections: 2 | single | - | served: 1 of 2, the rest never | as expected | [two-connections](<report/two-connections.md>) |",
    );
    expect(md).toContain("|  | multi | - | served: 2 of 2 | as expected |");
  });

  test("say where autocannon could not be asked, and where it saw something else", () => {
    const [, , second] = report().loadObservations!;
    const odd = [
      { ...second!, served: 2, asExpected: false },
      { ...second!, server: "multi" as const, served: null, asExpected: null, why: "it did not start" },
    ];
    const rows = observationRows({ ...report(), observations: [], loadObservations: odd }, en).rows;
    expect(rows.map((row) => row.at(-1))).toEqual(["not as expected", "could not be tried"]);
  });
});
