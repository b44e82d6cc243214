// The threads of a running pool server: as many as were asked for, whoever comes.

import { expect, onTestFinished, test } from "vitest";
import { ask, clientTo, get, TestClient } from "../testing/client.js";
import { startServer } from "../testing/server.js";

const linux = process.platform === "linux";
const soon = { timeout: 20_000, interval: 5 };

test.runIf(linux)(
  "each thread of the pool is one more than an event loop has, and none is added later",
  async () => {
    const [loop, two, six] = [
      await startServer("events"),
      await startServer("pool", "--threads", "2"),
      await startServer("pool", "--threads", "6"),
    ];
    onTestFinished(async () => void (await Promise.all([loop, two, six].map((server) => server.kill()))));
    for (const server of [loop, two, six]) await ask(server.port, get("/"));
    const base = loop.counts().threads;
    await expect.poll(() => two.counts().threads - base, soon).toBe(2);
    await expect.poll(() => six.counts().threads - base, soon).toBe(6);
    for (let number = 0; number < 8; number++) await clientTo(two.port);
    expect(two.counts().threads - base).toBe(2);
  },
);

test("200 clients at once are all served, in turn, and leave nothing behind", async () => {
  const server = await startServer("pool", "--backlog", "256");
  onTestFinished(() => server.kill());
  await ask(server.port, get("/"));
  const before = linux ? server.counts().sockets : 0;
  await Promise.all(
    Array.from({ length: 200 }, async () => {
      const client = new TestClient(server.port);
      await client.send(get("/"));
      expect((await client.answer()).status).toBe(200);
      await client.leave();
    }),
  );
  if (linux) await expect.poll(() => server.counts().sockets, soon).toBe(before);
});
