// The scenario load, as it is typed.

import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { faulty, measure, reportServer, runCommand, runScenario } from "./testing/command.js";

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
    `closes=${faulty("closes-threaded")}`,
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

// A client that is never served has to wait for somebody. Where nobody is served, nobody waits.
test.each([
  ["en", "has-no-page", "its answers had status 404, not 2xx: is the file in the folder that it serves?"],
  ["id", "has-no-page", "jawabannya berstatus 404, bukan 2xx: apakah filenya ada di folder"],
  ["en", "dies-of-many-requests", "it ended by itself"],
  ["en", "stops-answering", "it had answered, and then it stopped"],
])(
  "a server that serves nobody does not block: why it failed is told (%s: %s)",
  async (lang, name, why) => {
    const server = await measure(
      "load",
      faulty(name),
      ...["--connections", "2", "--trials", "1", "--lang", lang],
    );
    const [two] = server.load!;
    expect(server.verdict).toBe("failed");
    expect(server.failure).toContain(why);
    expect(server.notes.map(({ key }) => key)).not.toContain("starved");
    expect(two).toMatchObject({ kept: true, served: 0, ended: name === "dies-of-many-requests" });
    expect(two!.completed + two!.failed + two!.inFlight).toBe(two!.sent);
  },
  200_000,
);

test("an answer is counted once, and what nobody asked for is a remark", async () => {
  const server = await measure(
    "load",
    faulty("interrupts-and-repeats"),
    "--connections",
    "2",
    "--trials",
    "1",
  );
  const [kept] = server.load!;
  expect([server.verdict, kept!.failed]).toEqual(["concurrent", 0]);
  expect(Math.abs(kept!.unasked / kept!.completed - 1)).toBeLessThan(0.2);
  expect(server.notes.map(({ key }) => key)).toContain("unasked-answers");
}, 200_000);

test("the page says why a server failed, also where others are drawn", async () => {
  const out = await mkdtemp(join(tmpdir(), "antre-"));
  try {
    const servers = ["--servers", "multi", "--server", `it=${faulty("has-no-page")}`];
    await runCommand(["load", ...servers, "--connections", "2", "--trials", "1", "--out", out]);
    const page = await readFile(join(out, "load.html"), "utf8");
    expect(page).toContain("status 404, not 2xx");
    expect(page).not.toContain("no client came");
  } finally {
    await rm(out, { recursive: true });
  }
}, 200_000);
