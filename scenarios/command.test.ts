// The scenario command as a user meets it: lists, help, mistakes, outputs, languages.

import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Result } from "../results/result.js";
import { table } from "../results/table.js";
import { texts as resultTexts } from "../results/texts/texts.js";
import { scenarios } from "./registry.js";
import { runCommand } from "./testing/command.js";
import { en } from "./texts/en.js";
import { id } from "./texts/id.js";
import { texts } from "./texts/texts.js";

let out: string;
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), "antre-"));
});
afterEach(() => rm(out, { recursive: true }));

test("without a name it lists every scenario with its question", async () => {
  const { status, stdout } = await runCommand([]);
  expect(status).toBe(0);
  for (const { name } of scenarios) expect(stdout).toContain(`${name} `);
  expect(stdout).toContain("Does a client that stays connected make the next one wait?");
});

test("every scenario has its question in both languages", () => {
  for (const { name } of scenarios) {
    expect(en.questions).toHaveProperty(name);
    expect(id.questions).toHaveProperty(name);
  }
});

// The built ones: their site lies beside the built program.
const built = (file: string) => import(new URL(`../dist/${file}`, import.meta.url).href);
const { readTask }: typeof import("./options.js") = await built("scenarios/options.js");
const { readLanguage, UsageError }: typeof import("../clients/command-line.js") =
  await built("clients/command-line.js");

/** What is said of a command line that is wrong. */
function mistakeIn(args: string[]): string {
  try {
    readTask(args, texts[readLanguage(args, {}, (language) => texts[language])]);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  throw new Error(`no mistake is found in ${args.join(" ")}`);
}

test("a command used wrongly ends with status 2 and one sentence", async () => {
  const { status, stdout, stderr } = await runCommand(["no-such"]);
  expect(stderr).toBe(`${mistakeIn(["no-such"])}\n`);
  expect(stdout).toBe("");
  expect(status).toBe(2);
});

describe("a command used wrongly is told in one sentence", () => {
  test.each([
    [["no-such"], 'There is no scenario "no-such"'],
    [["two-clients", "--servers", "nginx"], 'Antre has no server "nginx"'],
    [["two-clients", "--server", "python3 server.py"], "The option --server is NAME=COMMAND"],
    [["two-clients", "--trials", "0"], "from 1 to 1000"],
    [["two-clients", "--trials", "many"], 'not "many"'],
    [["two-clients", "--trials"], "--trials needs a value"],
    [["two-clients", "--trials", "-1"], 'not "-1"'],
    [["two-clients", "--json=yes"], "--json takes no value"],
    [["two-clients", "--server", "a=x", "--port", "70000"], "from 1 to 65535"],
    [["two-clients", "--path", "index.html"], "begins with /"],
    [["two-clients", "--colour"], "There is no option --colour"],
    [["two-clients", "three-clients"], '"three-clients" was not expected'],
    [["two-clients", "--lang", "fr"], '--lang is en or id, not "fr"'],
    [["two-clients", "--lang", "id", "--trials", "x"], "harus berupa bilangan bulat"],
    [["two-clients", "--server", "a=x", "--server", "a=y"], 'Two servers are named "a"'],
    [["two-clients", "--port", "8080"], "--port says where your own server listens"],
    [["two-clients", "--servers", "single", "--port", "8080"], "--port says where your own server listens"],
    [
      ["two-clients", "--seconds", "4"],
      "The scenario two-clients has no option --seconds. It belongs to: two-",
    ],
    [["model", "--trials", "5"], "The scenario model has no option --trials. It belongs to: one-client, "],
    [["pool-limit", "--trials=5"], "The scenario pool-limit has no option --trials."],
    [["backlog", "--trials", "5"], "The scenario backlog has no option --trials."],
    [
      ["backlog", "--lang", "id", "--trials", "5"],
      "Skenario backlog tidak punya opsi --trials. Opsi itu milik: ",
    ],
    [["two-clients", "--browser", "/x"], "It belongs to: one-browser, two-browsers, client-and-browser, "],
    [["crowd", "--connections", "5"], "The scenario crowd has no option --connections."],
    [["load", "--clients", "5"], "It belongs to: crowd."],
    [["not-found", "--path", "/x"], "The scenario not-found has no option --path."],
    [["two-clients", "--only", "load"], "It belongs to: all."],
    [
      ["load", "--connections", "1,ten"],
      'The option --connections is a whole number from 1 to 20000, not "ten"',
    ],
    [["load", "--seconds", "long"], "The option --seconds is a number from 0.1 to 600"],
    [["crowd", "--clients", "0"], "The option --clients is a whole number from 1"],
    [["crowd", "--stay", "-1"], "--stay"],
    [["open-load", "--percent", "half"], 'The option --percent is a whole number from 1 to 1000, not "half"'],
    [["all", "--only", "two-clients,nothing"], 'There is no scenario "nothing"'],
  ])("%j", (args, sentence) => {
    expect(mistakeIn(args)).toContain(sentence);
    expect(mistakeIn(args)).not.toContain("\n");
  });
});

describe("what npm does with options that do not stand behind --", () => {
  test.each([
    ["en", "If it belongs to an option, write -- before the options: npm run scenario NAME -- OPTIONS."],
    ["id_ID.UTF-8", "Kalau kata itu bagian dari opsi, tulis -- sebelum opsi: npm run scenario NAMA -- OPSI."],
  ])("a value whose option it took is explained (%s)", async (lang, said) => {
    const run = await runCommand(["two-clients", "id"], { npm_lifecycle_event: "scenario", LANG: lang });
    expect(run.stderr).toContain('"id"');
    expect(run.stderr).toContain(said);
    expect(run.status).toBe(2);
  });

  test("--browser is not left out in silence, and npm's own setting of that name is not taken for ours", async () => {
    const eaten = await runCommand(["two-browsers"], { npm_config_browser: "true" });
    expect(eaten.stderr).toContain("npm took the option --browser for itself");
    expect(eaten.status).toBe(2);
    const setting = await runCommand(["two-browsers", "--trials", "0"], { npm_config_browser: "firefox" });
    expect(setting.stderr).toContain("--trials is a whole number");
  });
});

test("help is printed in both languages", async () => {
  expect((await runCommand(["--help"])).stdout).toContain("Usage: npm run scenario NAME");
  expect((await runCommand(["--help"], { LANG: "id_ID.UTF-8" })).stdout).toContain(
    "Cara pakai: npm run scenario NAMA",
  );
});

test("a port that is taken is told in one sentence, with exit status 3", async () => {
  const taken = createServer();
  await new Promise<void>((listening) => taken.listen(0, "127.0.0.1", listening));
  const { port } = taken.address() as { port: number };
  const main = fileURLToPath(new URL("../dist/servers/main.js", import.meta.url));
  try {
    const run = await runCommand([
      "two-clients",
      "--server",
      `it=node ${main} single --port ${port}`,
      "--out",
      out,
    ]);
    const who = process.platform === "linux" ? `is used by process ${process.pid}` : "its port is taken";
    expect((run.stderr + run.stdout).replace(/\s+/g, " ")).toContain(who);
    expect(run.stderr + run.stdout).not.toContain("    at ");
    expect(run.status).toBe(3);
  } finally {
    taken.close();
  }
});

test("a program that does not exist ends with status 3", async () => {
  const run = await runCommand(["two-clients", "--server", "mine=no-such-program", "--out", out]);
  expect(run.stdout).toContain("no such program");
  expect(run.status).toBe(3);
});

test("a folder that can't be written is told before anything is started, with exit status 3", async () => {
  const file = join(out, "file");
  await writeFile(file, "");
  const run = await runCommand(["report", "--out", join(file, "runs")]);
  expect(run.stderr).toContain("--out FOLDER");
  expect(run.stderr.trim().split("\n")).toHaveLength(1);
  expect(run.stdout).toBe("");
  expect(run.status).toBe(3);
});

test("one run writes its files, tells them as their folder was typed, and prints a table within 100 columns, without colour where there is no terminal", async () => {
  const run = await runCommand(["two-clients", "--trials", "1", "--out", `${out}/./`]);
  expect(run.status).toBe(0);
  expect(run.stderr).toContain(`Written: ${join(out, "two-clients.html")} (`);
  expect(Math.max(...run.stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
  expect(run.stdout).not.toContain("\u001b");
  expect(run.stdout).toMatch(/Client 2 waited [\d.]+ ms for client 1/);
  expect(await readdir(out)).toEqual(expect.arrayContaining(["two-clients.json", "two-clients.md"]));
  const result = JSON.parse(await readFile(join(out, "two-clients.json"), "utf8")) as Result;
  expect(result).toMatchObject({ format: "antre-result/1", scenario: "two-clients" });
  expect(result.servers.map(({ name }) => name)).toEqual(["single", "multi"]);
});

test("--json prints the result alone, the same as is written; a page that Antre's own site lacks is not looked for in the user's folders", async () => {
  const options = ["--servers", "multi", "--trials", "1", "--path", "/page.html", "--out", out];
  const { stdout } = await runCommand(["two-clients", ...options, "--json"]);
  expect(stdout).toBe(await readFile(join(out, "two-clients.json"), "utf8"));
  const result = JSON.parse(stdout) as Result;
  for (const [lang, said] of [
    ["en", "sample site that Antre's own servers serve has no /page.html. Leave out --path"],
    ["id", "Antre tidak punya /page.html. Hilangkan --path"],
  ] as const) {
    const shown = table(result, resultTexts(lang), { plain: true, color: false, columns: 100 });
    expect(shown.replace(/\s+/g, " ")).toContain(said);
    expect(shown).not.toContain("cd FOLDER");
  }
});

test("in Bahasa Indonesia the story is told in it", async () => {
  const run = await runCommand([
    "two-clients",
    "--trials",
    "1",
    "--servers",
    "single",
    "--lang",
    "id",
    "--out",
    out,
  ]);
  expect(run.stdout).toMatch(/Klien 2 menunggu klien 1 selama [\d,]+ ms/);
});
