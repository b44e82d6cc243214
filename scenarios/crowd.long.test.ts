// The scenario crowd, as it is typed.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { CrowdResult } from "../results/result.js";
import { faulty, runCommand, runScenario } from "./testing/command.js";

const main = fileURLToPath(new URL("../dist/servers/main.js", import.meta.url));
const STAY = 50;
const stays = (crowd: CrowdResult[] = []) => crowd.filter(({ stayMs }) => stayMs === STAY);

describe.runIf(process.platform === "linux")("a crowd", () => {
  test("makes the last one wait for everybody before it at single, for every fourth at pool, and for nobody at events", async () => {
    const { status, result } = await runScenario("crowd", "--clients", "1,4,16", "--stay", `${STAY}`);
    const crowds = new Map(result.servers.map(({ name, crowd }) => [name, stays(crowd)]));
    for (const { name, crowd, clients } of result.servers) {
      expect(clients).toHaveLength(10);
      for (const one of crowd!) {
        expect([name, one.clients, one.answered + one.lost + one.wrong + one.waiting]).toEqual([
          name,
          one.clients,
          one.clients,
        ]);
        expect(one.answered).toBe(one.clients);
      }
    }
    const last = (name: string, clients: number) =>
      crowds.get(name)!.find((one) => one.clients === clients)!.waitMs!.last;
    // Nobody can be served sooner than those before it have stayed; how much later, the machine decides.
    expect(last("single", 16)).toBeGreaterThanOrEqual(15 * (STAY - 1));
    for (const four of ["pool", "prefork"]) {
      expect(last(four, 16)).toBeGreaterThanOrEqual(3 * (STAY - 1));
      expect(crowds.get(four)!.at(-1)!.atOnce).toBe(4);
      expect(last(four, 16)).toBeLessThan(last("single", 16));
    }
    expect(crowds.get("single")!.at(-1)!.atOnce).toBe(1);
    expect(last("events", 16)).toBeLessThan(last("pool", 16));
    expect(result.servers.map(({ name, verdict }) => [name, verdict])).toEqual([
      ["single", "blocks"],
      ["multi", "concurrent"],
      ["pool", "blocks"],
      ["prefork", "blocks"],
      ["events", "concurrent"],
    ]);
    expect(status).toBe(0);
  }, 120_000);

  test("of 5000 is held by events, and everybody is answered", async () => {
    const { result } = await runScenario(
      "crowd",
      "--servers",
      "events",
      "--clients",
      "5000",
      "--trials",
      "1",
    );
    for (const { clients, answered, waitMs } of result.servers[0]!.crowd!) {
      expect([clients, answered]).toEqual([5000, 5000]);
      expect(waitMs!.last).toBeGreaterThan(0);
    }
  }, 120_000);

  test("is served at once by threads that are long at work for it", async () => {
    const server = ["--server", `works=${faulty("laborious-threaded")}`, "--clients", "10", "--trials", "1"];
    const { result } = await runScenario("crowd", ...server, "--seconds", "60");
    const [{ verdict, clients } = {}] = result.servers;
    expect([verdict, clients?.map(({ outcome }) => outcome)]).toEqual([
      "concurrent",
      Array(10).fill("answered"),
    ]);
  }, 240_000);

  test("that meets a short accept queue is turned away in part, which is told, and comes again a second later", async () => {
    const short = `short=${process.execPath} ${main} single --port 0 --backlog 1`;
    const { result } = await runScenario("crowd", "--server", short, "--clients", "12", "--trials", "1");
    const [crowd] = result.servers[0]!.crowd!;
    expect(crowd!.turnedAway).toBeGreaterThan(0);
    expect(crowd!.waitMs!.last).toBeGreaterThan(900);
    expect(crowd!.answered).toBe(12);
    const note = result.servers[0]!.notes.find(({ key }) => key === "turned-away");
    expect(note!.values).toMatchObject({ backlog: 1 });
  }, 120_000);

  test("that is not answered in time is not waited for", async () => {
    const slow = `slow=${process.execPath} ${main} single --port 0 --backlog 100`;
    const { result } = await runScenario(
      "crowd",
      ...["--server", slow, "--clients", "2,10,20", "--stay", "500", "--seconds", "2", "--trials", "1"],
    );
    const [few, some, ...more] = result.servers[0]!.crowd!.filter(({ stayMs }) => stayMs === 500);
    expect(few).toMatchObject({ clients: 2, answered: 2 });
    expect(some!.waiting).toBeGreaterThan(3);
    expect(some!.answered + some!.waiting).toBe(10);
    expect(more).toEqual([]);
    expect(result.servers[0]!.notes.map(({ key }) => key)).toContain("crowd-too-long");
  }, 120_000);

  test.each([
    ["en", "status 404, not 2xx", "nobody got what was asked for at it"],
    ["id", "berstatus 404, bukan 2xx", "tidak ada yang mendapat yang dimintanya di it"],
  ])(
    "that gets errors only was not served, and did not wait for 0 ms (%s)",
    async (lang, why, answer) => {
      const out = await mkdtemp(join(tmpdir(), "antre-"));
      try {
        const server = ["--server", `it=${faulty("has-no-page")}`, "--clients", "1,5", "--trials", "1"];
        const { status, stdout } = await runCommand(["crowd", ...server, "--lang", lang, "--out", out]);
        const said = stdout.replace(/\n +/g, " ");
        expect(said).toContain(why);
        expect(said).toContain(answer);
        expect(said).not.toContain("0.00");
        expect(status).toBe(1);
      } finally {
        await rm(out, { recursive: true });
      }
    },
    120_000,
  );

  test("of a server that closes after each answer waits for one that says nothing, if it serves one after the other", async () => {
    for (const [name, verdict] of [
      ["closes-iterative", "blocks"],
      ["closes-threaded", "concurrent"],
    ] as const) {
      const server = ["--server", `closes=${faulty(name)}`, "--clients", "1,10", "--trials", "2"];
      const { result } = await runScenario("crowd", ...server);
      expect([name, result.servers[0]!.verdict]).toEqual([name, verdict]);
    }
  }, 120_000);

  test("of a server that closes after each answer can only leave at once", async () => {
    const { result } = await runScenario(
      "crowd",
      ...["--server", `closes=${faulty("closes-threaded")}`, "--clients", "1,5", "--trials", "1"],
    );
    expect(result.servers[0]!.crowd!.map(({ stayMs }) => stayMs)).toEqual([0, 0]);
  }, 120_000);
});
