import fc from "fast-check";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { anyResult } from "./any.test-data.js";
import { html } from "./html.js";
import type { Result } from "./result.js";
import { failed, inconclusive, multi, noKernel, run, single, surprising } from "./sample.test-data.js";
import { texts } from "./texts/texts.js";

const written = async (result: Result, attachments = new Map<string, Buffer>(), language = "en" as const) =>
  (await html(result, texts(language), attachments)).html;
const parsed = async (...of: Parameters<typeof written>) => parseHTML(await written(...of)).document;

const all = run(single, multi, failed, surprising, inconclusive, noKernel);

describe("the page", () => {
  test("begins with the answer in one sentence, in its language", async () => {
    const document = await parsed(all);
    expect(document.documentElement.getAttribute("lang")).toBe("en");
    expect(document.querySelector("h1")!.textContent).toMatch(
      /^One client makes the next one wait at single, /,
    );
    expect(document.querySelector("title")!.textContent).toContain("One client makes");
    expect((await html(all, texts("id"), new Map())).html).toContain('<html lang="id">');
  });

  test("has a timeline for each server that anybody came to, with words beside it", async () => {
    const document = await parsed(all);
    expect(document.querySelectorAll("article")).toHaveLength(6);
    expect(document.querySelectorAll("article figure svg[role=img][aria-label]")).toHaveLength(5);
    expect(document.querySelectorAll("article details table")).toHaveLength(5);
    for (const caption of document.querySelectorAll("article figcaption"))
      expect(caption.textContent).not.toBe("");
  });

  test("refers only to patterns that are on it, and has no id twice", async () => {
    const text = await written(all);
    const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of text.matchAll(/url\(#([\w-]+)\)/g)) expect(ids).toContain(id);
  });

  test("embeds the pictures with a text, and says where one is missing", async () => {
    const [first, second] = single.clients;
    const clients = [
      { ...first!, picture: "two/1.png", browser: "Chrome 131" },
      { ...second!, picture: "two/2.png" },
    ];
    const document = await parsed(run({ ...single, clients }), new Map([["two/1.png", Buffer.from("png")]]));
    const images = [...document.querySelectorAll("img")];
    expect(images.map((image) => image.getAttribute("src"))).toEqual(["data:image/png;base64,cG5n"]);
    expect(images[0]!.getAttribute("alt")).toBe("client 1 at single, just before client 1 left: answered");
    expect(document.querySelector(".window .empty")!.textContent).toBe("The picture is missing.");
  });

  test("puts the deciding lines side by side and marks those that only one server has", async () => {
    const code = (line: string) => ({ file: "s.ts", text: `for (;;) {\n  ${line}\n}\n` });
    const document = await parsed(
      run({ ...single, code: code("serve(c);") }, { ...multi, code: code("start<T>(c);") }),
    );
    expect([...document.querySelectorAll("mark")].map((mark) => mark.textContent!.trim())).toEqual([
      "serve(c);",
      "start<T>(c);",
    ]);
  });

  test("shows equal lines once, with who runs them, and none where they decide nothing", async () => {
    const code = { file: "servers/single.ts", text: "for (;;) serve();" };
    const pool = { ...single, name: "pool", model: "thread-pool", modelSize: 4, code };
    const document = await parsed(run({ ...single, code }, pool));
    expect([...document.querySelectorAll("pre")]).toHaveLength(1);
    expect(
      [...document.querySelectorAll(".card>figcaption p")].map(({ textContent }) => textContent),
    ).toEqual([
      "single servers/single.ts: one thread runs this loop",
      "pool servers/single.ts: each of its 4 threads runs this loop",
    ]);
    const twice = run({ ...single, code }, { ...single, name: "again", code });
    const lone = run(
      { ...single, code, clients: single.clients.slice(0, 1) },
      { ...multi, code, clients: [] },
    );
    for (const result of [twice, { ...lone, servers: lone.servers.slice(0, 1) }])
      expect((await parsed(result)).querySelectorAll("pre")).toHaveLength(0);
  });

  test("is small and quickly written, also with five servers and fifty trials", async () => {
    const many = { ...single, eachTrial: Array.from({ length: 50 }, () => single.eachTrial[0]!) };
    const start = performance.now();
    const text = await written(run(many, multi, many, many, many));
    expect(performance.now() - start).toBeLessThan(1000);
    expect(Buffer.byteLength(text)).toBeLessThan(300_000);
  });

  test("has no script and no address to fetch from, and its tables say what their heads belong to, whatever the result", async () => {
    await fc.assert(
      fc.asyncProperty(anyResult, async (any) => {
        const text = await written(any);
        const { document } = parseHTML(text);
        expect(document.querySelectorAll("script, iframe, link[rel=stylesheet], b > c")).toHaveLength(0);
        expect(text).not.toMatch(/(src|href)="(?!data:)[^"]*:/);
        expect(text.replace(/<svg[^>]* xmlns="[^"]*"/g, "")).not.toMatch(/="(NaN|undefined|-?Infinity)/);
        for (const head of document.querySelectorAll("th")) expect(head.getAttribute("scope")).toBeTruthy();
        for (const table of document.querySelectorAll("table"))
          expect(table.querySelector("caption")).not.toBeNull();
        const levels = [...document.querySelectorAll("h1,h2,h3")].map(({ tagName }) => Number(tagName[1]));
        levels.forEach((level, at) => {
          expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1);
        });
      }),
      { numRuns: 30 },
    );
  });
});
