// The scenario all, as it is typed; and when somebody presses Ctrl-C half-way.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { access, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Result } from "../results/result.js";
import { runCommand } from "./testing/command.js";

const MAIN = new URL("../dist/scenarios/main.js", import.meta.url).pathname;
const quickly = ["--trials", "1", "--clients", "1,10"];

let out: string;
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), "antre-all-"));
});
afterEach(() => rm(out, { recursive: true }));

const index = async () => JSON.parse(await readFile(join(out, "index.json"), "utf8")) as Result;

test("everything has a page that leads to all pages, with the conclusions on it; the report is made of the others", async () => {
  const only = "one-client,two-clients,not-found,two-connections,holds,crowd,report";
  const { status, stdout } = await runCommand(["all", "--only", only, ...quickly, "--out", out]);
  const { conclusions } = await index();
  expect(conclusions!.map(({ scenario }) => scenario)).toEqual(only.split(","));
  const page = await readFile(join(out, "index.html"), "utf8");
  for (const { scenario, answer, state, page: path } of conclusions!) {
    expect([scenario, state]).toEqual([scenario, "as expected"]);
    expect(page).toContain(`href="${path}.html"`);
    await access(join(out, `${path}.html`));
    expect(page).toContain(answer!.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`));
  }
  expect(stdout).toContain("7 of 7 scenarios came out as expected.");
  const report = JSON.parse(await readFile(join(out, "report.json"), "utf8")) as Result;
  expect(report.observations).toHaveLength(14);
  expect(status).toBe(0);
}, 200_000);

test("a server of one's own goes through everything that it fits, and the report is left out", async () => {
  const { status } = await runCommand([
    "all",
    "--only",
    "two-clients,cost,report",
    "--server",
    "mine=no-such-program",
    "--trials",
    "1",
    "--out",
    out,
  ]);
  const { conclusions } = await index();
  expect(conclusions!.map(({ state }) => state)).toEqual(["not carried out", "not carried out", "left out"]);
  expect(conclusions![2]!.why).toContain("two servers, named single and multi");
  expect(status).toBe(3);
}, 100_000);

test("what is wrong with the command itself is told at once", async () => {
  for (const args of [
    ["--only", "no-such"],
    ["--servers", "nginx"],
    ["--trials", "0"],
  ]) {
    const { status, stderr } = await runCommand(["all", ...args, "--out", out]);
    expect([args, status]).toEqual([args, 2]);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  }
});

test("Ctrl-C keeps what is finished, and leaves nothing running", async () => {
  const tag = `ANTRE_TEST_${process.pid}_${Math.random().toString(36).slice(2)}`;
  const args = [MAIN, "all", "--only", "two-clients,crowd", "--trials", "1", "--out", out];
  const lab = spawn(process.execPath, args, {
    env: { ...process.env, [tag]: "1", LANG: "C" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  lab.stderr.setEncoding("utf8").on("data", (text) => (said += text));
  await expect.poll(() => said, { timeout: 30_000 }).toContain("1/2 two-clients");
  const others = async () => {
    const found: string[] = [];
    for (const pid of (await readdir("/proc")).filter((name) => /^\d+$/.test(name))) {
      const environment = await readFile(`/proc/${pid}/environ`, "latin1").catch(() => ""); // gone, or not ours
      if (environment.includes(`${tag}=`)) found.push(pid);
    }
    return found;
  };
  await expect.poll(async () => (await others()).length, { timeout: 30_000 }).toBeGreaterThan(1); // crowd's server runs
  const gone = once(lab, "exit");
  lab.kill("SIGINT");
  expect((await gone)[0]).toBe(130);
  expect(said).toContain(`what was finished is in ${out}`);
  expect((await index()).conclusions!.map(({ scenario }) => scenario)).toEqual(["two-clients"]);
  await access(join(out, "two-clients.html"));
  await expect.poll(others).toEqual([]);
}, 100_000);
