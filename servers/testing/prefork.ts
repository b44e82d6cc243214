// For the tests: a prefork server and those who hold its processes.

import { onTestFinished } from "vitest";
import { clientTo, get, type TestClient } from "./client.js";
import { processes, type ServerProcess, startServer } from "./server.js";

export async function prefork(...options: string[]): Promise<ServerProcess> {
  const server = await startServer("prefork", ...options);
  onTestFinished(() => server.kill());
  return server;
}

/** Clients that were answered and stay, each held by a process of its own. */
export async function holders(server: ServerProcess, count: number): Promise<TestClient[]> {
  const clients = await Promise.all(Array.from({ length: count }, () => clientTo(server.port)));
  for (const client of clients) await client.send(get("/"));
  for (const client of clients) await client.answer();
  return clients;
}

/** Those of them that still live. */
export const living = (pids: number[]): number[] => {
  const all = new Set(processes().map(({ pid }) => pid));
  return pids.filter((pid) => all.has(pid));
};
