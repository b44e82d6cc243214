import { afterEach, describe, expect, test } from "vitest";
import { contextSwitches, descriptorLimit, memory } from "./resources.js";
import { endPeers, peer } from "./testing/peer.js";

afterEach(endPeers);

describe.runIf(process.platform === "linux")("what processes take", () => {
  test("memory grows with what a process holds, and is counted once where two share it", async () => {
    const it = peer();
    await it.run("null"); // it runs: a program that is only being loaded has no memory of its own to read
    const before = memory([it.pid])!;
    await it.run("block = Buffer.alloc(64 * 1024 * 1024, 'x')");
    const after = memory([it.pid])!;
    expect(after.kind).toBe(before.kind);
    expect(after.bytes - before.bytes).toBeGreaterThan(60 * 2 ** 20);
    const child = await it.run<number>("twin()");
    const both = memory([it.pid, child])!;
    if (both.kind === "pss") expect(both.bytes).toBeLessThan(1.5 * after.bytes);
    process.kill(child, "SIGKILL");
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
