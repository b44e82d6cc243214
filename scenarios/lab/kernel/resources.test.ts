import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, onTestFinished, test } from "vitest";
import { contextSwitches, descriptorLimit, memory } from "./resources.js";
import { endPeers, peer } from "./testing/peer.js";

afterEach(endPeers);
const MIB = 2 ** 20;

describe.runIf(process.platform === "linux")("what processes take", () => {
  test("memory grows with what a process holds, and is counted once where two share it", async () => {
    const folder = mkdtempSync(join(tmpdir(), "antre-memory-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, "shared");
    writeFileSync(file, "");
    truncateSync(file, 64 * MIB);
    const [first, second] = [peer(), peer()];
    // They run: a program that is only being loaded has no memory of its own to read.
    await Promise.all([first.run("null"), second.run("null")]);
    const pids = [first.pid, second.pid];
    const before = memory(pids)!;
    const grown = () => (memory(pids)!.bytes - before.bytes) / MIB;
    await first.run(`share(${JSON.stringify(file)}, ${64 * MIB})`);
    expect(memory(pids)!.kind).toBe(before.kind);
    expect(grown()).toBeGreaterThan(60);
    await second.run(`share(${JSON.stringify(file)}, ${64 * MIB})`);
    if (before.kind === "pss") expect(grown()).toBeLessThan(96);
  });

  test("context switches are counted over all threads", async () => {
    const it = peer();
    await it.run("nappers(3).online()");
    const before = contextSwitches([it.pid])!;
    await expect.poll(() => contextSwitches([it.pid])! - before).toBeGreaterThan(100);
  });

  test("a process may open as many files as its shell says", async () => {
    const limit = descriptorLimit(process.pid)!;
    expect(limit).toBeGreaterThan(100);
  });

  test("of a process that is gone nothing is known", () => {
    expect(memory([2 ** 22 + 1])).toBeNull();
    expect(contextSwitches([2 ** 22 + 1])).toBeNull();
    expect(descriptorLimit(2 ** 22 + 1)).toBeNull();
  });
});
