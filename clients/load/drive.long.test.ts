// The load client against servers that drop, stall, refuse and answer 500: whatever they do, the account adds up.

import { execFile, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, describe, expect, test } from "vitest";
import { drive as driveBy } from "./drive.js";
import type { LoadPlan } from "./plan.js";

const PAGE = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nHello";

const client = fileURLToPath(new URL("../../dist/clients/load/process.js", import.meta.url));
const drive = (plan: LoadPlan) => driveBy(plan, client);

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
  endpoint,
  path: "/",
  connections: 4,
  kept: true,
  seconds: 1,
  bytes: null,
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

test("answers with another status than 2xx have failed", async () => {
  const endpoint = await serving((socket) => socket.write(PAGE.replace("200 OK", "500 No")));
  for (const kept of [true, false]) {
    expect(await drive(plan(endpoint, { kept }))).toMatchObject({ completed: 0, latencyUs: null });
  }
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

// wrk counts by itself; where a server's delay bounds the throughput, neither client does.
test.skipIf(spawnSync("wrk", ["-v"]).error !== undefined)("our counts agree with wrk's", async () => {
  const endpoint = await serving((socket) => {
    setTimeout(() => socket.write(PAGE), 20);
  });
  const url = `http://127.0.0.1:${endpoint.port}/`;
  const { stdout } = await promisify(execFile)("wrk", ["-t1", "-c10", "-d2s", url]);
  const theirs = Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)![1]);
  for (const how of [{}, { bytes: 5 }]) {
    const { completed, elapsedMs } = await drive(plan(endpoint, { connections: 10, seconds: 2, ...how }));
    expect(Math.abs((completed * 1000) / elapsedMs / theirs - 1)).toBeLessThan(0.15);
  }
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
