// The whole course report, with real browsers: all fourteen observations, again and again, and with servers like the report's own.

import { expect, test } from "vitest";
import { inOrder } from "../results/observations.js";
import type { LoadObservation, Observation } from "../results/result.js";
import { reportServer, runScenario } from "./testing/command.js";

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
