// Processes whose parent has ended. The kernel gives them to us instead of to the first process, so that a server that
// makes itself a daemon is still seen, and ended, also where it has written its title over its environment (nginx).

import type { ChildProcess } from "node:child_process";
import { subscribe } from "node:diagnostics_channel";
import { libc } from "./library.js";
import { childrenOfThread, ended, parseStat, readProc } from "./proc.js";

const PR_SET_CHILD_SUBREAPER = 36; // linux/prctl.h
const WNOHANG = 1;

/**
 * From now on orphans are ours (prctl(2), PR_SET_CHILD_SUBREAPER). Answers a function that lists those that live; whoever
 * has ended is waited for, as their parent would have done. Throws where the C library can't be called.
 */
export function adoptOrphans(): () => number[] {
  const prctl = libc().func(
    "int prctl(int option, unsigned long one, unsigned long, unsigned long, unsigned long)",
  );
  const waitpid = libc().func("int waitpid(int pid, void *status, int options)");
  if (prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) !== 0)
    throw new Error("prctl(PR_SET_CHILD_SUBREAPER) failed");
  // The orphans come to the first thread. Those that we start ourselves may be there, too: Node waits for them.
  const children = () => childrenOfThread(process.pid, process.pid);
  const before = new Set(children());
  const started = new Set<ChildProcess>();
  subscribe("child_process", (message) => {
    const { process: child } = message as { process: ChildProcess };
    started.add(child);
    child.once("exit", () => started.delete(child));
  });
  const look = () => {
    const own = new Set([...started].map(({ pid }) => pid));
    const alive: number[] = [];
    let reaped = false;
    for (const pid of children()) {
      if (before.has(pid) || own.has(pid)) continue;
      const stat = readProc(`/proc/${pid}/stat`);
      if (stat !== null && !ended(parseStat(stat).state)) alive.push(pid);
      else if (waitpid(pid, null, WNOHANG) === pid) reaped = true;
    }
    return { alive, reaped };
  };
  return () => {
    for (;;) {
      const { alive, reaped } = look();
      // Who has ended during the look may have left us a child that was not ours when the list was made.
      if (!reaped) return alive;
    }
  };
}
