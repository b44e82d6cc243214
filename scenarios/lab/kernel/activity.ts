// How busy some Linux processes are at this moment: the state of each of their threads.

import { closeSync, openSync, readSync } from "node:fs";
import { ended, numbersIn, parseStat } from "./proc.js";
import type { Activity } from "./types.js";

const KEPT = 256;

/** A way to ask again and again. Opening a stat file costs twice what reading it does, so some stay open until `close`. */
export function watchActivity(): { activity(pids: readonly number[]): Activity; close(): void } {
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

  return {
    activity(pids) {
      const seen = new Set<string>();
      const sum = { processes: 0, threads: 0, running: 0 };
      for (const pid of pids) {
        const before = sum.threads;
        for (const tid of numbersIn(`/proc/${pid}/task`) ?? []) {
          const path = `/proc/${pid}/task/${tid}/stat`;
          seen.add(path);
          const state = stateOf(path);
          if (ended(state)) continue;
          sum.threads++;
          if (state === "R" || state === "D") sum.running++;
        }
        if (sum.threads > before) sum.processes++;
      }
      forgetOthers(seen);
      return sum;
    },
    close: () => forgetOthers(new Set()),
  };
}
