// The whole course report, with real browsers: all fourteen observations, of our own servers and of servers like the
// report's own. `npm run soak` makes it again and again.

import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Result } from "../results/result.js";
import { type Run, reportServer, runCommand, runScenario } from "./testing/command.js";
import { missed, SERVED, served } from "./testing/reproduced.js";

describe("of our own servers, the report", () => {
  let folder: string;
  let run: Run;
  let result: Result;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "antre-"));
    run = await runCommand(["report", "--json", "--out", folder]);
    result = JSON.parse(run.stdout);
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true }));

  test("gives all fourteen observations", () => {
    expect(missed(result.observations)).toEqual([]);
    expect(result.observations).toHaveLength(14);
    expect(served(result.loadObservations)).toEqual(SERVED);
    expect(run.status).toBe(0);
  });

  test("leads from its page to those of its experiments, and replaces none of a scenario that was run by itself", async () => {
    const { observations = [], loadObservations = [] } = result;
    const evidence = [...observations, ...loadObservations].map((one) => one.evidence!);
    const written = await readdir(join(folder, "report"));
    expect(written).toEqual(expect.arrayContaining(evidence.map((path) => `${basename(path)}.html`)));
    expect(evidence.map(dirname).every((each) => each === "report")).toBe(true);
    expect((await readdir(folder)).every((name) => name.startsWith("report"))).toBe(true);
  });

  test("shows who has been sent its page alone the same: each client's life, and each browser's window", async () => {
    const clients = result.observations!.flatMap(({ measurement }) => measurement!.clients);
    expect(clients.filter(({ picture }) => picture !== undefined)).toHaveLength(8);
    const page = await readFile(join(folder, "report.html"), "utf8");
    expect(Buffer.byteLength(page)).toBeLessThan(300_000);
    expect(page.match(/<use href="#shot-/g)).toHaveLength(8);
  });
});

test("servers like the report's own, without Content-Length and with connections left open, give the same", async () => {
  const { status, result } = await runScenario(
    "report",
    "--server",
    `single=${reportServer("single")}`,
    "--server",
    `multi=${reportServer("multi")}`,
  );
  expect(missed(result.observations)).toEqual([]);
  expect(result.observations).toHaveLength(14);
  expect(served(result.loadObservations)).toEqual(SERVED);
  expect(status).toBe(0);
}, 120_000);
