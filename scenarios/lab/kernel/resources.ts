// What Linux' processes take of the machine: memory, context switches, and how many files they may open.

import { numbersIn, readProc } from "./proc.js";
import type { Memory } from "./types.js";

/** null: the process is gone, or not ours to see. unlimited is Infinity. */
export function descriptorLimit(pid: number): number | null {
  const [, soft] = /^Max open files\s+(\S+)/m.exec(readProc(`/proc/${pid}/limits`) ?? "") ?? [];
  if (soft === undefined) return null;
  return soft === "unlimited" ? Infinity : Number(soft);
}

/**
 * The proportional set size of all together (smaps_rollup, Linux 4.14), so that a page that ten processes share is counted
 * once. Where it can't be read, the resident set size: of each page as often as it is shared.
 */
export function memory(pids: readonly number[]): Memory | null {
  return sum(pids, "pss", pss) ?? sum(pids, "rss", rss);
}

function sum(
  pids: readonly number[],
  kind: Memory["kind"],
  of: (pid: number) => number | null,
): Memory | null {
  const sizes = pids.map(of);
  const known = sizes.filter((size) => size !== null);
  if (known.length < sizes.length || sizes.length === 0) return null;
  return { kind, bytes: 1024 * known.reduce((total, size) => total + size, 0) };
}

const pss = (pid: number): number | null => kib(/^Pss:\s+(\d+) kB/m, `/proc/${pid}/smaps_rollup`);
const rss = (pid: number): number | null => kib(/^VmRSS:\s+(\d+) kB/m, `/proc/${pid}/status`);

function kib(pattern: RegExp, path: string): number | null {
  const [, size] = pattern.exec(readProc(path) ?? "") ?? [];
  return size === undefined ? null : Number(size);
}

/** Voluntary and involuntary ones; a process's own status file counts those of its first thread alone. */
export function contextSwitches(pids: readonly number[]): number | null {
  let total: number | null = null;
  for (const pid of pids) {
    for (const tid of numbersIn(`/proc/${pid}/task`) ?? []) {
      const status = readProc(`/proc/${pid}/task/${tid}/status`) ?? "";
      for (const [, count] of status.matchAll(/^(?:non)?voluntary_ctxt_switches:\s+(\d+)/gm)) {
        total = (total ?? 0) + Number(count);
      }
    }
  }
  return total;
}
