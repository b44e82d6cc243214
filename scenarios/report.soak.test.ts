// The course report again and again: all fourteen observations, each time.

import { expect, test } from "vitest";
import { runScenario } from "./testing/command.js";
import { missed, SERVED, served } from "./testing/reproduced.js";

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
