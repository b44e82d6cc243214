// Runs as they come out of the lab, for the tests of the output formats.

import type {
  ClientResult,
  Letter,
  LoadObservation,
  LoadResult,
  LoadRound,
  Measurement,
  Observation,
  Result,
  ServerResult,
  Sight,
} from "./result.js";

const kernel = { accepted: false, acceptQueue: 1, unreadBytes: 62, threads: 1, processes: 1 };

export const holder: ClientResult = {
  name: "client 1",
  kind: "tcp",
  outcome: "answered",
  startMs: 0,
  connectedMs: 0.214,
  acceptedMs: 0.402,
  firstByteMs: 1.131,
  lastByteMs: 1.131,
  closedMs: 152.04,
  status: 200,
  bytes: 512,
  holdingMs: 1.14,
  releasedMs: 152.01,
};

export const blocked: ClientResult = {
  name: "client 2",
  kind: "tcp",
  outcome: "blocked",
  startMs: 1.2,
  connectedMs: 0.181,
  acceptedMs: 150.933,
  firstByteMs: 151.42,
  lastByteMs: 151.61,
  closedMs: 152.8,
  status: 200,
  bytes: 512,
  blockedBy: "client 1",
  waitedMs: 150.2,
  waitedIn: "accept queue",
  kernel,
};

const { kernel: _, ...outside } = blocked;

/** One that a full accept queue turned away twice. */
export const turnedAway: ClientResult = {
  ...outside,
  name: "client 3",
  startMs: 2,
  connectedMs: 2040,
  acceptedMs: 2040.4,
  firstByteMs: 2041,
  lastByteMs: 2041,
  closedMs: 2042,
  waitedMs: 2041,
  waitedIn: "outside",
  synRetriesMs: [1016, 2040],
};

const answered: ClientResult = {
  name: "client 2",
  kind: "tcp",
  outcome: "answered",
  startMs: 1.2,
  connectedMs: 0.176,
  acceptedMs: 0.377,
  firstByteMs: 1.052,
  lastByteMs: 1.052,
  closedMs: 2.9,
  status: 200,
  bytes: 512,
  kernel: { accepted: true, acceptQueue: 0, unreadBytes: 0, threads: 3, processes: 1 },
};

export const single: ServerResult = {
  name: "single",
  command: "node dist/servers/main.js single --port 4321",
  model: "iterative",
  verdict: "blocks",
  expected: "blocks",
  asExpected: true,
  hold: "kept",
  trials: 3,
  agreeing: 3,
  answerMs: 1.094,
  patienceMs: 150,
  clients: [holder, blocked],
  eachTrial: [149.83, 150.2, 151.04].map((waitedMs) => ({
    outcome: "blocked",
    clients: [holder, { ...blocked, waitedMs }],
  })),
  report: "blocks",
  notes: [],
};

export const multi: ServerResult = {
  ...single,
  name: "multi",
  command: "node dist/servers/main.js multi --port 1234",
  model: "thread per connection",
  verdict: "concurrent",
  expected: "concurrent",
  clients: [{ ...holder, releasedMs: 3.01, closedMs: 3.04 }, answered],
  eachTrial: Array.from({ length: 3 }, () => ({
    outcome: "answered",
    clients: [{ ...holder, releasedMs: 3.01, closedMs: 3.04 }, answered],
  })),
  report: "concurrent",
};

/** A student's server that was promised to be concurrent and ended at once. */
export const failed: ServerResult = {
  ...multi,
  name: "mine",
  command: "python3 server.py",
  model: null,
  verdict: "failed",
  asExpected: false,
  agreeing: 0,
  answerMs: null,
  patienceMs: null,
  clients: [],
  eachTrial: [],
  report: null,
  failure: "it ended with status 1 before it listened on port 8080.",
};

/** A machine without a browser: nothing is known of the server, and it has done nothing wrong. */
export const untried: ServerResult = {
  ...single,
  name: "mine",
  verdict: "failed",
  asExpected: false,
  trials: 0,
  agreeing: 0,
  answerMs: null,
  patienceMs: null,
  clients: [],
  eachTrial: [],
  failure: "there is no browser. Install one.",
  notCarriedOut: "no-browser",
};

export const inconclusive: ServerResult = {
  ...multi,
  name: "sometimes",
  command: "./sometimes 8080",
  model: null,
  verdict: "inconclusive",
  expected: null,
  agreeing: 2,
  clients: [holder, { ...answered, outcome: "inconclusive" }],
  report: null,
  notes: [{ key: "few-trials", values: { trials: 3 } }],
};

/** What is left of a run on a system that says nothing about accept: who was answered, and when. */
export const noKernel: ServerResult = {
  ...single,
  name: "single",
  clients: [holder, blocked].map(({ kernel: _, ...client }) => ({
    ...client,
    acceptedMs: null,
    ...(client.waitedIn ? { waitedIn: null } : {}),
  })),
  notes: [{ key: "no-kernel-evidence" }],
};

export const surprising: ServerResult = {
  ...single,
  name: "thread-server",
  command: "./thread-server 8080",
  model: null,
  expected: "concurrent",
  asExpected: false,
  report: "concurrent",
  notes: [{ key: "no-content-length" }],
};

/** A run of the scenario two-clients against those servers. */
export function run(...servers: ServerResult[]): Result {
  return {
    format: "antre-result/1",
    scenario: "two-clients",
    startedAt: "2026-11-22T07:00:00.000Z",
    elapsedMs: 612.4,
    machine: { os: "linux 6.18", cpus: 2, memoryMiB: 24000, node: "20.20.2" },
    servers,
  };
}

/** So many bytes that begin as a PNG of 1000 by 640 does, and go on with the seed. */
export function png(bytes: number, seed = ""): Buffer {
  const picture = Buffer.alloc(Math.max(64, bytes), `${seed}.`);
  picture.write("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "latin1");
  picture.writeUInt32BE(1000, 16);
  picture.writeUInt32BE(640, 20);
  return picture;
}

/** Who asked in an experiment: one client or two, of which some are browsers; each browser has its picture. */
function measurementOf(experiment: Letter, server: "single" | "multi"): Measurement {
  const { clients, hold } = server === "single" ? single : multi;
  const asking = "cef".includes(experiment) ? clients : clients.slice(0, 1);
  const browsers = { d: [0], e: [0, 1], f: [1] }[experiment as string] ?? [];
  const shown = asking.map((client, at): ClientResult => {
    const status = experiment === "g" ? 404 : 200;
    if (!browsers.includes(at)) return { ...client, status, port: 5000 + at };
    const picture = `report/${experiment}/${server}-client-${at + 1}.png`;
    return { ...client, kind: "browser", browser: ["Chromium", "Firefox"][at]!, shown: true, picture };
  });
  const line = "Connected with 127.0.0.1:5000";
  return { hold, trials: 1, agreeing: 1, clients: shown, ...(experiment === "a" && { logged: line }) };
}

/** The course report made again, all of it reproduced unless `change` says otherwise. */
export function report(change: (one: Observation) => Observation = (one) => one): Result {
  const observations = (["a", "b", "c", "d", "e", "f", "g"] as const).flatMap((experiment) =>
    (["single", "multi"] as const).map((server): Observation => {
      const several: Sight = server === "single" ? "second-waits" : "both-answered";
      const sights = { a: "started", b: "answered", d: "shown", g: "not-found" } as const;
      const saw = experiment in sights ? sights[experiment as keyof typeof sights] : several;
      const evidence = `report/${experiment}`;
      const measurement = measurementOf(experiment, server);
      return change({ experiment, server, saw, measured: saw, reproduced: true, evidence, measurement });
    }),
  );
  const loadObservations = [1, 2].flatMap((connections) =>
    (["single", "multi"] as const).map((server): LoadObservation => {
      const expected = server === "single" ? 1 : connections;
      const seen = {
        driver: "autocannon",
        served: expected,
        requestsPerSecond: 6000,
        asExpected: true,
      } as const;
      return { server, connections, expected, ...seen, evidence: "report/two-connections" };
    }),
  );
  return { ...run(), scenario: "report", observations, loadObservations };
}

/** A server under load, of whose connections so many are served. */
export function loaded(server: ServerResult, served: number): ServerResult {
  const levels = [true, false].flatMap((kept) => [1, 2, 10].map((connections) => ({ kept, connections })));
  const load = levels.map(({ kept, connections }, at): LoadResult => {
    const some = Math.min(served, connections);
    const round: LoadRound = {
      requestsPerSecond: 1000 * (at + 1),
      latencyUs: { p50: 100, p90: 300, p99: 900 * (at + 1), max: 20_000 },
      served: some,
      starved: connections - some,
      leastServed: some < connections ? 0 : 100,
      mostServed: 100,
      fairness: some / connections,
      sent: 1000,
      completed: 990,
      failed: 0,
      failures: { lost: 0, timedOut: 0, not2xx: 0, wrong: 0 },
      otherStatus: null,
      inFlight: 10,
      otherBodies: 0,
      unasked: 0,
      ended: false,
      turnedAway: 0,
      elapsedMs: 1000,
      generatorCpuMs: 500,
      serverCpuMs: 700,
      othersCpuMs: 20,
    };
    return {
      ...round,
      kept,
      connections,
      driver: kept ? "autocannon" : "own",
      rounds: 3,
      requestsPerSecondLow: 900 * (at + 1),
      requestsPerSecondHigh: 1200 * (at + 1),
      distribution: [50, 90, 99, 100].map((percentile) => ({ percentile, us: 10 * percentile })),
      eachRound: [0.9, 1, 1.2].map((times) => ({
        ...round,
        requestsPerSecond: times * round.requestsPerSecond,
      })),
    };
  });
  return { ...server, clients: [], eachTrial: [], report: null, load };
}
