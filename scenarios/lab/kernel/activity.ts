// What the threads of some Linux processes do at this moment: how many there are, and whether all of them sleep.

import { closeSync, openSync, readSync } from "node:fs";
import { ended, numbersIn, parseStat } from "./proc.js";
import type { Counts } from "./types.js";

const KEPT = 256;

/** A way to ask again and again. Opening a stat file costs twice what reading it does, so some stay open until `close`. */
export function watchThreads(): {
  counts(pids: readonly number[]): Counts;
  resting(pids: readonly number[]): boolean;
  close(): void;
} {
  const files = new Map<string, number>();
  const buffer = Buffer.allocUnsafe(4096);

  function drop(path: string, file: number): void {
    files.delete(path);
    closeSync(file);
  }

  /** The thread's state letter; X: it has ended. */
  function stateOf(path: string): string {
    let file = files.get(path);
    try {
      file ??= openSync(path, "r");
      const stat = buffer.toString("latin1", 0, readSync(file, buffer, 0, buffer.length, 0));
      if (files.size < KEPT) files.set(path, file);
      else if (!files.has(path)) closeSync(file);
      return parseStat(stat).state;
    } catch {
      if (file !== undefined) drop(path, file); // a file opened for a thread never speaks of a later one with its number
      return "X";
    }
  }

  function forgetOthers(seen: Set<string>): void {
    for (const [path, file] of files) if (!seen.has(path)) drop(path, file);
  }

  const statFiles = (pid: number) =>
    (numbersIn(`/proc/${pid}/task`) ?? []).map((tid) => `/proc/${pid}/task/${tid}/stat`);

  return {
    counts(pids) {
      const living = pids
        .map((pid) => statFiles(pid).filter((path) => !ended(stateOf(path))))
        .filter((threads) => threads.length > 0);
      const threads = living.flat();
      forgetOthers(new Set(threads));
      return { processes: living.length, threads: threads.length };
    },
    resting(pids) {
      const seen = new Set<string>();
      for (const pid of pids) {
        // A thread that has just started is the likeliest to be at work, and one is enough to know.
        for (const path of statFiles(pid).reverse()) {
          const state = stateOf(path);
          if (state === "R" || state === "D") return false;
          seen.add(path);
        }
      }
      forgetOthers(seen);
      return true;
    },
    close: () => forgetOthers(new Set()),
  };
}
