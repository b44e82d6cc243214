// The watchdog over sandboxes of bubblewrap that this test has made itself: what uses up too much is ended whole.
// @module-tag bwrap

import { spawn } from "node:child_process";
import { once } from "node:events";
import { constants } from "node:os";
import { expect, onTestFinished, test } from "vitest";
import { usualLimits } from "./limits.js";
import { Watchdog } from "./watchdog.js";

/** Runs a shell command in a sandbox; resolves when that has been ended, with what was too much. */
async function watched(command: string, limits: Partial<typeof usualLimits>): Promise<Watchdog["excess"]> {
  const watchdog = new Watchdog({ ...usualLimits, ...limits }, null, null, () => {});
  const words = ["--dev-bind", "/", "/", "--unshare-pid", "--proc", "/proc", "--die-with-parent"];
  const sandbox = spawn("bwrap", [...words, "sh", "-c", `${command}; exec sleep 60`], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  sandbox.stdout.resume();
  onTestFinished(() => {
    watchdog.stop();
    sandbox.kill("SIGKILL");
  });
  // Its output is closed when none of those inside is left, wherever they went.
  const [status] = (await once(sandbox, "close")) as [number | null, NodeJS.Signals | null];
  expect(status).toBe(128 + constants.signals.SIGKILL); // bubblewrap's word on the first process inside
  return watchdog.excess;
}

const linux = process.platform === "linux";

test.runIf(linux)("more processes than are allowed are ended, with all the others", async () => {
  const many = "for one in 1 2 3 4 5 6 7 8 9 10 11 12; do setsid sleep 60 & done";
  const excess = await watched(many, { processes: 8 });
  expect(excess?.what).toBe("processes");
  expect(excess?.used).toBeGreaterThan(8);
});

test.runIf(linux)("memory is counted over all processes together", async () => {
  const eats = "x=$(head -c 30000000 /dev/zero | tr '\\0' a); sleep 60";
  const excess = await watched(`for one in 1 2 3; do (${eats}) & done`, { memoryMiB: 64 });
  expect(excess?.what).toBe("memory");
  expect(excess?.used).toBeGreaterThan(64);
});
