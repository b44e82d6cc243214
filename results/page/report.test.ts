// The page of the course report: what it shows of each observation, also to those who have nothing but this page.

import fc from "fast-check";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { anyClient } from "../any.test-data.js";
import { html } from "../html.js";
import type { Result } from "../result.js";
import { png, report } from "../sample.test-data.js";
import { type Language, texts } from "../texts/texts.js";

const written = async (result: Result, pictures = new Map<string, Buffer>(), language: Language = "en") =>
  (await html(result, texts(language), pictures)).html;
const parsed = async (...of: Parameters<typeof written>) => parseHTML(await written(...of)).document;
const said = (element: { textContent: string | null } | null) =>
  element!.textContent!.replace(/\s+/g, " ").trim();

const failing = report((one) =>
  one.experiment === "g" ? { ...one, measured: "no-answer", reproduced: false } : one,
);
const untried = report(({ measurement: _, ...one }) => ({
  ...one,
  measured: null,
  reproduced: null,
  why: "no browser",
  evidence: null,
}));
const pathsOf = ({ observations = [] }: Result) =>
  observations.flatMap(
    ({ measurement }) => measurement?.clients.flatMap(({ picture = [] }) => picture) ?? [],
  );
const pictured = (of: (path: string) => Buffer) =>
  new Map(pathsOf(report()).map((path) => [path, of(path)] as const));

describe("the page of the course report", () => {
  test("has a row for each experiment, whose cells say what the report saw, what was measured, and where the evidence is", async () => {
    const document = await parsed(failing);
    expect(said(document.querySelector("h1"))).toMatch(/^12 of 14 /);
    expect(document.querySelectorAll(".experiment")).toHaveLength(7 + 2);
    expect(document.querySelectorAll("article.yes")).toHaveLength(16);
    expect(said(document.querySelector("article.no"))).toMatch(
      /not reproduced.*the report saw: 404 Not Found.*Antre saw: no answer.*404 in 1.1 ms/,
    );
    const two = document.querySelector("#c-single")!;
    expect(said(two.querySelector(".saw"))).toContain("the second connects and gets nothing");
    expect(said(two.querySelector("figcaption"))).toMatch(
      /^client 2 waited 150 ms for client 1, in the accept/,
    );
    expect(two.querySelector("a")!.getAttribute("href")).toBe("report/c.html");
    expect(said(document.querySelector(".links"))).toContain("in the folder report");
  });

  test("draws the clients of each experiment, with words for those who do not see it; of the start, it shows the log", async () => {
    const document = await parsed(report());
    expect(document.querySelectorAll("article > figure svg[role=img][aria-label]")).toHaveLength(12);
    expect(document.querySelector("#c-single svg")!.getAttribute("aria-label")).toContain(
      "waited 150.2 ms for",
    );
    expect(said(document.querySelector("#a-multi pre"))).toBe("Connected with 127.0.0.1:5000");
  });

  test("has all marks at one glance, each of which leads to its row", async () => {
    const document = await parsed(failing);
    const cells = [...document.querySelectorAll(".glance td")];
    expect(cells).toHaveLength(18);
    expect(cells.filter(({ className }) => className === "no")).toHaveLength(2);
    for (const link of document.querySelectorAll(".glance a"))
      expect(document.querySelector(`article${link.getAttribute("href")}`)).not.toBeNull();
  });

  test("says at its end how it was decided, in both languages; not where nothing could be tried", async () => {
    for (const language of ["en", "id"] as const) {
      const say = texts(language);
      const document = await parsed(report(), new Map(), language);
      expect(said([...document.querySelectorAll("h2")].at(-2)!)).toBe(say.decidedTitle);
      expect(said(document.querySelector("ol"))).toContain("median");
      const empty = await written(untried, new Map(), language);
      expect(empty).not.toContain(say.decidedTitle);
    }
  });

  test("embeds each picture once, however often it is shown, and each has a text", async () => {
    const document = await parsed(
      report(),
      pictured(() => png(1)),
    );
    expect(document.querySelectorAll("symbol image")).toHaveLength(1);
    const windows = [...document.querySelectorAll(".shots svg[role=img]")];
    expect(windows).toHaveLength(8);
    expect(windows.map((one) => one.getAttribute("aria-label"))).toContain(
      "client 2 \u00b7 Firefox at single, just before client 1 left: blocked",
    );
    for (const use of document.querySelectorAll(".shots use"))
      expect(document.querySelector(`symbol${use.getAttribute("href")}`)).not.toBeNull();
  });

  test("stays small and is quickly written, however large the pictures are: those that are too large are told", async () => {
    const sizes = [20_000, 100_000, 400_000];
    const large = pictured((path) => png(sizes[path.length % sizes.length]!, path));
    const before = process.cpuUsage();
    const text = await written(report(), large);
    const { user, system } = process.cpuUsage(before); // of others on the machine it is no fault
    expect((user + system) / 1000).toBeLessThan(1000);
    expect(Buffer.byteLength(text)).toBeLessThan(300_000);
    expect(text).toContain("The picture is too large");
    expect(text).toContain("<image");
    const none = await written(report());
    expect(none).toContain("The picture is missing.");
    expect(Buffer.byteLength(none)).toBeLessThan(110_000);
  });

  test("can be made of whatever clients came", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyClient, { maxLength: 3 }), async (clients) => {
        const measurement = { hold: "kept", trials: 1, agreeing: 1, clients } as const;
        const text = await written(report((one) => ({ ...one, measurement })));
        expect(text).not.toMatch(/="(NaN|undefined|-?Infinity)|>(undefined|NaN|null)/);
      }),
      { numRuns: 20 },
    );
  });
});
