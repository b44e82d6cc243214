// Where there is no browser, or the port is taken, nothing speaks for or against the server: that is what every format says.

import { describe, expect, test } from "vitest";
import { answer } from "./answer.js";
import { html } from "./html.js";
import { markdown } from "./markdown.js";
import { untried as isUntried, serverRows } from "./rows.js";
import { multi, run, single, untried } from "./sample.test-data.js";
import { table } from "./table.js";
import { texts } from "./texts/texts.js";

describe.each([
  ["en", "could not be tried", /Not as expected|not reproduced|Expected blocks/],
  ["id", "tidak bisa dicoba", /Tidak sesuai|tidak terulang|Seharusnya/],
] as const)("a server that could not be tried (%s)", (language, words, blamed) => {
  const say = texts(language);
  const none = run(untried, { ...untried, name: "multi" });

  test("is told so in every format, with the reason, and is not blamed", async () => {
    const formats = [
      table(none, say, { plain: true, color: false, columns: 100 }),
      (await markdown(none, say, new Map())).md,
      (await html(none, say, new Map())).html,
    ];
    for (const text of formats) {
      expect(text).toContain(words);
      expect(text.replace(/\s+/g, " ")).toContain("there is no browser. Install one.");
      expect(text).not.toMatch(blamed);
    }
  });

  test("has no verdict, no expectation that it has missed, no agreement, and does not contradict the report", () => {
    const [name, verdict, asExpected, trials, report] = serverRows(none, say).rows[0]!;
    expect([name, verdict, asExpected, trials]).toEqual(["mine", words, "-", "-"]);
    expect(report).toBe(say.reportUntried(say.verdicts.blocks));
  });

  test("does not spoil what is said of the others", () => {
    expect(answer(run(single, multi, untried), say)).not.toMatch(blamed);
    expect(answer(run({ ...single, asExpected: false }, untried), say)).toContain(say.unexpected("single"));
  });
});

test("a server that failed in some trial was tried, whatever kept it from the next", () => {
  const eachTrial = [{ outcome: "silent" as const, clients: single.clients }];
  expect(isUntried({ ...untried, eachTrial })).toBe(false);
});
