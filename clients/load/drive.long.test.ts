// The load client against servers that drop, stall, refuse and answer 500: whatever they do, the account adds up.

import { execFile, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, describe, expect, test } from "vitest";
import { LoadClient } from "./drive.js";
import type { LoadFigures, LoadPlan } from "./plan.js";

const PAGE = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nHello";

const client = fileURLToPath(new URL("../../dist/clients/load/process.js", import.meta.url));

/** One load by a client of its own. */
async function drive(plan: LoadPlan): Promise<LoadFigures> {
  const load = new LoadClient(client);
  try {
    return await load.drive(plan, 30_000);
  } finally {
    await load.end();
  }
}

let server: Server;
afterEach(() => {
  server.close();
  for (const socket of sockets) socket.destroy();
  sockets.clear();
});
const sockets = new Set<Socket>();

/** A server that does this with each request; `count` is how many have come before it, on this connection and on all. */
async function serving(
  answer: (socket: Socket, before: { here: number; all: number }) => void,
): Promise<LoadPlan["endpoint"]> {
  let all = 0;
  server = createServer((socket) => {
    sockets.add(socket);
    let here = 0;
    socket.on("error", () => {});
    socket.on("data", () => answer(socket, { here: here++, all: all++ }));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return { address: "127.0.0.1", port: (server.address() as { port: number }).port };
}

const plan = (endpoint: LoadPlan["endpoint"], more: Partial<LoadPlan> = {}): LoadPlan => ({
  kind: "load",
  endpoint,
  path: "/",
  connections: 4,
  kept: true,
  seconds: 1,
  bytes: null,
  expected: 5,
  timeoutMs: 10_000,
  told: false,
  ...more,
});

const odd: [name: string, answer: Parameters<typeof serving>[0]][] = [
  [
    "drops every tenth request",
    (socket, { all }) => (all % 10 === 9 ? socket.destroy() : socket.write(PAGE)),
  ],
  [
    "resets every tenth",
    (socket, { all }) => (all % 10 === 9 ? socket.resetAndDestroy() : socket.write(PAGE)),
  ],
  ["stalls after ten on a connection", (socket, { here }) => here < 10 && socket.write(PAGE)],
  [
    "answers 500 now and then",
    (socket, { all }) => socket.write(all % 3 === 0 ? PAGE.replace("200 OK", "500 No") : PAGE),
  ],
  ["never answers", () => {}],
];

describe.each([true, false])("connections kept: %s", (kept) => {
  test.each(odd)("a server that %s", async (_, answer) => {
    const figures = await drive(plan(await serving(answer), { kept }));
    expect(figures.completed + figures.failed + figures.inFlight).toBe(figures.sent);
    expect(figures.perConnection.reduce((sum, count) => sum + count, 0)).toBe(figures.completed);
    expect(figures.sent).toBeGreaterThan(0);
  });
});

describe("why requests failed is told apart", () => {
  const ways: [name: string, how: Partial<LoadPlan>][] = [
    ["autocannon", {}],
    ["our own client", { bytes: 5 }],
    ["our own client, a connection for each request", { kept: false }],
  ];

  test.each(ways)("answers with another status than 2xx: %s", async (_, how) => {
    const endpoint = await serving((socket) => socket.write(PAGE.replace("200 OK", "500 No")));
    const { completed, failed, failures, latencyUs } = await drive(plan(endpoint, how));
    expect([completed, latencyUs]).toEqual([0, null]);
    expect(failures).toEqual({ lost: 0, timedOut: 0, not2xx: failed, wrong: 0 });
    expect(failed).toBeGreaterThan(0);
  });

  test.each(ways)("connections that break: %s", async (_, how) => {
    const endpoint = await serving((socket) => socket.destroy());
    const { failed, failures } = await drive(plan(endpoint, how));
    expect(failures).toEqual({ lost: failed, timedOut: 0, not2xx: 0, wrong: 0 });
    expect(failed).toBeGreaterThan(0);
  });

  test.each(ways)("no answer in time: %s", async (_, how) => {
    const endpoint = await serving(() => {});
    const plans = plan(endpoint, { seconds: 3, timeoutMs: 1000, ...how });
    const { sent, failed, failures, inFlight } = await drive(plans);
    expect(failures).toEqual({ lost: 0, timedOut: failed, not2xx: 0, wrong: 0 });
    expect(failed).toBeGreaterThanOrEqual(4);
    expect(sent).toBe(failed + inFlight);
  });
});

test("a server that serves one connection only starves the others, and that is seen", async () => {
  let first: Socket | null = null;
  const endpoint = await serving((socket) => {
    first ??= socket;
    if (socket === first) socket.write(PAGE);
  });
  const { perConnection, inFlight, driver } = await drive(plan(endpoint, { connections: 10 }));
  expect(driver).toBe("autocannon");
  expect(perConnection.filter((count) => count > 0)).toHaveLength(1);
  expect(inFlight).toBeGreaterThanOrEqual(9);
});

test("a server that does not say how long its answers are is loaded by our own client", async () => {
  const endpoint = await serving((socket) => socket.write("HTTP/1.1 200 OK\r\n\r\nHello"));
  const { driver, completed, failed } = await drive(plan(endpoint, { bytes: 5 }));
  expect(driver).toBe("own");
  expect(completed).toBeGreaterThan(10);
  expect(failed).toBe(0);
});

// wrk counts by itself; where a server's delay bounds the throughput, neither client does. On a machine that others use too
// a second is not like the next one: the best of a few tries counts.
test.skipIf(spawnSync("wrk", ["-v"]).error !== undefined).each([
  ["autocannon", {}],
  ["our own client", { bytes: 5 }],
])("the counts of %s agree with wrk's", async (_, how) => {
  const endpoint = await serving((socket) => {
    setTimeout(() => socket.write(PAGE), 20);
  });
  const url = `http://127.0.0.1:${endpoint.port}/`;
  const ratios: number[] = [];
  const agree = (ratio: number) => Math.abs(ratio - 1) < 0.15;
  while (!ratios.some(agree) && ratios.length < 6) {
    const { stdout } = await promisify(execFile)("wrk", ["-t1", "-c10", "-d1s", url]);
    const theirs = Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)![1]);
    const { completed, elapsedMs } = await drive(plan(endpoint, { connections: 10, ...how }));
    ratios.push((completed * 1000) / elapsedMs / theirs);
  }
  expect(ratios.some(agree), ratios.join(", ")).toBe(true);
});

test("latencies are those of a server whose delay is known", async () => {
  // Nine in ten come after 10 ms, one after 50.
  const endpoint = await serving((socket, { here }) => {
    setTimeout(() => socket.write(PAGE), here % 10 === 9 ? 50 : 10);
  });
  for (const how of [{}, { bytes: 5 }]) {
    const { latencyUs } = await drive(plan(endpoint, { seconds: 2, ...how }));
    expect(latencyUs!.p50).toBeGreaterThanOrEqual(9_000);
    expect(latencyUs!.p50).toBeLessThan(45_000);
    expect(latencyUs!.p99).toBeGreaterThanOrEqual(49_000);
  }
});
