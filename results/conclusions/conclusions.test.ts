import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { html } from "../html.js";
import { markdown } from "../markdown.js";
import type { Conclusion } from "../result.js";
import { run } from "../sample.test-data.js";
import { table } from "../table.js";
import { texts } from "../texts/texts.js";

const conclusions: Conclusion[] = [
  { scenario: "crowd", state: "as expected", answer: "The last one waits.", page: "crowd", elapsedMs: 900 },
  { scenario: "cost", state: "unexpected", answer: "So many are held.", page: "cost", elapsedMs: 2000 },
  { scenario: "report", state: "left out", answer: null, why: "another <server>", page: null, elapsedMs: 0 },
];
const result = { ...run(), scenario: "all", conclusions };
const en = texts("en");

test("all that was found is counted, without what was left out", () => {
  const said = table(result, en, { plain: true, color: false, columns: 100 });
  expect(said).toMatch(/^all: 1 of 2 scenarios came out as expected\./);
  expect(said).toMatch(/crowd +as expected +The last one waits\./);
  expect(said).toMatch(/report +left out +another <server>/);
});

test("the index leads to each page that there is, in HTML and in Markdown", async () => {
  const { document } = parseHTML((await html(result, en, new Map())).html);
  expect([...document.querySelectorAll(".index a")].map((link) => link.getAttribute("href"))).toEqual([
    "crowd.html",
    "cost.html",
  ]);
  expect(document.querySelectorAll(".index tbody tr")).toHaveLength(3);
  const { md } = await markdown(result, en, new Map());
  expect(md).toContain("[crowd](<crowd.md>)");
  expect(md).not.toContain("[report]");
});
