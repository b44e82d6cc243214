// Each model under what strangers on a network may do to it: clients that never come to an end, thousands that come and go, those
// that break off, few descriptors, files that change. It answers afterwards as before, and has kept no memory and no descriptor.

import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { available, models } from "./registry.js";
import { type ServerProcess, startBy } from "./testing/server.js";

const linux = process.platform === "linux";
const SLOW = 500;
/** Twice: 5,000 in all. */
const MANY = 2500;
const AT_ONCE = 50;
/** multi keeps those that it has started. */
const THREADS = 32;
/** What a server may have kept of thousands of clients: caches that fill up once. */
const MOST_KEPT_MIB = 32;

describe.skipIf(!linux).each(Object.keys(models).filter(available))("%s", (model) => {
  const toEnd: { kill(): Promise<void> }[] = [];
  const folders: string[] = [];
  afterEach(async () => {
    for (const server of toEnd.splice(0)) await server.kill();
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });

  function site(): string {
    const folder = mkdtempSync(join(tmpdir(), "antre-site-"));
    folders.push(folder);
    writeFileSync(join(folder, "a.html"), "a".repeat(1000));
    return folder;
  }

  async function started(root: string, starter: string[] = []): Promise<ServerProcess> {
    const server = await startBy(
      starter,
      model,
      ...(model === "multi" ? ["--max-threads", `${THREADS}`] : []),
      "--quiet",
      "--backlog",
      "4096",
      "--root",
      root,
    );
    toEnd.push(server);
    return server;
  }

  test("serves on after slow clients, thousands of others and those that break off, and has kept nothing of them", async () => {
    const server = await started(site());
    const { port } = server;
    const load = async () => {
      // They say half a request, and nothing more; whoever comes behind them is served when they have gone.
      const slow = await Promise.all(Array.from({ length: SLOW }, () => half(port)));
      if (model === "multi")
        await expect.poll(() => server.counts().threads, { timeout: 20_000 }).toBeGreaterThan(THREADS);
      for (const one of slow) one.destroy();
      await each(MANY, () => get(port));
      await each(1000, () => breakOff(port));
      await settled(port);
      return useOf(server);
    };
    // What is needed once, such as threads and caches, is there after the first time.
    const before = await load();
    const after = await load();
    // Of those that have broken off, it learns when it comes to them; and multi buries its threads when the next client comes.
    const descriptors = async () => {
      expect(await get(port)).toBe(1000);
      return useOf(server).descriptors;
    };
    await expect.poll(descriptors, { timeout: 20_000 }).toBeLessThanOrEqual(before.descriptors);
    expect(after.memoryMiB - before.memoryMiB).toBeLessThan(MOST_KEPT_MIB * (server.children().length + 1));
  });

  test("serves on when it has had too few descriptors", async () => {
    const server = await started(site(), ["prlimit", "--nofile=64", "--"]);
    await get(server.port); // to start, its threads and processes need some themselves
    const all = await Promise.all(Array.from({ length: 200 }, () => half(server.port)));
    for (const one of all) one.destroy();
    await settled(server.port);
    expect(server.errors).toBe("");
    expect(await get(server.port)).toBe(1000);
  });

  test("answers whole while the file that it serves is replaced, cut short, linked elsewhere and removed", async () => {
    const root = site();
    const server = await started(root);
    const path = join(root, "a.html");
    const other = join(root, "other");
    let changing = true;
    const changes = (async () => {
      for (let turn = 0; changing; turn++) {
        rmSync(other, { force: true });
        if (turn % 4 === 3) symlinkSync("/etc/passwd", other);
        else writeFileSync(other, "b".repeat([2_000_000, 0, 1000][turn % 4]!));
        renameSync(other, path);
        if (turn % 4 === 0) writeFileSync(path, "c".repeat(10)); // shorter than it was when it was opened
        if (turn % 5 === 4) rmSync(path);
        await new Promise(setImmediate);
      }
    })();
    const statuses = new Set<string>();
    await each(500, async () => {
      const answer = await ask(server.port);
      expect(answer.toString("latin1")).not.toContain("root:");
      const [status = ""] = /^HTTP\/1\.1 \d+/.exec(answer.toString("latin1")) ?? [];
      statuses.add(status);
    });
    changing = false;
    await changes;
    // Where the file became shorter than was said, the connection is broken off; events has not sent its head by then.
    expect([...statuses].filter((status) => !/^$| (200|403|404|500)$/.test(status))).toEqual([]);
    writeFileSync(other, "a".repeat(1000));
    renameSync(other, path);
    expect(await get(server.port)).toBe(1000);
  });
});

/** Does it so often, some at a time. */
async function each(count: number, once: () => Promise<unknown>): Promise<void> {
  let left = count;
  const one = async (): Promise<void> => {
    while (left-- > 0) await once();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
}

/** Asks for the page, and answers all that comes; the server closes after it. */
function ask(port: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    const parts: Buffer[] = [];
    socket.on("data", (part) => parts.push(part));
    socket.once("close", () => resolve(Buffer.concat(parts)));
    socket.once("error", reject);
    socket.write("GET /a.html HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  });
}

/** The length of the page that comes. */
async function get(port: number): Promise<number> {
  const answer = (await ask(port)).toString("latin1");
  expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  return answer.length - answer.indexOf("\r\n\r\n") - 4;
}

/** A client that has connected, and said half a request. */
function half(port: number): Promise<Socket> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => socket.write("GET /a.ht", () => resolve(socket)));
    socket.on("error", () => {}); // the server, or its system, may refuse it: it has too many
    socket.once("close", () => resolve(socket));
    setTimeout(() => resolve(socket), 2000); // the accept queue is full: its connection is not made while it lasts
  });
}

/** Asks, and breaks the connection off with a reset before, while or after it is answered. */
function breakOff(port: number): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.write("GET /a.html HTTP/1.1\r\nHost: x\r\n\r\n");
      setImmediate(() => socket.resetAndDestroy());
    });
    socket.on("error", () => {}); // the server may have broken off first
    socket.once("close", () => resolve());
  });
}

interface Use {
  descriptors: number;
  memoryMiB: number;
}

/** Of all its processes together. */
function useOf(server: ServerProcess): Use {
  const pids = [server.pid, ...server.children()];
  const sum = (of: (pid: number) => number) => pids.reduce((total, pid) => total + of(pid), 0);
  const memory = (pid: number) => /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return {
    descriptors: sum((pid) => readdirSync(`/proc/${pid}/fd`).length),
    memoryMiB: sum((pid) => Number(memory(pid)) / 1024),
  };
}

/** Resolves when the system has no connection to this port that the server has not closed. */
async function settled(port: number): Promise<void> {
  const name = port.toString(16).toUpperCase().padStart(4, "0");
  const open = new RegExp(`^ *\\d+: \\w+:${name} \\S+ (01|08)`, "m"); // ESTABLISHED, CLOSE_WAIT
  await expect.poll(() => open.test(readFileSync("/proc/net/tcp", "utf8")), { timeout: 20_000 }).toBe(false);
}
