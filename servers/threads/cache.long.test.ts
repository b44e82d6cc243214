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
  if (process.platform !== "linux") return;
  // The threads that have ended are buried, and their descriptors closed, when the next client comes.
  const afterAClient = async () => {
    await ask(server.port, get("/"));
    return server.counts();
  };
  await expect.poll(async () => (await afterAClient()).threads, soon).toBeLessThan(40);
  const first = server.counts();
  const memoryMiB = server.memoryMiB();
  for (let time = 0; time < 3; time++) await tide(server, 200);
  await expect.poll(async () => (await afterAClient()).threads, soon).toBeLessThanOrEqual(first.threads + 2);
  await expect
    .poll(async () => (await afterAClient()).descriptors, soon)
    .toBeLessThanOrEqual(first.descriptors + 20);
  await expect.poll(async () => (await afterAClient()).sockets, soon).toBeLessThanOrEqual(first.sockets + 1); // its own, when it has not been seen to leave yet
  expect(server.memoryMiB()).toBeLessThan(memoryMiB * 1.5 + 64);
});
