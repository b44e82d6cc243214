// The grader's pages in a real Chromium: at two widths, light and dark, on the screen and on paper, in both languages.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectSound, noChromium, openChromium, type View } from "../../results/testing/chromium.js";
import { perfect, sample } from "../testing/sample.js";
import { texts } from "../texts/texts.js";
import { classHtml } from "./class-html.js";
import { feedbackHtml } from "./feedback-html.js";

describe.skipIf(noChromium)("the pages about grades in a browser", () => {
  let folder: string;
  let browser: Browser;
  const pages: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "antre-page-"));
    for (const language of Object.values(texts)) {
      const write = (name: string, html: string) => {
        pages.push(join(folder, `${name}-${language.code}.html`));
        writeFileSync(pages.at(-1)!, html);
      };
      write("feedback", feedbackHtml(sample, language, { self: false }));
      write("perfect", feedbackHtml(perfect, language, { self: true }));
      write("class", classHtml([sample, perfect, { ...sample, submission: "budi" }], language));
    }
    browser = await openChromium(folder);
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  test.each<[string, View]>([
    ["a phone, dark", { width: 390, scheme: "dark", media: "screen" }],
    ["a laptop, light", { width: 1280, scheme: "light", media: "screen" }],
    ["paper", { width: 794, scheme: "dark", media: "print" }],
  ])("on %s have no error, ask nobody for anything, fit, and are accessible", async (_, view) => {
    for (const path of pages) await expectSound(browser, path, view);
  });

  test("show what a program wrote as it is, and carry none of it out", async () => {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(pages[0]!).href);
    expect(await page.evaluate("document.querySelectorAll('script, img').length")).toBe(0);
    expect(await page.evaluate("document.body.innerText")).toContain("<img src=x onerror=alert(1)>");
    await page.close();
  });

  test("link each submission of the class to its page", async () => {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(pages[2]!).href);
    const links = await page.evaluate(
      "[...document.querySelectorAll('td, th a')].filter(a => a.href).map(a => a.getAttribute('href'))",
    );
    expect(links).toContain("anna%20%26%20%3Cb%3E/feedback.html");
    await page.close();
  });
});
