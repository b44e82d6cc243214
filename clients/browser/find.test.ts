import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { browserAt, findBrowsers } from "./find.js";

const on = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv, ...files: string[]) =>
  findBrowsers({ platform, env, exists: (path) => files.includes(path) });

test("on Linux they are looked for along PATH and among the snaps, one of each name", () => {
  const files = [
    "/opt/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
    "/usr/bin/firefox-esr",
    "/snap/bin/chromium",
  ];
  expect(on("linux", { PATH: "/opt/bin:/usr/bin" }, ...files)).toEqual([
    { name: "Chrome", kind: "chrome", path: "/opt/bin/google-chrome" },
    { name: "Firefox", kind: "firefox", path: "/usr/bin/firefox-esr" },
    { name: "Chromium", kind: "chrome", path: "/snap/bin/chromium" },
  ]);
});

test("on macOS they are applications, of the system or of the user", () => {
  const chrome = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
  const firefox = "/Users/budi/Applications/Firefox.app/Contents/MacOS/firefox";
  const found = on("darwin", { HOME: "/Users/budi" }, chrome, firefox);
  expect(found.map(({ path }) => path)).toEqual([chrome, firefox]);
});

test("on Windows they are programs, for all users or for one", () => {
  const edge = "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe";
  const chrome = "C:\\Users\\Budi\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe";
  const env = {
    PROGRAMFILES: "C:\\Program Files",
    "PROGRAMFILES(X86)": "C:\\Program Files (x86)",
    LOCALAPPDATA: "C:\\Users\\Budi\\AppData\\Local",
  };
  expect(on("win32", env, edge, chrome)).toEqual([
    { name: "Chrome", kind: "chrome", path: chrome },
    { name: "Edge", kind: "chrome", path: edge },
  ]);
});

test("Firefox alone is the first; where there is none there is none", () => {
  expect(on("linux", { PATH: "/usr/bin" }, "/usr/bin/firefox")[0]?.name).toBe("Firefox");
  expect(on("linux", {})).toEqual([]);
});

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "find-"));
  for (const file of ["firefox-nightly", "msedge.exe", "Google Chrome", "brave"])
    writeFileSync(join(folder, file), "");
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ["firefox-nightly", "Firefox", "firefox"],
  ["msedge.exe", "Edge", "chrome"],
  ["Google Chrome", "Chrome", "chrome"],
  ["brave", "Chromium", "chrome"],
])("%s is taken for %s", (file, name, kind) => {
  expect(browserAt(join(folder, file))).toEqual({ name, kind, path: join(folder, file) });
});

test("no file, or a folder, is no browser", () => {
  expect(browserAt(join(folder, "none"))).toBeNull();
  expect(browserAt(folder)).toBeNull();
});
