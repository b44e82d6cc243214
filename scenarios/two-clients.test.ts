import { beforeAll, describe, expect, test } from "vitest";
import { html } from "../results/html.js";
import type { ServerResult } from "../results/result.js";
import { table } from "../results/table.js";
import { texts } from "../results/texts/texts.js";
import { poolLimit } from "./pool-limit.js";
import { faulty, reportServer, runScenario } from "./testing/command.js";
import { examine } from "./testing/lab.js";
import { twoClients } from "./two-clients.js";

const linux = process.platform === "linux";

describe("our own servers", () => {
  let run: Awaited<ReturnType<typeof runScenario>>;
  beforeAll(async () => {
    run = await runScenario("two-clients");
  });

  test("single makes client 2 wait in the accept queue, multi serves it at once", () => {
    expect(run.status).toBe(0);
    const [single, multi] = run.result.servers;
    expect(single).toMatchObject({ verdict: "blocks", agreeing: 3, hold: "kept", asExpected: true });
    expect(single!.clients[1]).toMatchObject({ outcome: "blocked", blockedBy: "client 1", status: 200 });
    expect(multi).toMatchObject({ verdict: "concurrent", agreeing: 3, hold: "kept", asExpected: true });
    expect(multi!.clients[1]).toMatchObject({ outcome: "answered", status: 200 });
    if (linux) {
      expect(single!.clients[1]).toMatchObject({
        waitedIn: "accept queue",
        kernel: { accepted: false, acceptQueue: 1, processes: 1 },
      });
      expect(multi!.clients[1]!.kernel).toMatchObject({ accepted: true, acceptQueue: 0, unreadBytes: 0 });
      // Whoever holds is seen to have been accepted, and whoever waits not before that one has let go.
      for (const { clients } of run.result.servers) expect(clients[0]!.acceptedMs).toBeGreaterThan(0);
      const [first, second] = single!.clients;
      expect(second!.startMs + second!.acceptedMs!).toBeGreaterThan(first!.startMs + first!.releasedMs!);
    }
  });

  test("what client 2 waited is what it saw: from connected to its first byte, and longer than the patience", () => {
    const { clients, eachTrial } = run.result.servers[0]!;
    const { patienceMs } = eachTrial.find(({ clients: seen }) => seen[1]!.port === clients[1]!.port)!;
    const [first, second] = clients;
    expect(second!.waitedMs).toBeCloseTo(second!.firstByteMs! - second!.connectedMs!, 2);
    expect(second!.waitedMs).toBeGreaterThan(patienceMs! - 5);
    // No byte before client 1 let go: both clocks start at the trial's start.
    expect(second!.startMs + second!.firstByteMs!).toBeGreaterThan(first!.startMs + first!.releasedMs!);
  });
});

describe.runIf(linux)("a client that says nothing", { tags: ["python3"] }, () => {
  test("was not answered, whatever the server sends when that client has left, and is shown as such", async () => {
    const command = faulty("answers-silence");
    const [{ result }, limit] = await Promise.all([
      runScenario("two-clients", "--server", `it=${command}`),
      examine(poolLimit, command),
    ]);
    for (const { hold, clients } of [result.servers[0]!, limit]) {
      expect(hold).toBe("idle");
      expect(clients[0]).toMatchObject({ outcome: "held", status: null, firstByteMs: null, bytes: 0 });
      expect(clients[0]!.holdingMs).toBeLessThan(clients[0]!.releasedMs!);
      expect(clients[1]).toMatchObject({ outcome: "blocked", status: 200 });
    }
    for (const [lang, said] of [
      ["en", "said nothing"],
      ["id", "tidak mengirim apa-apa"],
    ] as const) {
      const shown = table(result, texts(lang), { plain: true, color: false, columns: 100 });
      expect(shown).toMatch(new RegExp(`^it +(client|klien) 1 .* ${said}$`, "m"));
      expect((await html(result, texts(lang), new Map())).html).toContain(`>${said}<`);
    }
  });
});

type Expectation = Partial<ServerResult> & { second?: object };

const servers: [why: string, command: string, expected: Expectation][] = [
  // Those that are waited for longest come first: the others pass beside them.
  [
    "a server that never answers",
    faulty("never-answers"),
    { verdict: "failed", failure: expect.stringContaining("did not answer") },
  ],
  [
    "a server that never listens",
    faulty("never-listens"),
    { verdict: "failed", failure: expect.stringContaining("did not listen") },
  ],
  [
    "a server that waits for the keyboard",
    faulty("asks-first"),
    { verdict: "failed", failure: expect.stringContaining("it waits for input from the keyboard") },
  ],
  [
    "a UDP server",
    faulty("is-udp"),
    { verdict: "failed", failure: expect.stringMatching(/it has UDP port \d+, but HTTP needs TCP/) },
  ],
  ["a daemon that is never the same process for long", faulty("forks-on-and-on"), { verdict: "concurrent" }],
  ["a server that starts late", faulty("starts-late"), { verdict: "concurrent" }],
  [
    "client 2 is accepted and forgotten",
    faulty("deaf-to-second"),
    { verdict: "failed", second: { outcome: "silent", waitedIn: "server" } },
  ],

  ["the report's single server blocks", reportServer("single"), { verdict: "blocks", hold: "kept" }],
  ["the report's multi server is concurrent", reportServer("multi"), { verdict: "concurrent", hold: "kept" }],
  [
    "an iterative server that closes after its answer",
    faulty("closes-iterative"),
    { verdict: "blocks", hold: "idle" },
  ],
  [
    "a threaded server that closes after its answer",
    faulty("closes-threaded"),
    { verdict: "concurrent", hold: "idle" },
  ],
  ["a thread that is joined at once", faulty("start-then-join"), { verdict: "blocks" }],
  [
    "one lock around the session: client 2 waits inside the server",
    faulty("one-lock"),
    { verdict: "blocks", second: { waitedIn: "server" } },
  ],
  [
    "a head alone is no answer",
    faulty("heads-at-once"),
    { verdict: "blocks", second: { outcome: "blocked", waitedIn: "server" } },
  ],
  ["slow and threaded is not called blocking", faulty("slow-threaded"), { verdict: "concurrent" }],
  ["slow and iterative blocks", faulty("slow-iterative"), { verdict: "blocks" }],
  ["on IPv6 only", faulty("ipv6-only"), { verdict: "blocks" }],
  [
    "a server that serves once refuses client 2",
    faulty("serves-once"),
    { verdict: "failed", second: { outcome: "refused" } },
  ],
  [
    "a server that dies when a client leaves",
    faulty("dies-when-client-leaves"),
    { verdict: "failed", second: { outcome: "refused" } },
  ],
  [
    "a server that dies at once shows its last words",
    faulty("dies-at-once"),
    { verdict: "failed", failure: expect.stringContaining("no such port: abc") },
  ],
  [
    "a server that does not speak HTTP",
    faulty("not-http"),
    { verdict: "blocks", hold: "kept", notes: expect.arrayContaining([{ key: "raw-no-status-line" }]) },
  ],
  [
    "a server that resets",
    faulty("resets"),
    { verdict: "failed", failure: expect.stringContaining("ECONNRESET") },
  ],
  ["a server that floods its output", faulty("floods-output"), { verdict: "concurrent" }],
  ["a server that ignores SIGTERM", faulty("ignores-sigterm"), { verdict: "concurrent" }],
  [
    "a server that becomes a daemon",
    faulty("forks-away"),
    { verdict: "concurrent", notes: [{ key: "few-trials", values: { trials: 1 } }] },
  ],
  [
    "client 2 gets another answer than a lone client",
    faulty("second-client-wrong"),
    { verdict: "failed", second: { outcome: "broken" } },
  ],
  [
    "a command that does not exist",
    "no-such-program-here",
    { verdict: "failed", failure: expect.stringContaining("no such program") },
  ],
];

// The kernel says who listens and who was accepted; elsewhere the ports of these servers could not be found.
describe.runIf(linux)("other people's servers", { tags: ["python3"] }, () => {
  test.concurrent.each(servers)("%s", async (_why, command, { second, ...expected }) => {
    const server = await examine(twoClients, command, 1);
    expect(server).toMatchObject(expected);
    if (second) expect(server.clients[1]).toMatchObject(second);
  });
});
