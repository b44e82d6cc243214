import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { afterEach, describe, expect, test } from "vitest";
import { openKernel } from "./index.js";
import { parseStat } from "./proc.js";
import { treeByScan } from "./processes.js";
import { endPeers, PEER, peer } from "./testing/peer.js";

afterEach(endPeers);
const soon = { interval: 2, timeout: 10_000 };

test("a name with brackets does not confuse the reading of a stat file", () => {
  expect(parseStat("7 (a) R 1 (b) S 42 7 7 0 -1")).toEqual({ state: "S", parent: 42 });
});

describe.runIf(process.platform === "linux")("processes", () => {
  test("a tree of sh, Node and a child that a thread has forked is found, by either way", async () => {
    const kernel = openKernel();
    const shell = peer("sh", ["-c", `"${process.execPath}" "${PEER}"; exit 0`]);
    const child = await shell.run<number>("startInThread('sleep', ['600'])");
    const inner = await shell.run<number>("process.pid");
    await expect.poll(() => kernel.tree(shell.pid), soon).toEqual([shell.pid, inner, child]);
    expect(treeByScan(shell.pid)).toEqual([shell.pid, inner, child]);

    process.kill(child, "SIGKILL");
    const [parent] = await shell.run<[number]>("zombie()");
    await expect.poll(() => kernel.tree(shell.pid), soon).toEqual([shell.pid, inner, parent]);
    expect(treeByScan(shell.pid)).toEqual([shell.pid, inner, parent]);
    process.kill(parent, "SIGKILL");
    shell.start("process.exit()");
    await expect.poll(() => kernel.tree(shell.pid), soon).toEqual([]);
    kernel.close();
  });

  test("a daemon that left the tree is found by its mark", async () => {
    const kernel = openKernel();
    const entry = `ANTRE_TEST=${randomUUID()}`;
    const [name = "", value] = entry.split("=");
    const shell = spawn("sh", ["-c", "setsid sleep 600 >/dev/null 2>&1 & echo $!"], {
      env: { ...process.env, [name]: value },
    });
    const [output] = await once(shell.stdout, "data");
    await once(shell, "exit");
    const daemon = Number(output);
    expect(kernel.tree(shell.pid!)).toEqual([]);
    await expect.poll(() => kernel.marked(entry), soon).toEqual([daemon]);
    expect(kernel.marked(entry.slice(0, -1))).toEqual([]); // the whole entry, not its beginning
    process.kill(daemon, "SIGKILL");
    await expect.poll(() => kernel.marked(entry), soon).toEqual([]);
    kernel.close();
  });

  test("the sockets that a process has open are told by their inodes", async () => {
    const kernel = openKernel();
    const it = peer();
    await it.run("s = tcp()");
    const inode = await it.run<number>("s.inode");
    await expect.poll(() => kernel.sockets(it.pid)?.has(inode), soon).toBe(true);
    await it.run("s.close()");
    expect(kernel.sockets(it.pid)?.has(inode)).toBe(false);
    expect(kernel.sockets(2 ** 22 + 1)).toBeNull();
    kernel.close();
  });

  test("nine more threads are counted, and all of them sleep", async () => {
    const kernel = openKernel();
    const it = peer();
    await it.run("null");
    const { threads } = kernel.counts([it.pid]);
    await it.run("(nine = sleepers(9)).online()");
    await expect.poll(() => kernel.counts([it.pid]), soon).toEqual({ processes: 1, threads: threads! + 9 });
    await expect.poll(() => kernel.resting([it.pid]), soon).toBe(true);
    await it.run("nine.end()");
    await expect.poll(() => kernel.counts([it.pid]), soon).toEqual({ processes: 1, threads });
    await expect.poll(() => kernel.resting([it.pid]), soon).toBe(true);
    kernel.close();
  });

  test("a thread that computes runs and uses CPU time, one that waits does neither", async () => {
    const kernel = openKernel();
    const it = peer();
    await it.run("(busy = spinner()).online()");
    await expect.poll(() => kernel.resting([it.pid]), soon).toBe(false);
    const before = kernel.cpuTimeMs([it.pid])!;
    await expect.poll(() => kernel.cpuTimeMs([it.pid])! - before, soon).toBeGreaterThan(1);
    await it.run("busy.end()");
    await expect.poll(() => kernel.resting([it.pid]), soon).toBe(true);
    const after = kernel.cpuTimeMs([it.pid]);
    expect(kernel.cpuTimeMs([it.pid])).toBe(after);
    kernel.close();
  });

  test("a zombie is no process, and one that is gone is none either", async () => {
    const kernel = openKernel();
    const it = peer();
    const [parent, child] = await it.run<[number, number]>("zombie()");
    await expect.poll(() => kernel.counts([child]), soon).toEqual({ processes: 0, threads: 0 });
    expect(kernel.resting([child])).toBe(true);
    expect(kernel.counts([it.pid, child, 2 ** 22 + 1]).processes).toBe(1);
    process.kill(parent, "SIGKILL");
    kernel.close();
  });
});
