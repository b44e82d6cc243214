// The grader's pages in a real Chromium: at two widths, light and dark, on the screen and on paper, in both languages.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, launch } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findBrowsers } from "../../clients/browser/find.js";
import { perfect, sample } from "../testing/sample.js";
import { texts } from "../texts/texts.js";
import { classHtml } from "./class-html.js";
import { feedbackHtml } from "./feedback-html.js";

const found = findBrowsers().find(({ kind }) => kind === "chrome")?.path;

// Where tests are run for a release there is a Chromium.
describe.skipIf(!found && process.platform !== "linux")("the pages about grades in a browser", () => {
  let folder: string;
  let browser: Browser;
  let axe: string;
  const pages: string[] = [];

  beforeAll(async () => {
    expect(found, "a Chromium: install chromium").toBeDefined();
    folder = mkdtempSync(join(tmpdir(), "antre-page-"));
    axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
    for (const language of Object.values(texts)) {
      const write = (name: string, html: string) => {
        pages.push(join(folder, `${name}-${language.code}.html`));
        writeFileSync(pages.at(-1)!, html);
      };
      write("feedback", feedbackHtml(sample, language, { self: false }));
      write("perfect", feedbackHtml(perfect, language, { self: true }));
      write("class", classHtml([sample, perfect, { ...sample, submission: "budi" }], language));
    }
    browser = await launch({
      executablePath: found!,
      userDataDir: join(folder, "profile"),
      args: [
        "--no-sandbox",
        "--headless=new",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    });
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  test.each([
    ["a phone, dark", 390, "dark", "screen"],
    ["a laptop, light", 1280, "light", "screen"],
    ["paper", 794, "dark", "print"],
  ])(
    "on %s have no error, ask nobody for anything, fit, and are accessible",
    async (_, width, scheme, media) => {
      for (const path of pages) {
        const page = await browser.newPage();
        const troubles: string[] = [];
        const requests: string[] = [];
        page.on("console", (message) => troubles.push(message.text()));
        page.on("pageerror", (error) => troubles.push(String(error)));
        page.on("dialog", (dialog) => troubles.push(dialog.message()));
        page.on("request", (request) => requests.push(request.url().replace(/^data:.*/s, "data:")));
        await page.setViewport({ width, height: 800 });
        await page.emulateMediaType(media);
        await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
        const address = pathToFileURL(path).href;
        await page.goto(address);
        expect(
          await page.evaluate("document.documentElement.scrollWidth - innerWidth"),
          path,
        ).toBeLessThanOrEqual(0);
        await page.evaluate(axe); // through the debugger, which the page's own policy doesn't bind
        const faults = await page.evaluate(
          "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, ...nodes.map((node) => node.html)]))",
        );
        expect(faults, path).toEqual([]);
        expect(troubles, path).toEqual([]);
        expect(requests.filter((url) => url !== address && url !== "data:")).toEqual([]);
        await page.close();
      }
    },
  );

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
