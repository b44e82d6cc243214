// The processes of a running prefork server: replaced when one ends, and gone when their parent has.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readlinkSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { ask, clientTo, get, type TestClient } from "../testing/client.js";
import { processes, type ServerProcess, startServer } from "../testing/server.js";

const unix = process.platform !== "win32";
const linux = process.platform === "linux";
const soon = { timeout: 20_000, interval: 5 };

async function prefork(...options: string[]): Promise<ServerProcess> {
  const server = await startServer("prefork", ...options);
  onTestFinished(() => server.kill());
  return server;
}

/** Clients that were answered and stay, each held by a process of its own. */
async function holders(server: ServerProcess, count: number): Promise<TestClient[]> {
  const clients = await Promise.all(Array.from({ length: count }, () => clientTo(server.port)));
  for (const client of clients) await client.send(get("/"));
  for (const client of clients) await client.answer();
  return clients;
}

const living = (pids: number[]): number[] => {
  const all = new Set(processes().map(({ pid }) => pid));
  return pids.filter((pid) => all.has(pid));
};

describe.runIf(unix)("the processes", () => {
  test("are as many as were asked for, and stay so, however many clients come", async () => {
    const server = await prefork("--processes", "3");
    await holders(server, 3);
    const children = server.children();
    expect(children).toHaveLength(3);
    for (let number = 0; number < 5; number++) await clientTo(server.port);
    expect(server.children()).toEqual(children);
  });

  test.runIf(linux)("inherit the listening socket once, and nothing else of their parent's", async () => {
    const server = await prefork("--processes", "2");
    await holders(server, 2).then((clients) => Promise.all(clients.map((client) => client.leave())));
    const socketsOf = (pid: number) =>
      readdirSync(`/proc/${pid}/fd`)
        .filter((name) => Number(name) > 2)
        .map((name) => readlinkSync(`/proc/${pid}/fd/${name}`))
        .filter((target) => target.startsWith("socket:"));
    const [first, second] = server.children().map(socketsOf);
    expect(first).toHaveLength(1);
    expect(second).toEqual(first);
  });

  test("one that ends is replaced: its client is lost, the others' are not, and the next is served", async () => {
    const server = await prefork("--processes", "3");
    const clients = await holders(server, 3);
    const [victim, ...others] = server.children();
    process.kill(victim!, "SIGKILL");
    await server.line(new RegExp(`^Process ${victim} ended \\(SIGKILL\\): another takes its place\\.$`));
    await Promise.race(clients.map((client) => client.ended()));
    const left = clients.filter(({ over }) => over === null);
    expect(left).toHaveLength(2);
    for (const client of left) {
      await client.send(get("/missing"));
      expect((await client.answer()).status).toBe(404);
    }
    expect((await ask(server.port, get("/"))).status).toBe(200); // only the new process can have served it
    expect(server.children()).toEqual(expect.arrayContaining(others));
    expect(server.children()).toHaveLength(3);
    expect(server.children()).not.toContain(victim);
  });

  test("all that end are replaced, again and again", async () => {
    const server = await prefork("--processes", "2");
    for (let round = 0; round < 2; round++) {
      await holders(server, 2);
      const before = server.children();
      for (const pid of before) process.kill(pid, "SIGTERM");
      for (const pid of before) await server.line(new RegExp(`^Process ${pid} ended \\(SIGTERM\\)`));
      expect((await ask(server.port, get("/"))).status).toBe(200);
      await expect.poll(() => server.children(), soon).toHaveLength(2);
    }
  });

  test("that cannot start are not started over and over at once", async () => {
    const folder = mkdtempSync(join(tmpdir(), "antre-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const root = join(folder, "site");
    renameSync(mkdtempSync(join(folder, "new-")), root);
    const server = await prefork("--processes", "1", "--root", root);
    await holders404(server);
    rmSync(root, { recursive: true });
    process.kill(server.children()[0]!, "SIGKILL");
    const ends = () => server.lines.filter((line) => line.includes("another takes its place")).length;
    await expect.poll(ends, soon).toBeGreaterThanOrEqual(2);
    const start = performance.now();
    const counted = ends();
    await expect.poll(ends, soon).toBeGreaterThanOrEqual(counted + 2);
    expect(performance.now() - start).toBeGreaterThan(900);
    expect(server.child.exitCode).toBeNull();
    expect(server.errors).toContain("ENOENT");
  });

  async function holders404(server: ServerProcess): Promise<void> {
    expect((await ask(server.port, get("/"))).status).toBe(404);
  }
});

describe.runIf(unix)("when the parent ends, however", () => {
  const ways = ["SIGKILL", "SIGTERM", "SIGINT", "SIGHUP", "SIGQUIT", "SIGABRT"] as const;

  test.each(ways)("no process is left, though they block in accept and in recv: %s", async (signal) => {
    const server = await prefork("--processes", "3");
    await holders(server, 3).then(([first]) => first!.leave());
    const children = server.children();
    expect(children).toHaveLength(3);
    process.kill(server.pid, signal);
    expect(await server.ended()).toEqual({ status: null, signal });
    await expect.poll(() => living(children), { timeout: 2000, interval: 5 }).toEqual([]);
    expect(server.errors).toBe("");
  });

  test("no process is left that was just starting", async () => {
    for (let delay = 0; delay < 100; delay += 20) {
      const server = await prefork("--processes", "2");
      await new Promise((resolve) => setTimeout(resolve, delay));
      const children = server.children();
      process.kill(server.pid, "SIGKILL");
      await server.ended(); // its standard output closes when the last of them has ended
      await expect.poll(() => living(children), { timeout: 5000, interval: 5 }).toEqual([]);
    }
  });

  test("a system that sends no signal then: the end of standard input does it", async () => {
    const ending = new URL("../../dist/servers/ending.js", import.meta.url).href;
    const blocked = "Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)";
    const script = `import(${JSON.stringify(ending)}).then(({ endWithInput }) => {
      endWithInput();
      require("node:fs").writeSync(1, "blocked");
      ${blocked};
    });`;
    const child = spawn(process.execPath, ["-e", script], { stdio: ["pipe", "pipe", "inherit"] });
    onTestFinished(() => void child.kill("SIGKILL"));
    await once(child.stdout, "data");
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(child.exitCode ?? child.signalCode).toBeNull();
    child.stdin.destroy();
    await once(child, "exit");
    expect(child.signalCode).toBe("SIGKILL");
  });
});
