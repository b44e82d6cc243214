// The queue before accept can be seen only while nobody is accepted: of every kind of server the scenario must say what
// became of its clients, and never that they waited for a queue that was not there.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { ServerResult } from "../results/result.js";
import { sourcePath } from "./source-folder.js";
import { measure, runCommand, runScenario } from "./testing/command.js";

const python = (name: string) =>
  `python3 ${sourcePath("./testing/programs/python.py", import.meta.url)} ${name}`;
const full = (backlog: number) => ({
  backlog,
  connected: backlog + 1,
  acceptQueue: backlog + 1,
  turnedAway: 2,
});
const none = { connected: 0, acceptQueue: 0, turnedAway: 0, cameInMs: [] };

/** Who is said to have waited must have had no byte before client 1 left. */
function expectBlockedByOrder({ clients }: ServerResult): void {
  const [holder, ...others] = clients;
  for (const { outcome, startMs, firstByteMs } of others) {
    if (outcome !== "blocked") continue;
    expect(startMs + firstByteMs!).toBeGreaterThan(holder!.startMs + holder!.releasedMs!);
  }
}

describe.runIf(process.platform === "linux")("backlog", () => {
  test("of our own servers, those that accept at once show no queue, and a pool shows it when all its workers are taken", async () => {
    const { status, result } = await runScenario("backlog", "--servers", "single,multi,pool,prefork,events");
    expect(result.servers.map(({ name, verdict, queue }) => ({ name, verdict, queue }))).toMatchObject([
      { name: "single", verdict: "blocks", queue: full(1) },
      { name: "multi", verdict: "concurrent", queue: none },
      { name: "pool", verdict: "blocks", queue: full(5) },
      { name: "prefork", verdict: "blocks", queue: full(5) },
      { name: "events", verdict: "concurrent", queue: none },
    ]);
    for (const server of result.servers) expectBlockedByOrder(server);
    for (const { clients, queue } of result.servers) {
      const away = clients.filter(({ waitedIn }) => waitedIn === "outside");
      expect(away).toHaveLength(queue!.turnedAway);
      for (const { blockedBy, synRetriesMs, connectedMs } of away) {
        expect(blockedBy).toBe("client 1");
        expect(synRetriesMs![0]).toBeGreaterThan(900);
        expect(connectedMs! - synRetriesMs!.at(-1)!).toBeLessThan(60);
      }
    }
    const pool = result.servers[2]!.clients;
    expect(pool.slice(0, 4).map(({ outcome }) => outcome)).toEqual(Array(4).fill("answered"));
    expect(pool[4]).toMatchObject({ outcome: "blocked", holders: 4, waitedIn: "accept queue" });
    expect(status).toBe(0);
  }, 60_000);

  test.concurrent.each([
    ["threads behind listen(5)", "threaded", "concurrent", none, {}],
    ["asyncio", "asyncio-streams", "concurrent", none, {}],
    ["one client after the other", "iterative", "blocks", full(5), { waitedIn: "accept queue" }],
    [
      "the same, closing after each answer",
      "closing-iterative",
      "blocks",
      full(5),
      { waitedIn: "accept queue" },
    ],
    ["a thread for each, closing after each answer", "closing-threaded", "concurrent", none, {}],
    ["two threads that accept", "pool-of-two", "blocks", full(5), { waitedIn: "accept queue", holders: 2 }],
    [
      "one that accepts for two threads",
      "executor-of-two",
      "blocks",
      none,
      { waitedIn: "server", holders: 2 },
    ],
    ["threads that wait for one lock", "lock-around-session", "blocks", none, { waitedIn: "server" }],
  ] as const)(
    "%s",
    async (_what, name, verdict, queue, waiting) => {
      const server = await measure("backlog", python(name));
      expect(server).toMatchObject({ verdict, queue });
      const first = server.clients.find(
        ({ outcome, holdingMs }) => outcome !== "held" && holdingMs === undefined,
      );
      if (verdict === "blocks") expect(first).toMatchObject({ outcome: "blocked", ...waiting });
      else expect(server.clients.every(({ outcome }) => outcome !== "blocked")).toBe(true);
      expectBlockedByOrder(server);
    },
    60_000,
  );

  test("a queue that is longer than the row of clients is not said to be full", async () => {
    const main = fileURLToPath(new URL("../dist/servers/main.js", import.meta.url));
    const server = await measure("backlog", `node ${main} single --port 0 --backlog 200`);
    expect(server).toMatchObject({
      verdict: "blocks",
      queue: { backlog: 200, connected: 80, turnedAway: 0 },
    });
  }, 60_000);

  test.each([
    [
      "en",
      /Client 2 waited [\d.]+ ms for client 1 in the accept queue/,
      /Client 4 and client 5\s+found the queue full/,
    ],
    [
      "id",
      /Klien 2 menunggu klien 1 selama [\d,]+ ms di antrean accept/,
      /Klien 4 dan klien 5\s+mendapati antrean penuh/,
    ],
  ])(
    "names one that stood in the queue, and those who found it full beside it (%s)",
    async (lang, waited, away) => {
      const out = await mkdtemp(join(tmpdir(), "antre-"));
      try {
        const { stdout } = await runCommand(["backlog", "--servers", "single", "--lang", lang, "--out", out]);
        expect(stdout).toMatch(waited);
        expect(stdout.replace(/\n +/g, " ")).toMatch(away);
      } finally {
        await rm(out, { recursive: true });
      }
    },
    30_000,
  );
});
