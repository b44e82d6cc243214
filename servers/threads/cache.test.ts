// The threads of a running multi server: who is served while others hold, and what is left when they have gone.

import { describe, expect, onTestFinished, test } from "vitest";
import { ask, clientTo, get, TestClient } from "../testing/client.js";
import { type ServerProcess, startBy, startServer } from "../testing/server.js";

const linux = process.platform === "linux";
const CACHED = 16; // as cache.ts has it
const soon = { timeout: 20_000, interval: 5 };

async function multi(...options: string[]): Promise<ServerProcess> {
  const server = await startServer("multi", ...options);
  onTestFinished(() => server.kill());
  return server;
}

/** Clients that were answered and stay. */
async function holders(server: ServerProcess, count: number): Promise<TestClient[]> {
  const clients = [];
  for (let number = 0; number < count; number++) {
    const client = await clientTo(server.port);
    await client.send(get("/"));
    await client.answer();
    clients.push(client);
  }
  return clients;
}

describe("a client", () => {
  test("is served while others hold it, in whatever way", async () => {
    const server = await multi();
    const clients = await holders(server, 5);
    expect((await ask(server.port, get("/"))).status).toBe(200);
    for (const client of clients) {
      await client.send(get("/missing"));
      expect((await client.answer()).status).toBe(404);
    }
    await clientTo(server.port);
    await (await clientTo(server.port)).send("GET / HT");
    const unread = await clientTo(server.port, { reading: false });
    for (let again = 0; again < 3; again++) await unread.send(get("/").repeat(100));
    expect((await ask(server.port, get("/"))).status).toBe(200);
  });
});

describe("at the ceiling", () => {
  test.runIf(linux)(
    "that the system's limit on descriptors sets, the next client waits, and the server says what to do",
    async () => {
      const server = await startBy(["/bin/sh", "-c", 'ulimit -n 100; exec "$@"', "sh"], "multi");
      onTestFinished(() => server.kill());
      const clients = await holders(server, 10);
      expect(await server.line(/may not open more files/)).toContain("ulimit -n");
      const next = await clientTo(server.port);
      await next.send(get("/"));
      await expect.poll(() => server.acceptQueue(), soon).toBe(1);
      await clients[0]!.leave();
      expect((await next.answer()).status).toBe(200);
    },
  );

  test("the next client waits in the accept queue, the log says so, and it is served when one leaves", async () => {
    const server = await multi("--max-threads", "2");
    const [first, second] = await holders(server, 2);
    const third = await clientTo(server.port);
    await third.send(get("/"));
    await server.line(/^All 2 threads are busy: the next client waits in the accept queue\./);
    if (linux) await expect.poll(() => server.acceptQueue(), soon).toBe(1);
    await second!.send(get("/missing"));
    await second!.answer(); // the server has had time for it, and the third is still not served
    expect(third.held).toBe(0);
    if (linux) expect(server.acceptQueue()).toBe(1);
    expect(server.lines.filter((line) => line.startsWith("Connected"))).toHaveLength(2);

    await first!.leave();
    expect((await third.answer()).status).toBe(200);
    if (linux) expect(server.acceptQueue()).toBe(0);
    expect(server.lines.filter((line) => line.startsWith("All 2"))).toHaveLength(1);
  });

  test("one thread is an iterative server", async () => {
    const server = await multi("--max-threads", "1");
    const [first] = await holders(server, 1);
    const others = [await clientTo(server.port), await clientTo(server.port)];
    for (const client of others) await client.send(get("/"));
    await server.line(/^All 1 threads/);
    expect(others.map(({ held }) => held)).toEqual([0, 0]);
    await first!.leave();
    for (const client of others) {
      await client.answer();
      await client.leave();
    }
  });

  test("the log says it again when it comes to that again, not for each client", async () => {
    const server = await multi("--max-threads", "3");
    for (let round = 1; round <= 2; round++) {
      const clients = await holders(server, 3);
      await expect
        .poll(() => server.lines.filter((line) => line.startsWith("All 3")).length, soon)
        .toBe(round);
      for (const client of clients) await client.leave();
      await ask(server.port, get("/"));
    }
  });
});

describe.runIf(linux)("after many clients nothing is left over beyond the cache", () => {
  /** Asks once on each of so many connections; `together`: all of them are open before the first leaves. */
  async function wave(server: ServerProcess, count: number, together: boolean): Promise<void> {
    if (!together) {
      for (let number = 0; number < count; number++) await ask(server.port, get("/"));
      return;
    }
    const clients = Array.from({ length: count }, () => new TestClient(server.port));
    await Promise.all(
      clients.map(async (client) => {
        await client.send(get("/"));
        await client.answer();
        await client.leave();
      }),
    );
  }

  test("200 that come and go", async () => {
    const server = await multi();
    await wave(server, 20, false);
    const before = server.counts();
    const memory = server.memoryMiB();
    await wave(server, 200, false);
    await expect.poll(() => server.counts().sockets, soon).toBe(before.sockets);
    const after = server.counts();
    expect(after.threads).toBeLessThanOrEqual(before.threads + CACHED);
    await wave(server, 200, false);
    expect(server.counts().threads).toBeLessThanOrEqual(before.threads + CACHED);
    expect(server.memoryMiB() - memory).toBeLessThan(64);
  });

  test("80 at once, with a ceiling of 24: all are served, in turn", async () => {
    const server = await multi("--max-threads", "24", "--backlog", "256");
    const start = server.counts();
    await wave(server, 80, true);
    await expect.poll(() => server.counts().threads, soon).toBeLessThanOrEqual(start.threads + CACHED);
    await expect.poll(() => server.counts().sockets, soon).toBe(start.sockets);
    const first = server.counts();
    await wave(server, 80, true);
    await expect.poll(() => server.counts().threads, soon).toBeLessThanOrEqual(start.threads + CACHED);
    await expect.poll(() => server.counts().descriptors, soon).toBeLessThanOrEqual(first.descriptors + 20);
    expect(server.lines.filter((line) => line.startsWith("Connected"))).toHaveLength(160);
  });
});
