// What counts as an answer, and for how long it was waited: against servers that interrupt, repeat, shorten and mix up theirs.

import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { LoadClient } from "./drive.js";
import type { LoadFigures, LoadPlan } from "./plan.js";

const PAGE = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nHello";
const program = fileURLToPath(new URL("../../dist/clients/load/process.js", import.meta.url));

let client: LoadClient;
let server: Server;
const sockets = new Set<Socket>();
beforeAll(() => {
  client = new LoadClient(program);
});
afterAll(() => client.end());
afterEach(() => {
  server.close();
  for (const socket of sockets) socket.destroy();
  sockets.clear();
});

/** Loads a server that does this with each request; `before` is how many have come before it. */
async function load(
  how: Partial<LoadPlan>,
  answer: (socket: Socket, before: number) => void,
): Promise<LoadFigures> {
  let before = 0;
  server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("data", () => answer(socket, before++));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const endpoint = { address: "127.0.0.1", port: (server.address() as { port: number }).port };
  const plan = { kind: "load", endpoint, path: "/", connections: 2, kept: true, seconds: 0.3 } as const;
  const figures = await client.drive(
    { ...plan, bytes: null, expected: 5, timeoutMs: 10_000, told: false, ...how },
    30_000,
  );
  const { sent, completed, failed, failures, inFlight, perConnection } = figures;
  expect(completed + failed + inFlight).toBe(sent);
  expect(Object.values(failures).reduce((sum, count) => sum + count)).toBe(failed);
  expect(perConnection.reduce((sum, count) => sum + count)).toBe(completed);
  return figures;
}

const none = { lost: 0, timedOut: 0, not2xx: 0, wrong: 0 };

describe.each<[name: string, how: Partial<LoadPlan>]>([
  ["autocannon", {}],
  ["our own client", { bytes: 5 }],
  ["our own client, a connection for each request", { kept: false }],
])("%s", (_, how) => {
  test.each<[string, (socket: Socket) => void]>([
    ["drops", (socket) => socket.destroy()],
    ["resets", (socket) => socket.resetAndDestroy()],
    ["breaks off in the middle of an answer", (socket) => socket.end(PAGE.slice(0, -2))],
  ])(
    "waits no longer for answers than the load takes, of a server that %s a connection now and then",
    async (_, breaks) => {
      const { completed, failures, latencyUs, elapsedMs } = await load(how, (socket, before) =>
        before % 20 === 19 ? breaks(socket) : socket.write(PAGE),
      );
      expect(failures).toEqual({ ...none, lost: expect.any(Number) });
      expect(failures.lost).toBeGreaterThan(0);
      // Half of the answers took the median and more, one after the other on each of two connections.
      expect(((completed / 2) * latencyUs!.p50) / 1000).toBeLessThan(2 * elapsedMs);
    },
  );

  test("takes 100 Continue for no answer", async () => {
    const { completed, failed, unasked } = await load(how, (socket) =>
      socket.write(`HTTP/1.1 100 Continue\r\n\r\n${PAGE}`),
    );
    expect(completed).toBeGreaterThan(10);
    expect([failed, unasked]).toEqual([0, 0]);
  });

  test("counts one answer to each request, whatever else comes with it", async () => {
    const { completed, failed, unasked } = await load(how, (socket) => socket.write(PAGE.repeat(3)));
    expect(completed).toBeGreaterThan(10);
    expect(failed).toBe(0);
    if (how.kept !== false) expect(Math.abs(unasked / completed - 2)).toBeLessThan(0.2);
  });

  test("reads an answer that nobody asked for to its end, and then takes the right one", async () => {
    const owed = new WeakMap<Socket, string>();
    const { completed, failed, unasked } = await load(how, (socket) => {
      socket.write((owed.get(socket) ?? "") + PAGE + PAGE.slice(0, 20));
      owed.set(socket, PAGE.slice(20));
    });
    expect(completed).toBeGreaterThan(10);
    expect(failed).toBe(0);
    if (how.kept !== false) expect(Math.abs(unasked / completed - 1)).toBeLessThan(0.2);
  });

  test("does not count an answer of another length than a lone client's", async () => {
    const { completed, failures, failed } = await load(how, (socket, before) =>
      socket.write(before % 3 === 0 ? PAGE.replace("5", "4").slice(0, -1) : PAGE),
    );
    expect(completed).toBeGreaterThan(10);
    expect(failures).toEqual({ ...none, wrong: failed });
    expect(failed / completed).toBeGreaterThan(0.3);
    expect(failed / completed).toBeLessThan(0.7);
  });

  test("notes bodies that are as long, and not alike", async () => {
    const { completed, failed, otherBodies } = await load(how, (socket, before) =>
      socket.write(before % 2 === 0 ? PAGE.replace("Hello", "Hallo") : PAGE),
    );
    expect(failed).toBe(0);
    expect(otherBodies / completed).toBeGreaterThan(0.3);
    expect(otherBodies / completed).toBeLessThan(0.7);
  });

  test("goes on when an answer is no HTTP", async () => {
    const { completed, failures } = await load(how, (socket, before) =>
      socket.write(before % 5 === 4 ? "hello, this is a server\r\n\r\n" : PAGE),
    );
    expect(completed).toBeGreaterThan(10);
    expect(failures).toEqual({ ...none, wrong: expect.any(Number) });
    expect(failures.wrong).toBeGreaterThan(0);
  });

  test("does not call those starved who get errors", async () => {
    const { starved, otherStatus, failures, completed } = await load(how, (socket) =>
      socket.write(PAGE.replace("200 OK", "404 No")),
    );
    expect([starved, otherStatus, completed]).toEqual([0, 404, 0]);
    expect(failures.not2xx).toBeGreaterThan(10);
  });
});
