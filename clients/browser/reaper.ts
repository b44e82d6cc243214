// However this process ends, be it killed: its browsers are ended, and their profiles don't stay behind.

import { spawn, spawnSync } from "node:child_process";
import { rmSync } from "node:fs";

const windows = process.platform === "win32";

export interface Reaper {
  /** The processes have ended: their number may soon be somebody else's. */
  ended(): void;
  /** All is done: nothing is left to take care of. */
  dismiss(): void;
}

/** Ends a process group, on Windows a process tree, at once. Nobody there to be ended is what we want in the end. */
export function killTree(pid: number): void {
  if (windows) {
    spawnSync("taskkill", ["/pid", `${pid}`, "/T", "/F"], { stdio: "ignore" });
    return;
  }
  try {
    process.kill(-pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

// Its standard input ends when we do, and has a line when the browser ended before. What is being killed may still write a file or two: hence several attempts.
const REAPER = `
if read -r _; then read -r _; else kill -KILL "-$1" 2>/dev/null; fi
for _ in 1 2 3 4 5; do rm -rf "$2" && break; sleep 0.1; done
`;

/** From now on this process group is killed, and this folder removed, when our own process ends. */
export function startReaper(pid: number, folder: string): Reaper {
  if (windows) {
    let living = true;
    const clean = () => {
      if (living) killTree(pid);
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 });
    };
    process.once("exit", clean);
    return { ended: () => (living = false), dismiss: () => process.off("exit", clean) };
  }
  const child = spawn("/bin/sh", ["-c", REAPER, "sh", `${pid}`, folder], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  child.unref();
  (child.stdin as unknown as { unref(): void }).unref();
  child.stdin.on("error", () => {}); // it was ended by somebody else: then there is no reaper
  return { ended: () => child.stdin.write("\n"), dismiss: () => child.kill("SIGKILL") };
}
