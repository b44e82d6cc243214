import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { InstalledBrowser } from "./find.js";
import { giveStartUp, learnStartUp } from "./start-up.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "antre-test-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A profile that was used, with what its browser wrote into it. */
function used(name: string, files: Record<string, string>): string {
  const profile = join(folder, name);
  mkdirSync(join(profile, "startupCache"), { recursive: true });
  for (const [file, content] of Object.entries(files)) writeFileSync(join(profile, file), content);
  return profile;
}

/** What the next profile of that browser is given. */
function given(browser: InstalledBrowser): string[] {
  const profile = mkdtempSync(join(folder, "fresh-"));
  giveStartUp(browser, profile);
  return readdirSync(profile, { recursive: true, encoding: "utf8" }).sort();
}

const firefox = (path: string): InstalledBrowser => ({ name: "Firefox", kind: "firefox", path });
const code = join("startupCache", "startupCache.8.little");
const more = join("startupCache", "scriptCache.bin");

test("a fresh profile is given what the same browser has worked out, and nothing that tells of its user", async () => {
  const mine = firefox("/mine");
  await learnStartUp(
    mine,
    used("first", {
      [code]: "code",
      "extensions.json": "{}",
      "cookies.sqlite": "secret",
      "prefs.js": "home",
    }),
  );
  expect(given(mine)).toEqual(["extensions.json", "startupCache", code]);
  expect(given(firefox("/another"))).toEqual([]);
});

test("what was used for longer has more to give, what was used for less takes nothing away", async () => {
  const browser = firefox("/longer");
  await learnStartUp(browser, used("short", { [code]: "1" }));
  await learnStartUp(browser, used("long", { [code]: "2", [more]: "2" }));
  await learnStartUp(browser, used("short again", { [code]: "3" }));
  const profile = mkdtempSync(join(folder, "fresh-"));
  giveStartUp(browser, profile);
  expect([code, more].map((file) => readFileSync(join(profile, file), "utf8"))).toEqual(["2", "2"]);
});

test("other browsers keep theirs to themselves", async () => {
  const chromium: InstalledBrowser = { name: "Chromium", kind: "chrome", path: "/chromium" };
  await learnStartUp(chromium, used("chromium", { [code]: "code" }));
  expect(given(chromium)).toEqual([]);
});
