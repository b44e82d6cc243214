// For the tests: a real Chromium, and what it must find no fault with in any of our pages.

import { accessSync, constants, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, launch } from "puppeteer-core";
import { expect } from "vitest";
import { howToInstall } from "../../cli/install.js";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

/** Its program; undefined: none is in PATH. */
const program = NAMES.flatMap((name) =>
  (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, name)),
).find((path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
});

/** Where tests are run for a release there is one; other systems keep theirs out of PATH. */
export const noChromium = program === undefined && process.platform !== "linux";

/** Starts it, with a profile of its own in this folder. */
export function openChromium(folder: string): Promise<Browser> {
  expect(program, `one of ${NAMES.join(", ")} in PATH: ${howToInstall("chromium")}`).toBeDefined();
  return launch({
    executablePath: program!,
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
}

/** How a page is looked at. */
export interface View {
  width: number;
  scheme: "light" | "dark";
  media: "screen" | "print";
}

/** The page has no error, asks nobody for anything, fits, and is accessible. */
export async function expectSound(browser: Browser, path: string, view: View): Promise<void> {
  const page = await browser.newPage();
  const troubles: string[] = [];
  const requests: string[] = [];
  page.on("console", (message) => troubles.push(message.text()));
  page.on("pageerror", (error) => troubles.push(String(error)));
  page.on("dialog", (dialog) => troubles.push(dialog.message()));
  page.on("request", (request) => requests.push(request.url().replace(/^data:.*/s, "data:")));
  await page.setViewport({ width: view.width, height: 800 });
  await page.emulateMediaType(view.media);
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: view.scheme }]);
  const address = pathToFileURL(path).href;
  await page.goto(address);
  const tooWide = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
  expect(tooWide, path).toBeLessThanOrEqual(0);
  // Through the debugger, which the page's own policy doesn't bind.
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));
  const faults = await page.evaluate(
    "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, ...nodes.map((node) => node.html)]))",
  );
  expect(faults, path).toEqual([]);
  expect(troubles, path).toEqual([]);
  expect(requests.filter((url) => url !== address && url !== "data:")).toEqual([]);
  await page.close();
}
