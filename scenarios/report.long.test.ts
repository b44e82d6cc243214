// The whole course report, with real browsers: all fourteen observations, again and again, and with servers like the report's own.

import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { expect, test } from "vitest";
import { inOrder } from "../results/report/observations.js";
import type { LoadObservation, Observation, Result } from "../results/result.js";
import { reportServer, runCommand, runScenario } from "./testing/command.js";

const missed = (observations: Observation[] = []) =>
  observations
    .filter(({ reproduced }) => !reproduced)
    .map(({ experiment, server, measured, why }) => `${experiment} ${server}: ${measured} ${why ?? ""}`);

const SERVED = ["single 1 of 1", "multi 1 of 1", "single 1 of 2", "multi 2 of 2"];
const served = (loads: LoadObservation[] = []) =>
  inOrder(loads).map(({ server, served, connections }) => `${server} ${served} of ${connections}`);

test.each([1, 2, 3, 4, 5])(
  "our own servers give all fourteen observations (%i of 5)",
  async () => {
    const { status, result } = await runScenario("report");
    expect(missed(result.observations)).toEqual([]);
    expect(result.observations).toHaveLength(14);
    expect(served(result.loadObservations)).toEqual(SERVED);
    expect(status).toBe(0);
  },
  120_000,
);

test("leads from its page to those of its experiments, and replaces none of a scenario that was run by itself", async () => {
  const folder = await mkdtemp(join(tmpdir(), "antre-"));
  try {
    const { stdout } = await runCommand(["report", "--json", "--out", folder]);
    const { observations = [], loadObservations = [] } = JSON.parse(stdout) as Result;
    const evidence = [...observations, ...loadObservations].map((one) => one.evidence!);
    const written = await readdir(join(folder, "report"));
    expect(written).toEqual(expect.arrayContaining(evidence.map((path) => `${basename(path)}.html`)));
    expect(evidence.map(dirname).every((each) => each === "report")).toBe(true);
    expect((await readdir(folder)).every((name) => name.startsWith("report"))).toBe(true);

    // Who has been sent the page alone sees the same: each client's life, and each browser's window.
    const clients = observations.flatMap(({ measurement }) => measurement!.clients);
    expect(clients.filter(({ picture }) => picture !== undefined)).toHaveLength(8);
    const page = await readFile(join(folder, "report.html"), "utf8");
    expect(Buffer.byteLength(page)).toBeLessThan(300_000);
    expect(page.match(/<use href="#shot-/g)).toHaveLength(8);
  } finally {
    await rm(folder, { recursive: true });
  }
}, 120_000);

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
