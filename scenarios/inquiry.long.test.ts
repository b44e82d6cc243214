import { describe, expect, test } from "vitest";
import type { Probe, ProbeStep } from "../results/result.js";
import { classify } from "./lab/experiments/model/classify.js";
import { faulty, measure, runScenario } from "./testing/command.js";

const linux = process.platform === "linux";

describe.runIf(linux)("our own five servers", () => {
  test("holds: whatever client 1 does, single makes the next one wait in the accept queue, and the others do not", async () => {
    const { status, result } = await runScenario("holds");
    const seen = result.servers.map(({ name, holds }) => [
      name,
      ...Object.values(holds!).map(({ outcome, waitedIn }) =>
        waitedIn ? `${outcome}: ${waitedIn}` : outcome,
      ),
    ]);
    const blocked = "blocked: accept queue";
    expect(seen).toEqual([
      ["single", blocked, blocked, blocked, blocked],
      ["multi", "answered", "answered", "answered", "answered"],
      ["pool", "answered", "answered", "answered", "answered"],
      ["prefork", "answered", "answered", "answered", "answered"],
      ["events", "answered", "answered", "answered", "answered"],
    ]);
    expect(status).toBe(0);
  }, 60_000);

  test("model: each is told for what it is, with its size and the reason", async () => {
    const { status, result } = await runScenario("model");
    expect(result.servers.map(({ name, model, modelSize = null }) => [name, model, modelSize])).toEqual([
      ["single", "iterative", null],
      ["multi", "thread-per-connection", null],
      ["pool", "thread-pool", 4],
      ["prefork", "prefork", 4],
      ["events", "event-loop", null],
    ]);
    for (const { modelReason } of result.servers) expect(modelReason).toMatch(/\d|one client/);
    // single has one thread that serves; the other ones every Node program has.
    const [single, multi, , prefork] = result.servers;
    const own = `${single!.probe!.steps[0]!.threads! - 1} of these threads are Node.js's own`;
    expect(single!.modelReason).toContain(own);
    expect(multi!.modelReason).toContain(own);
    expect(prefork!.modelReason).not.toContain("Node.js");
    expect(status).toBe(0);
  }, 60_000);
});

describe.runIf(linux)("a slow server", () => {
  test("that serves one after the other is not said to have forgotten the next client, which it answers in its own time", async () => {
    const command = faulty("ponders-then-closes");
    const [model, limit] = await Promise.all([measure("model", command), measure("pool-limit", command)]);
    expect(model).toMatchObject({ model: "iterative", verdict: "blocks" });
    expect(model.probe!.waiting).toMatchObject({ accepted: false, answeredAfterRelease: true });
    expect(limit.clients[1]).toMatchObject({ outcome: "blocked", waitedIn: "accept queue" });
  }, 60_000);
});

describe.runIf(linux)("a server that answers nobody any more", () => {
  test("is not called what it was before that", async () => {
    const command = faulty("stops-accepting");
    const [model, two] = await Promise.all([measure("model", command), measure("two-clients", command)]);
    expect(model).toMatchObject({ model: "silent", verdict: "failed" });
    expect(two).toMatchObject({ verdict: "failed", asExpected: false });
  }, 60_000);
});

describe("from the evidence to the model", () => {
  /** The threads and processes seen while 0, 1, 2 … clients were held. */
  const steps = (
    threads: (number | null)[],
    processes: (number | null)[] = threads.map(() => 1),
  ): ProbeStep[] =>
    threads.map((count, held) => ({
      held,
      threads: count,
      processes: processes[held]!,
      dedicated: 0,
      owners: null,
      onSockets: null,
      onLocks: null,
    }));
  const probe = (more: Partial<Probe>): Probe => ({
    steps: steps([1, 1]),
    limit: null,
    turnedAway: false,
    waiting: null,
    endsWithItsClient: false,
    shrank: null,
    ...more,
  });
  const waiting = { accepted: false, lock: false, answeredAfterRelease: true };
  const range = (count: number, from: number, by: number) =>
    Array.from({ length: count }, (_, i) => from + i * by);

  test.each([
    ["one served, the next not accepted", probe({ limit: 1, waiting }), "iterative", null],
    [
      "one served, the next accepted by a thread that waits for a lock",
      probe({ limit: 1, waiting: { ...waiting, accepted: true, lock: true } }),
      "iterative",
      null,
    ],
    [
      "threads that grow with every client",
      probe({ steps: steps(range(13, 1, 1)) }),
      "thread-per-connection",
      null,
    ],
    [
      "spare threads hide the first three",
      probe({ steps: steps([14, 14, 14, 14, ...range(9, 15, 1)]) }),
      "thread-per-connection",
      null,
    ],
    [
      "processes that grow with every client",
      probe({ steps: steps(range(13, 1, 1), range(13, 1, 1)) }),
      "process-per-connection",
      null,
    ],
    ["two threads, then a wait", probe({ steps: steps([3, 3, 3]), limit: 2, waiting }), "thread-pool", 2],
    [
      "three processes, then a wait",
      probe({ steps: steps([4, 4, 4, 4], [4, 4, 4, 4]), limit: 3, waiting }),
      "prefork",
      3,
    ],
    ["nothing grows", probe({ steps: steps(range(13, 11, 0)) }), "event-loop", null],
    [
      "a few threads of the runtime come and go",
      probe({ steps: steps([11, 12, 12, 13, 13, 12, 12, 12, 13, 13, 13, 12, 13]) }),
      "event-loop",
      null,
    ],
    [
      "twelve threads were there before, each waits for a client of its own",
      probe({ steps: steps(range(13, 21, 0)).map((step) => ({ ...step, dedicated: step.held })) }),
      "thread-pool",
      null,
    ],
    ["it ends with its client", probe({ steps: [], limit: 1, endsWithItsClient: true }), "single-shot", 1],
    [
      "behaviour alone, with a limit",
      probe({ steps: steps([null, null], [null, null]), limit: 2, waiting }),
      "unknown",
      2,
    ],
    [
      "behaviour alone, without a limit",
      probe({ steps: steps([null, null], [null, null]) }),
      "unknown",
      null,
    ],
  ] as const)("%s", (_why, evidence, model, size) => {
    expect(classify(evidence)).toMatchObject({ model, size });
  });
});

describe("when clients that rest take no thread, half a request tells", () => {
  const steps = (held: number, threads: number, owners: number | null): ProbeStep[] =>
    Array.from({ length: held + 1 }, (_, i) => ({
      held: i,
      threads,
      processes: 2,
      dedicated: 0,
      owners,
      onSockets: null,
      onLocks: null,
    }));
  const probe = (held: number, threads: number, limit: number | null, owners: number | null = 1): Probe => ({
    steps: steps(held, threads, owners),
    limit,
    turnedAway: false,
    shrank: null,
    waiting: limit === null ? null : { accepted: false, lock: false, answeredAfterRelease: true },
    endsWithItsClient: false,
  });
  const resting = probe(12, 20, null);

  test.each([
    ["a pool", probe(2, 20, 2), { model: "thread-pool", size: 2, whileAsking: true }],
    ["processes, each with one client", probe(2, 20, 2, 2), { model: "prefork", size: 2, whileAsking: true }],
    ["one thread", probe(1, 20, 1), { model: "event-loop", size: null, reason: "one request in turn" }],
    ["a loop", probe(12, 20, null), { model: "event-loop", size: null, reason: "nothing grows" }],
    ["nothing, for it can't be held so", null, { model: "event-loop", size: null, reason: "nothing grows" }],
  ])("%s", (_what, asking, found) => {
    expect(classify(resting, asking)).toMatchObject(found);
  });

  test("one thread that serves request after request, and is held by a client that says nothing, is iterative", () => {
    expect(classify(resting, probe(1, 20, 1), "idle")).toMatchObject({
      model: "iterative",
      whileAsking: true,
    });
  });

  test("a server that can only be held by half a request is told by that", () => {
    expect(classify(null, probe(2, 20, 2))).toMatchObject({ model: "thread-pool", size: 2 });
    expect(classify(null, null)).toEqual({ model: "unknown", size: null, reason: "not held" });
  });

  test("nine clients on six threads are no pool of nine", () => {
    expect(classify(probe(9, 6, 9))).toMatchObject({ model: "event-loop", reason: "limit without workers" });
  });
});

describe.runIf(linux)("the queue before accept", () => {
  test("pool-limit: as many are served as there are threads or processes, then one has to wait in the accept queue", async () => {
    const { status, result } = await runScenario("pool-limit");
    expect(result.servers.map(({ name, probe }) => [name, probe!.limit])).toEqual([
      ["single", 1],
      ["pool", 4],
      ["prefork", 4],
      ["multi", null],
    ]);
    expect(result.servers[1]!.clients.at(-1)).toMatchObject({ outcome: "blocked", waitedIn: "accept queue" });
    expect(status).toBe(0);
  }, 60_000);

  test("backlog: listen(B) lets in B + 1; the others come in when their systems try again, a second later", async () => {
    const { status, result } = await runScenario("backlog");
    expect(result.servers.map(({ name, queue }) => [name, queue])).toMatchObject([
      ["listen(1)", { backlog: 1, connected: 2, acceptQueue: 2, turnedAway: 2 }],
      ["listen(5)", { backlog: 5, connected: 6, acceptQueue: 6, turnedAway: 2 }],
    ]);
    for (const { queue } of result.servers) {
      for (const cameInMs of queue!.cameInMs) expect(cameInMs).toBeGreaterThan(900);
    }
    expect(status).toBe(0);
  }, 60_000);
});
