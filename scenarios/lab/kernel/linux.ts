// The door on Linux: netlink and /proc say everything.

import { watchThreads } from "./activity.js";
import { libc } from "./library.js";
import { listeningPorts } from "./listening.js";
import { openNetlink } from "./netlink.js";
import { nonTcpActivity } from "./non-tcp-activity.js";
import { adoptOrphans } from "./orphans.js";
import { portsInUse } from "./ports.js";
import { readProc, socketsOf } from "./proc.js";
import { openProcNet } from "./proc-net.js";
import { marked, tree } from "./processes.js";
import { contextSwitches, descriptorLimit, memory } from "./resources.js";
import { threads } from "./threads.js";
import type { Kernel } from "./types.js";

/** Orphans are a whole process's; null: they go elsewhere. */
let orphans: (() => number[]) | null = null;

/** Opens the kernel's word on Linux, for the network namespace that this process is in now. */
export function openLinux(): Kernel {
  const sockets = firstOf(openNetlink, openProcNet);
  const clock = firstOf(processClock);
  const watch = watchThreads();
  orphans ??= firstOf(adoptOrphans);
  return {
    canSeeConnections: sockets !== null,
    connection: (server, client) => sockets?.connection(server, client) ?? null,
    listener: (end) => sockets?.listener(end) ?? null,
    connectionsTo: (server) => sockets?.connectionsTo(server) ?? [],
    listeningPorts: (pids) => sockets && listeningPorts(pids, sockets),
    nonTcpActivity,
    portsInUse: () => sockets && portsInUse(sockets),
    sockets: socketsOf,
    tree,
    environment: (pid) => readProc(`/proc/${pid}/environ`),
    isChanging: (pid) => !readProc(`/proc/${pid}/cmdline`),
    orphans: orphans ?? (() => []),
    marked,
    counts: watch.counts,
    resting: watch.resting,
    threads,
    descriptorLimit,
    memory,
    contextSwitches,
    cpuTimeMs: (pids) => clock && pids.reduce((sum, pid) => sum + clock(pid), 0),
    close() {
      watch.close();
      sockets?.close();
    },
  };
}

/** What the first of the ways that works here opens; null: none does. */
function firstOf<T>(...ways: (() => T)[]): T | null {
  for (const open of ways) {
    try {
      return open();
    } catch {
      // forbidden or missing here: the next one
    }
  }
  return null;
}

/**
 * The CPU time of any process in milliseconds, to the nanosecond, where /proc/PID/stat counts in hundredths of a
 * second. 0: it is gone. Its clock's number is made as in Linux include/linux/posix-timers_types.h and in every C
 * library's clock_getcpuclockid(3): the pid's complement, shifted, and 2 for "as the scheduler counts".
 */
function processClock(): (pid: number) => number {
  const gettime = libc().func("int clock_gettime(int clock, void *time)");
  const time = new BigInt64Array(2); // struct timespec of a 64-bit system: seconds, nanoseconds
  return (pid) => (gettime((~pid << 3) | 2, time) === 0 ? Number(time[0]) * 1e3 + Number(time[1]) / 1e6 : 0);
}
