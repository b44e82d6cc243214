// The same for longer: more threads than one would start in the quick tests.

import { expect, onTestFinished, test } from "vitest";
import { ask, get, TestClient } from "../testing/client.js";
import { type ServerProcess, startServer } from "../testing/server.js";

const soon = { timeout: 60_000, interval: 20 };

/** So many clients hold at once, each with a thread of its own; then they all leave. */
async function tide(server: ServerProcess, count: number): Promise<void> {
  const clients = Array.from({ length: count }, () => new TestClient(server.port));
  await Promise.all(
    clients.map(async (client) => {
      await client.send(get("/"));
      await client.answer();
    }),
  );
  if (process.platform === "linux") expect(server.counts().threads).toBeGreaterThan(count);
  await Promise.all(clients.map((client) => client.leave()));
}

test("200 clients hold at once, again and again: threads, descriptors and memory come back", async () => {
  const server = await startServer("multi", "--backlog", "256");
  onTestFinished(() => server.kill());
  await tide(server, 200);
  await ask(server.port, get("/")); // the threads that ended are buried when the next client comes
  if (process.platform !== "linux") return;
  const rest = server.counts().sockets;
  const settled = async () => {
    await expect.poll(() => server.counts().threads, soon).toBeLessThan(40);
    await expect.poll(() => server.counts().sockets, soon).toBeLessThanOrEqual(rest);
    return { ...server.counts(), memoryMiB: server.memoryMiB() };
  };
  const first = await settled();
  for (let time = 0; time < 3; time++) await tide(server, 200);
  await ask(server.port, get("/"));
  const last = await settled();
  expect(last.threads).toBeLessThanOrEqual(first.threads + 16);
  expect(last.descriptors).toBeLessThanOrEqual(first.descriptors + 20);
  expect(last.memoryMiB).toBeLessThan(first.memoryMiB * 1.5 + 64);
});

test("5000 clients come and go: memory stays", async () => {
  const server = await startServer("multi");
  onTestFinished(() => server.kill());
  for (let number = 0; number < 1000; number++) await ask(server.port, get("/"));
  const before = process.platform === "linux" ? server.memoryMiB() : 0;
  for (let number = 0; number < 4000; number++) await ask(server.port, get("/"));
  if (process.platform === "linux") expect(server.memoryMiB() - before).toBeLessThan(64);
});
