// The page in a real Chromium: at three widths, light and dark, on the screen and on paper.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { costly } from "../cost/cost.test-data.js";
import { crowded } from "../crowd/crowd.test-data.js";
import { writeResult } from "../formats.js";
import { scheduled } from "../open-load/open-load.test-data.js";
import { failed, inconclusive, loaded, multi, report, run, single } from "../sample.test-data.js";
import { slowed } from "../slow-client/slow-client.test-data.js";
import { expectSound, noChromium, openChromium, type View } from "../testing/chromium.js";
import { texts } from "../texts/texts.js";

describe.skipIf(noChromium)("the page in a browser", () => {
  const code = { file: "servers/single.ts", text: `${"serve(listener.accept()); ".repeat(8)}\n` };
  const [first, second] = single.clients;
  const shown = { ...single, code, clients: [{ ...first!, picture: "1.png" }, second!] };
  const pages = ["two-clients", "dua-klien", "report", "load"];
  /** They are made of the same parts: once on a phone, once in the dark and once on paper is enough. */
  const figures = [...pages, "crowd", "cost", "slow-client", "open-load", "index"];
  let folder: string;
  let browser: Browser;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "antre-page-"));
    const pixel = Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==",
      "base64",
    );
    const mixed = run(shown, { ...multi, code }, failed, inconclusive);
    const pictures = new Map([["1.png", pixel]]);
    await writeResult(mixed, folder, texts("en"), pictures);
    await writeResult({ ...mixed, scenario: "dua-klien" }, folder, texts("id"), pictures);
    const untried = { measured: null, reproduced: null, why: "there is no browser", evidence: null };
    const observed = report((one) =>
      one.experiment === "g"
        ? { ...one, reproduced: false, measured: "no-answer" }
        : one.experiment === "e"
          ? { ...one, ...untried }
          : one,
    );
    const windows = report().observations!.flatMap(({ measurement }) => measurement!.clients);
    const shots = windows.flatMap(({ picture }) =>
      picture === undefined ? [] : [[picture, pixel] as const],
    );
    await writeResult(observed, folder, texts("id"), new Map(shots));
    const load = run(loaded(single, 1), loaded(multi, 10));
    await writeResult({ ...load, scenario: "load" }, folder, texts("en"));
    const families = {
      crowd: run(crowded(single, 1), crowded(multi, 256)),
      cost: run(costly(single, 1, 0), costly(multi, 1000, 2 ** 21)),
      "slow-client": run(slowed(single, 0), slowed(multi, 1)),
      "open-load": run(scheduled(single, 1), scheduled(multi, 10)),
    };
    for (const [scenario, result] of Object.entries(families)) {
      await writeResult({ ...result, scenario }, folder, texts("id"));
    }
    const conclusions = (["as expected", "unexpected", "not carried out", "left out", "failed"] as const).map(
      (state) => ({
        scenario: "crowd",
        state,
        answer: null,
        why: "a reason",
        page: "crowd",
        elapsedMs: 1200,
      }),
    );
    await writeResult({ ...run(), scenario: "all", conclusions }, folder, texts("id"));
    browser = await openChromium(folder);
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    if (folder) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  test.each<[string, View, string[]]>([
    ["a phone, light", { width: 390, scheme: "light", media: "screen" }, figures],
    ["a phone, dark", { width: 390, scheme: "dark", media: "screen" }, pages],
    ["a laptop, light", { width: 1280, scheme: "light", media: "screen" }, pages],
    ["a laptop, dark", { width: 1280, scheme: "dark", media: "screen" }, figures],
    ["paper", { width: 794, scheme: "dark", media: "print" }, figures],
  ])("on %s has no error, asks nobody for anything, fits, and is accessible", async (_, view, names) => {
    for (const name of names) await expectSound(browser, join(folder, `${name}.html`), view);
  });

  test("on a phone, shows the whole caption of a table that scrolls, and a shade where it goes on", async () => {
    const page = await browser.newPage();
    await page.setViewport({ width: 390, height: 800 });
    await page.goto(pathToFileURL(join(folder, "two-clients.html")).href);
    const shaded = await page.evaluate(`
      [...document.querySelectorAll(".scroll")].filter((part) => part.scrollWidth > part.clientWidth).map((part) => {
        part.scrollLeft = part.scrollWidth;
        const { left, right } = part.querySelector("caption span")?.getBoundingClientRect() ?? { left: 0, right: 0 };
        return [left >= 0 && right <= innerWidth, getComputedStyle(part).backgroundImage.includes("gradient")];
      })`);
    expect(new Set(JSON.stringify(shaded).match(/true|false/g))).toEqual(new Set(["true"]));
    await page.close();
  });

  test.each(["two-clients", "report"])(
    "on a phone, has timelines whose words are as large as small print: %s",
    async (name) => {
      const page = await browser.newPage();
      await page.setViewport({ width: 390, height: 800 });
      await page.goto(pathToFileURL(join(folder, `${name}.html`)).href);
      const sizes = await page.evaluate(`
        [...document.querySelectorAll("article svg text")].map((text) =>
          parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a)`);
      expect(Math.min(...(sizes as number[]))).toBeGreaterThanOrEqual(11.9);
      await page.close();
    },
  );

  test("on a phone, has timelines that can be scrolled with the keyboard", async () => {
    const page = await browser.newPage();
    await page.setViewport({ width: 390, height: 800 });
    await page.goto(pathToFileURL(join(folder, "two-clients.html")).href);
    await page.focus(".drawing");
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction("document.activeElement.scrollLeft > 0");
    await page.close();
  });

  test("can be walked through with the keyboard, and shows where one is", async () => {
    const page = await browser.newPage();
    await page.setViewport({ width: 390, height: 800 });
    await page.goto(pathToFileURL(join(folder, "two-clients.html")).href);
    const seen: string[] = [];
    for (let step = 0; step < 6; step++) {
      await page.keyboard.press("Tab");
      seen.push(
        String(
          await page.evaluate(
            "document.activeElement.tagName + ' ' + getComputedStyle(document.activeElement).outlineStyle",
          ),
        ),
      );
    }
    expect(seen).toContain("SUMMARY solid");
    expect(seen).toContain("DIV solid");
    await page.close();
  });
});
