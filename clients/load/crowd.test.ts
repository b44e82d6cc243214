// A crowd against servers whose ways are known: everybody's fate is told, and everybody's wait is its own.

import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { LoadClient } from "./drive.js";
import type { CrowdLife, CrowdPlan } from "./plan.js";

const PAGE = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nHello";
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

/** A server that does this with each client's request; `before` is how many have come before it. */
async function serving(answer: (socket: Socket, before: number) => void): Promise<CrowdPlan["endpoint"]> {
  let before = 0;
  server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.once("data", () => answer(socket, before++));
  }).listen({ host: "127.0.0.1", port: 0, backlog: 1024 });
  await once(server, "listening");
  return { address: "127.0.0.1", port: (server.address() as { port: number }).port };
}

const come = async (endpoint: CrowdPlan["endpoint"], more: Partial<CrowdPlan> = {}) =>
  client.drive(
    {
      kind: "crowd",
      endpoint,
      path: "/",
      bytes: null,
      expected: null,
      clients: 20,
      stayMs: 0,
      limitMs: 5000,
      ...more,
    },
    20_000,
  );

const fates = (lives: CrowdLife[]) => new Set(lives.map(({ fate }) => fate));
const waits = (lives: CrowdLife[]) => lives.map(({ startMs, firstByteMs }) => firstByteMs! - startMs);

test("everybody is answered, stays as long as it should, and leaves", async () => {
  const { lives } = await come(await serving((socket) => socket.write(PAGE)), { stayMs: 100 });
  expect(lives).toHaveLength(20);
  expect(fates(lives)).toEqual(new Set(["answered"]));
  for (const { firstByteMs, leftMs } of lives) expect(leftMs! - firstByteMs!).toBeGreaterThanOrEqual(98);
});

test("who is served later has waited longer: by the server's delay, and by nothing less", async () => {
  const delays: number[] = [];
  const endpoint = await serving((socket, before) => {
    delays.push(before * 20);
    setTimeout(() => socket.write(PAGE), before * 20);
  });
  const { lives } = await come(endpoint, { clients: 10 });
  const seen = waits(lives).toSorted((a, b) => a - b);
  seen.forEach((wait, at) => {
    expect(wait).toBeGreaterThanOrEqual(delays[at]! - 2);
  });
});

describe("nobody's fate is lost", () => {
  test.each<[string, Parameters<typeof serving>[0], CrowdLife["fate"]]>([
    ["a reset", (socket) => socket.resetAndDestroy(), "lost"],
    ["a close without an answer", (socket) => socket.end(), "lost"],
    ["an answer that is cut off", (socket) => socket.end(PAGE.slice(0, -2)), "wrong"],
    ["status 500", (socket) => socket.write(PAGE.replace("200 OK", "500 No")), "wrong"],
    ["something that is not HTTP", (socket) => socket.write("hello\n"), "wrong"],
    ["silence", () => {}, "waiting"],
  ])("%s", async (_, answer, fate) => {
    const { lives, elapsedMs } = await come(await serving(answer), { limitMs: 500 });
    expect(fates(lives)).toEqual(new Set([fate]));
    if (fate === "waiting") expect(elapsedMs).toBeGreaterThanOrEqual(499);
  });

  test("a server that is gone", async () => {
    const endpoint = await serving(() => {});
    await new Promise((closed) => server.close(closed));
    const { lives } = await come(endpoint);
    expect(fates(lives)).toEqual(new Set(["lost"]));
  });

  test("some of each", async () => {
    const endpoint = await serving((socket, before) => {
      if (before % 4 === 0) socket.write(PAGE);
      if (before % 4 === 1) socket.resetAndDestroy();
      if (before % 4 === 2) socket.write(PAGE.replace("200 OK", "404 No"));
    });
    const { lives } = await come(endpoint, { limitMs: 1000 });
    for (const fate of ["answered", "lost", "wrong", "waiting"]) {
      expect(lives.filter((life) => life.fate === fate)).toHaveLength(5);
    }
  });
});

test("an answer without Content-Length is whole when it is as long as a lone client's", async () => {
  const endpoint = await serving((socket) => socket.write("HTTP/1.1 200 OK\r\n\r\nHello"));
  expect(fates((await come(endpoint, { bytes: 5 })).lives)).toEqual(new Set(["answered"]));
});
