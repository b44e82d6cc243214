// When a server has nothing to do: from then on nothing happens until somebody asks or leaves.

import { setTimeout as delay } from "node:timers/promises";
import type { Kernel } from "./kernel/index.js";
import type { RunningServer } from "./launch.js";

const LOOK_EVERY_MS = 5;

/**
 * Resolves true when every thread of the server sleeps; false when that did not come to pass within so many milliseconds,
 * or this system can't say. For servers that may be long at work, as one that starts a thread for each of hundreds; it
 * is not taken for restless then.
 */
export async function untilRest(server: RunningServer, kernel: Kernel, withinMs: number): Promise<boolean> {
  const deadline = performance.now() + withinMs;
  for (let quiet = 0; performance.now() < deadline && !server.restless; ) {
    const resting = kernel.resting(server.pids());
    if (resting === null) return false;
    quiet = resting ? quiet + 1 : 0;
    if (quiet === 2) return true;
    await delay(LOOK_EVERY_MS);
  }
  return false;
}
