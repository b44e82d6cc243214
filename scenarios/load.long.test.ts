// The scenario load, as it is typed.

import { expect, test } from "vitest";
import { odd, reportServer, runScenario } from "./testing/command.js";

const briefly = ["--connections", "1,2,10", "--trials", "1"];

test("single serves one connection and starves the others, which is an alarm; multi serves all", async () => {
  const { status, result } = await runScenario("load", "--servers", "single,multi", ...briefly);
  const [single, multi] = result.servers;
  const kept = (server = single) => server!.load!.filter((level) => level.kept).map(({ served }) => served);
  expect(kept(single)).toEqual([1, 1, 1]);
  expect(single!.load![2]).toMatchObject({ connections: 10, starved: 9, leastServed: 0, fairness: 0.1 });
  expect(single!.notes).toContainEqual({ key: "starved", values: { starved: 9, connections: 10 } });
  expect(kept(multi)).toEqual([1, 2, 10]);
  for (const { load } of result.servers) {
    expect(load).toHaveLength(6);
    for (const level of load!) {
      expect(level.completed + level.failed + level.inFlight).toBe(level.sent);
      expect(level.requestsPerSecond).toBeGreaterThan(0);
      expect(level.latencyUs!.p50).toBeLessThanOrEqual(level.latencyUs!.p99);
    }
  }
  expect([single!.verdict, multi!.verdict]).toEqual(["blocks", "concurrent"]);
  expect(status).toBe(0);
}, 200_000);

test("a server without Content-Length, and one that closes after each answer, are loaded too", async () => {
  const { result } = await runScenario(
    "load",
    "--server",
    `open=${reportServer("multi")}`,
    "--server",
    `closes=${odd("closes-threaded")}`,
    ...briefly,
  );
  const [open, closes] = result.servers;
  expect(open!.load![0]).toMatchObject({ kept: true, driver: "own", served: 1 });
  expect(open!.load![0]!.completed).toBeGreaterThan(10);
  expect(open!.notes.map(({ key }) => key)).toContain("own-load-client");
  expect(closes!.load!.map(({ kept }) => kept)).toEqual([false, false, false]);
  expect(closes!.load![2]!.served).toBeGreaterThan(1);
}, 200_000);

test("a server that can't be started is named, and the others are loaded all the same", async () => {
  const { status, result } = await runScenario(
    "load",
    "--servers",
    "multi",
    "--server",
    "none=no-such-program-here",
    ...briefly,
  );
  const [multi, none] = result.servers;
  expect(multi!.load).toHaveLength(6);
  expect(none).toMatchObject({ verdict: "failed", failure: expect.stringContaining("no such program") });
  expect(status).toBe(3);
}, 200_000);
