// How many threads of a Node program are Node's own, and serve nobody.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Kernel } from "../kernel/index.js";

const IDLE = fileURLToPath(new URL("./idle.js", import.meta.url));

/** Asked once in a run: it is the same for every program of this Node. */
let known: Promise<number | null> | null = null;

/** All threads but one of a Node program that does nothing; null: this system can't say. */
export const threadsOfNode = (kernel: Kernel): Promise<number | null> => (known ??= count(kernel));

async function count(kernel: Kernel): Promise<number | null> {
  if (!kernel.canSeeConnections) return null;
  const idle = spawn(process.execPath, [IDLE], { stdio: ["pipe", "pipe", "ignore"] }); // it ends with our end of its pipe
  try {
    await once(idle.stdout, "data");
    const { threads } = kernel.counts([idle.pid!]);
    return threads === null ? null : threads - 1;
  } finally {
    idle.kill("SIGKILL");
  }
}
