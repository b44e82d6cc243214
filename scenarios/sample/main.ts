// npm run sample: makes results/sample/ anew, one whole run as it comes out on this machine: its reports, raw figures and
// charts, and pictures of some of its pages for the READMEs. It takes ten minutes, in which nothing else should run.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { launch } from "puppeteer-core";
import { findBrowsers } from "../../clients/browser/find.js";
import { scenarios } from "../registry.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const goal = join(root, "results", "sample");
const main = fileURLToPath(new URL("../main.js", import.meta.url));
/** What would be different on every machine, or is large: the zoo; pages, traces and whole results. */
const WITHOUT = ["zoo"];
const KEPT = /\.(md|csv|svg|png)$|^index\.json$/;
const PICTURE = /\.png$/;
/** The pages that the READMEs show, and how much of each, in CSS pixels. */
const PICTURES = { report: 1080, load: 1120, crowd: 1500, "slow-client": 760 };
const WIDTH = 1100;

// Ctrl-C reaches the run too: it ends, and then we tidy up as after any run that went wrong.
process.on("SIGINT", () => {});
const folder = await mkdtemp(join(tmpdir(), "antre-sample-"));
try {
  const names = scenarios.map(({ name }) => name).filter((name) => name !== "all" && !WITHOUT.includes(name));
  const args = [main, "all", "--only", names.join(","), "--lang", "en", "--out", folder];
  const run = spawn(process.execPath, args, { stdio: "inherit" });
  const [status] = await once(run, "exit");
  if (status === 0) {
    await takePictures();
    await rm(goal, { recursive: true, force: true });
    await mkdir(goal, { recursive: true });
    await keep();
    console.log(`Written: ${goal}`);
  } else {
    console.error("Not everything came out as expected: the old sample was kept.");
    process.exitCode = 1;
  }
} finally {
  await rm(folder, { recursive: true });
}

/** The top of each page, as a laptop shows it. */
async function takePictures(): Promise<void> {
  const browser = findBrowsers().find(({ kind }) => kind === "chrome");
  if (browser === undefined) throw new Error("Chrome or Chromium is needed for the pictures");
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const window = await launch({
    executablePath: browser.path,
    args: [
      ...sandbox,
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-sync",
    ],
  });
  try {
    for (const [name, height] of Object.entries(PICTURES)) {
      const page = await window.newPage();
      await page.setViewport({ width: WIDTH, height });
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "light" }]);
      await page.goto(pathToFileURL(join(folder, `${name}.html`)).href);
      await page.screenshot({ path: join(folder, `${name}.page.png`) as `${string}.png` });
      await page.close();
    }
  } finally {
    await window.close();
  }
}

/** With the paths of this machine left out: they say nothing to anybody else. */
async function keep(): Promise<void> {
  for (const name of await readdir(folder, { recursive: true })) {
    if (!KEPT.test(name)) continue;
    const [from, to] = [join(folder, name), join(goal, name)];
    await mkdir(dirname(to), { recursive: true });
    if (PICTURE.test(name)) await cp(from, to);
    else await writeFile(to, (await readFile(from, "utf8")).replaceAll(root, ""));
  }
}
