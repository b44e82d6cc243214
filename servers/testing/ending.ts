// For the tests: a server that is ended, by itself or through npm, and what is left of it.

import { readdirSync, readFileSync } from "node:fs";
import { expect, onTestFinished } from "vitest";
import { clientTo, get } from "./client.js";
import { ServerProcess, startServer } from "./server.js";

type Signal = "SIGINT" | "SIGTERM";

/** Ends it at the signal while it waits for a client. */
export async function endsWaiting(model: string, signal: Signal): Promise<void> {
  const server = await startServer(model);
  onTestFinished(() => server.kill());
  server.child.kill(signal);
  expect(await server.ended()).toEqual({ status: null, signal });
}

/** Ends it at the signal while clients hold it. */
export async function endsHeld(model: string, signal: Signal): Promise<void> {
  const server = await startServer(model);
  onTestFinished(() => server.kill());
  const clients = [await clientTo(server.port), await clientTo(server.port), await clientTo(server.port)];
  for (const client of clients) await client.send(get("/"));
  await clients[0]!.answer();
  const start = performance.now();
  server.child.kill(signal);
  expect(await server.ended()).toEqual({ status: null, signal });
  expect(performance.now() - start).toBeLessThan(2000);
  for (const client of clients) expect(await client.ended()).toMatch(/end|ECONNRESET/);
  expect(server.errors).toBe("");
}

/** Starts it through npm, in a group of its own, with a thread or process that is blocked in recv. */
export async function throughNpm(model = "multi"): Promise<{ npm: ServerProcess; pid: number }> {
  // Without what goes before the script: that has ended when the server starts.
  const words = ["run", "--silent", "--ignore-scripts", "server", model, "--", "--port", "0", "--lang", "en"];
  const npm = new ServerProcess("npm", words, { detached: true });
  onTestFinished(() => endGroup(npm.pid));
  npm.port = Number(/:(\d+)\. /.exec(await npm.line(/^Listening on/))![1]);
  const client = await clientTo(npm.port); // a thread is blocked in recv
  await client.send(get("/"));
  await client.answer();
  const [pid] = inGroup(npm.pid)
    .filter(({ command }) => command.includes("dist/servers/main.js"))
    .slice(-1);
  return { npm, pid: pid!.pid };
}

/** npm alone gets SIGTERM. */
export async function endsWithNpm(model: string): Promise<void> {
  const { npm } = await throughNpm(model);
  npm.child.kill("SIGTERM");
  await npm.ended();
  await expect.poll(() => inGroup(npm.pid), { interval: 5 }).toEqual([]);
}

/** All of the group get SIGINT, as from a terminal. */
export async function endsAtCtrlC(model: string): Promise<void> {
  const { npm } = await throughNpm(model);
  process.kill(-npm.pid, "SIGINT");
  await npm.ended();
  await expect.poll(() => inGroup(npm.pid), { interval: 5 }).toEqual([]);
  expect(npm.lines.filter((line) => line.includes("takes its place"))).toEqual([]);
}

/** The living processes of a group, and their command lines. */
export function inGroup(group: number): { pid: number; command: string }[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .flatMap((pid) => {
      try {
        const [state, , own] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ");
        if (Number(own) !== group || state === "Z") return [];
        return [{ pid, command: readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ") }];
      } catch {
        return []; // it has ended meanwhile
      }
    });
}

function endGroup(group: number): void {
  try {
    process.kill(-group, "SIGKILL");
  } catch {
    // nobody is left in it
  }
}
