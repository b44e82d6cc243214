// The command as a lecturer types it: what it understands, what it refuses, and what it leaves behind.

import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readLanguage, UsageError } from "../clients/command-line.js";
import { readTask } from "./options.js";
import { classOf, folder, pathWithoutSandbox, runGrade, SUBMISSIONS } from "./testing/grade.js";
import { texts } from "./texts/texts.js";

/** What is said of a command line that is wrong. */
function mistakeIn(args: string[]): string {
  try {
    readTask(args, texts[readLanguage(args, {}, (language) => texts[language].command)]);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  throw new Error(`no mistake is found in ${args.join(" ")}`);
}

describe("a wrong command", () => {
  const right = join(SUBMISSIONS, "python-right");

  test.each([
    ["names no folder", [], /Name the folder/],
    ["has an unknown option", [right, "--jbos", "2"], /no option --jbos/],
    ["lacks a value", [right, "--jobs"], /--jobs needs a value/],
    ["has a wrong number", [right, "--jobs", "none"], /whole number from 1 to 256, not "none"/],
    ["has a wrong part", [right, "--shard", "11/10"], /K\/N/],
    ["has an unknown format", [right, "--format", "xls"], /gradescope, classroom, junit, not "xls"/],
    ["has an unknown language", [right, "--lang", "fr"], /--lang is en or id/],
    ["names two folders as one's own", [right, right, "--self"], /name one folder/],
    ["names a rubric that is not there", [right, "--rubric", "/no/rubric.yaml"], /can't be read: ENOENT/],
  ])("%s: says so", (_, args, said) => {
    expect(mistakeIn(args)).toMatch(said);
  });

  test.each([
    ["names a folder that is not there", ["/no/such/folder"], /no folder or file "\/no\/such\/folder"/],
    ["names a table that is not there", [right, "--programs", "/no/class.yaml"], /can't be read: ENOENT/],
    ["names a file that is no archive", [join(right, "client.py")], /neither a folder nor a zip or tar file/],
    ["writes results among the submissions", [SUBMISSIONS, "--out", SUBMISSIONS], /submissions lie there/],
  ])("%s: says so with status 2", async (_, args, said) => {
    const { status, stdout, stderr } = await runGrade(args);
    expect(stderr).toMatch(said);
    expect(stderr).not.toContain("    at ");
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  });

  test("has a rubric with a mistake: names the file and the line, in the reader's language", () => {
    const rubric = join(folder(), "mine.yaml");
    writeFileSync(rubric, "single:\n  page: 4\n  pgae: 4\n");
    const said = mistakeIn([right, "--rubric", rubric, "--lang", "id"]);
    expect(said).toContain(`${rubric}, baris 3: single tidak punya "pgae"`);
  });
});

test("help is printed in both languages", async () => {
  expect((await runGrade(["--help"])).stdout).toMatch(/^Usage: npm run grade/);
  expect((await runGrade(["--help", "--lang", "id"])).stdout).toMatch(/^Cara pakai: npm run grade/);
});

describe.skipIf(process.platform !== "linux")("without bubblewrap", () => {
  test("nothing is run, and how to get it is said, with status 3", async () => {
    const out = folder();
    const { status, stderr } = await runGrade([classOf("spies"), "--out", out], {
      PATH: pathWithoutSandbox(),
    });
    expect(stderr).toMatch(
      /bubblewrap, which makes it, is not installed .* bubblewrap\)\.\n.*--unsafe-no-sandbox/,
    );
    expect(status).toBe(3);
    expect(readdirSync(out)).toEqual([]);
  });

  test("it is run where that is asked for in so many words, with a warning", {
    tags: ["python3"],
  }, async () => {
    const { status, stderr } = await runGrade([
      classOf("dies-at-once"),
      "--out",
      folder(),
      "--unsafe-no-sandbox",
    ]);
    expect(stderr).toMatch(/WITHOUT a sandbox/);
    expect(status).toBe(0); // it got no points, and there is nothing for a human to decide
  });
});
