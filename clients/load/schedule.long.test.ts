// Requests on a schedule, against servers whose ways are known: what is planned is accounted for, and whoever stalls is found out.

import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { LoadClient } from "./drive.js";
import type { SchedulePlan } from "./plan.js";

const PAGE = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nHello";
const SHORT = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nHell";
const CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n";
const program = fileURLToPath(new URL("../../dist/clients/load/process.js", import.meta.url));

let client: LoadClient;
let server: Server;
const sockets = new Set<Socket>();
beforeEach(() => {
  client = new LoadClient(program);
});
afterEach(async () => {
  await client.end();
  server.close();
  for (const socket of sockets) socket.destroy();
  sockets.clear();
});

async function serving(answer: (socket: Socket, before: number) => void): Promise<SchedulePlan["endpoint"]> {
  let before = 0;
  server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("data", () => answer(socket, before++));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return { address: "127.0.0.1", port: (server.address() as { port: number }).port };
}

const target = { path: "/", bytes: null, expected: 5, told: false };
const follow = (endpoint: SchedulePlan["endpoint"], more: Partial<SchedulePlan> = {}) =>
  client.drive(
    { kind: "schedule", endpoint, ...target, connections: 4, perSecond: 200, seconds: 1, ...more },
    30_000,
  );

test("as many are planned as the rate says, and all of them are accounted for", async () => {
  const figures = await follow(await serving((socket) => socket.write(PAGE)));
  expect(figures).toMatchObject({ lines: 4, planned: 200, completed: 200, failed: 0, unfinished: 0 });
  expect(figures.distribution.at(-1)!.percentile).toBe(100);
});

test("at the end every connection is closed, also one that still waits for its answer", async () => {
  const figures = await follow(await serving((socket, before) => before < 8 && socket.write(PAGE)));
  expect(figures.unfinished).toBeGreaterThan(0);
  await Promise.all([...sockets].map((socket) => socket.destroyed || once(socket, "close")));
});

describe("whatever the server does, planned is completed, failed and unfinished", () => {
  test.each<[string, Parameters<typeof serving>[0]]>([
    ["drops every tenth", (socket, before) => (before % 10 === 9 ? socket.destroy() : socket.write(PAGE))],
    [
      "answers 500 now and then",
      (socket, before) => socket.write(before % 3 === 0 ? PAGE : PAGE.replace("200", "500")),
    ],
    ["answers short now and then", (socket, before) => socket.write(before % 3 === 0 ? PAGE : SHORT)],
    ["answers twice, after 100 Continue", (socket) => socket.write(CONTINUE + PAGE + PAGE)],
    ["stops answering", (socket, before) => before < 100 && socket.write(PAGE)],
    ["closes after each answer", (socket) => socket.end(PAGE.replace("\r\n", "\r\nConnection: close\r\n"))],
  ])("one that %s", async (_, answer) => {
    const { planned, completed, failed, failures, unfinished } = await follow(await serving(answer));
    expect(completed + failed + unfinished).toBe(planned);
    expect(Object.values(failures).reduce((sum, count) => sum + count)).toBe(failed);
    expect(planned).toBe(200);
    expect(completed).toBeGreaterThan(50);
  });
});

test("a server that serves one connection only is asked over that one", async () => {
  let first: Socket | null = null;
  const { lines, completed } = await follow(
    await serving((socket) => {
      first ??= socket;
      if (socket === first) socket.write(PAGE);
    }),
  );
  expect([lines, completed]).toEqual([1, 200]);
});

// For 200 ms of each second nobody is answered. Who asks when the schedule says so meets that with probability 1/5, and
// waits evenly between 0 and 200 ms: a tenth of all wait 100 ms and more. Who asks only after an answer meets it once a
// second, whatever else happens.
test("a stall is seen by as many as were planned into it, and hidden from who waits for each answer before asking again", async () => {
  const stalling = () => performance.now() % 1000 < 200;
  const endpoint = await serving((socket) => {
    if (stalling()) setTimeout(() => socket.write(PAGE), 200 - (performance.now() % 1000));
    else socket.write(PAGE);
  });
  const open = await follow(endpoint, { connections: 1, perSecond: 200, seconds: 4 });
  const closed = await client.drive(
    { kind: "capacity", endpoint, ...target, connections: 1, seconds: 4 },
    30_000,
  );
  const ms = (us: number) => us / 1000;
  expect(ms(open.fromPlanUs!.p90)).toBeGreaterThan(75);
  expect(ms(open.fromPlanUs!.p90)).toBeLessThan(200);
  expect(ms(closed.latencyUs!.p90)).toBeLessThan(ms(open.fromPlanUs!.p90) / 3);
  expect(ms(closed.latencyUs!.max)).toBeGreaterThan(150); // one of thousands
  // To count from the moment of sending hides it as well: there is one connection, and one request that stands in the stall.
  expect(ms(open.fromSendUs!.p90)).toBeLessThan(ms(open.fromPlanUs!.p90) / 3);
  // Little: as many are in the system as come in a second, times how long each stays.
  const stayed = (open.inSystem / 200) * 1000;
  expect(stayed / ms(open.fromPlanUs!.mean)).toBeGreaterThan(0.9);
  expect(stayed / ms(open.fromPlanUs!.mean)).toBeLessThan(1.1);
}, 60_000);

test("above what the server can do, the waits grow as long as the schedule goes on", async () => {
  let free = 0;
  const endpoint = await serving((socket) => {
    free = Math.max(free, performance.now()) + 10; // 100 a second, one after the other
    setTimeout(() => socket.write(PAGE), free - performance.now());
  });
  const { backlogAtEnd, fromPlanUs } = await follow(endpoint, { perSecond: 150, seconds: 1 });
  // 150 planned, 100 answered: 50 are left, and the last has waited half a second.
  expect(backlogAtEnd).toBeGreaterThan(35);
  expect(fromPlanUs!.max / 1000).toBeGreaterThan(400);
  expect(fromPlanUs!.p50 / 1000).toBeGreaterThan(150);
}, 60_000);

// An iterative server that one connection of the load client keeps for ever answers nobody else.
test("nobody stays connected, though some got no answer", async () => {
  const endpoint = await serving((socket) => setTimeout(() => socket.write(PAGE), 50));
  const { unfinished } = await follow(endpoint, { connections: 2, perSecond: 500, seconds: 0.5 });
  expect(unfinished).toBeGreaterThan(0);
  await expect
    .poll(() => [...sockets].filter(({ destroyed }) => !destroyed).length, { timeout: 5000 })
    .toBe(0);
}, 60_000);
