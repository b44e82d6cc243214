// What is said of scenarios with browsers, where a browser can't do its part.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { runCommand, runScenario } from "./testing/command.js";
import { en } from "./texts/en.js";
import { id } from "./texts/id.js";

test("a program that is no browser is told in both languages, with what it wrote last", async () => {
  const out = await mkdtemp(join(tmpdir(), "antre-"));
  onTestFinished(() => rm(out, { recursive: true }));
  const args = ["--servers", "single", "--browser", process.execPath];
  const [english, indonesian] = await Promise.all([
    runCommand(["one-browser", ...args, "--lang", "en", "--out", out]),
    runScenario("one-browser", ...args, "--lang", "id"),
  ]);
  expect(english.stdout).toMatch(/^one-browser: Could not be tried: single\./);
  expect(english.stdout).toContain("answers: could not be tried");
  expect(english.stdout.replace(/\s+/g, " ")).toMatch(
    /ended before it had a page open\. It wrote last: .*[^.]\. Name another/,
  );
  expect(indonesian.result.servers[0]!.failure).toMatch(
    /berakhir sebelum membuka halaman\. Keluaran terakhirnya: .*[^.]\. Sebutkan/s,
  );
  expect([english.status, indonesian.status]).toEqual([3, 3]);
});

test("what is wrong with a browser is a sentence without two full stops", () => {
  for (const { noBrowser } of [en, id]) {
    for (const how of ["missing", "ended", "late", "idle", "deaf"] as const) {
      const said = noBrowser({ path: "/bin/x", how, output: "bad option\nTry --help for more information." });
      expect(said).toContain("/bin/x");
      expect(said).not.toContain("..");
    }
  }
});
