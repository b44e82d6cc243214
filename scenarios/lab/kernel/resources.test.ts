import { afterEach, describe, expect, test } from "vitest";
import { contextSwitches, descriptorLimit, memory } from "./resources.js";
import { endPythons, python } from "./testing/python.js";

afterEach(endPythons);

describe.runIf(process.platform === "linux")("what processes take", () => {
  test("memory grows with what a process holds, and is counted once where two share it", async () => {
    const py = python();
    await py.run("pass"); // it runs: a program that is only being loaded has no memory of its own to read
    const before = memory([py.pid])!;
    await py.run("block = b'x' * (64 * 1024 * 1024)");
    const after = memory([py.pid])!;
    expect(after.kind).toBe(before.kind);
    expect(after.bytes - before.bytes).toBeGreaterThan(60 * 2 ** 20);
    const child = Number(await py.run("os.fork() or threading.Event().wait()"));
    const both = memory([py.pid, child])!;
    if (both.kind === "pss") expect(both.bytes).toBeLessThan(1.5 * after.bytes);
    process.kill(child, "SIGKILL");
  });

  test("context switches are counted over all threads", async () => {
    const py = python();
    await py.run("import time");
    const sleeper = "threading.Thread(daemon=True, target=lambda: [time.sleep(0.001) for _ in iter(int, 1)])";
    await py.run(`threads = [${sleeper} for _ in range(3)]`);
    const before = contextSwitches([py.pid])!;
    await py.run("[thread.start() for thread in threads]");
    await expect.poll(() => contextSwitches([py.pid])! - before).toBeGreaterThan(100);
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
