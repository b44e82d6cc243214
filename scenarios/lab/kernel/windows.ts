// The door on Windows: the process snapshot says who descends from whom, GetExtendedTcpTable who listens. Whether a
// connection was accepted, and what a thread does, nothing says.

import { koffi } from "./library.js";
import { treeOf } from "./posix.js";
import type { Kernel } from "./types.js";
import { listeningPorts } from "./windows-ports.js";

const TH32CS_SNAPPROCESS = 2;
const PROCESS_QUERY_LIMITED_INFORMATION = 0x1000;

// PROCESSENTRY32W on 64 bits (tlhelp32.h): its size comes first and must be filled in.
const ENTRY = { size: 568, pid: 8, threads: 28, parent: 32 };

interface Entry {
  pid: number;
  parent: number;
  threads: number;
}

export function openWindows(): Kernel {
  const library = koffi().load("kernel32.dll");
  const c = {
    snapshot: library.func("intptr_t CreateToolhelp32Snapshot(uint32_t flags, uint32_t pid)"),
    first: library.func("int Process32FirstW(intptr_t snapshot, void *entry)"),
    next: library.func("int Process32NextW(intptr_t snapshot, void *entry)"),
    open: library.func("intptr_t OpenProcess(uint32_t access, int inherit, uint32_t pid)"),
    times: library.func(
      "int GetProcessTimes(intptr_t p, void *created, void *ended, void *kernel, void *user)",
    ),
    close: library.func("int CloseHandle(intptr_t handle)"),
  };

  function entries(): Entry[] {
    const snapshot = c.snapshot(TH32CS_SNAPPROCESS, 0);
    const view = new DataView(new ArrayBuffer(ENTRY.size));
    view.setUint32(0, ENTRY.size, true);
    const bytes = new Uint8Array(view.buffer);
    const all: Entry[] = [];
    const get = (at: number) => view.getUint32(at, true);
    for (let more = c.first(snapshot, bytes); more !== 0; more = c.next(snapshot, bytes))
      all.push({ pid: get(ENTRY.pid), parent: get(ENTRY.parent), threads: get(ENTRY.threads) });
    c.close(snapshot);
    return all;
  }

  /** When a process was created, and its CPU time, in units of 100 ns; null: it is gone, or not ours to see. */
  function times(pid: number): { created: bigint; used: bigint } | null {
    const handle = c.open(PROCESS_QUERY_LIMITED_INFORMATION, 0, pid);
    if (handle === 0) return null;
    const [created, ended, kernel, user] = [0, 1, 2, 3].map(() => new BigUint64Array(1)); // struct FILETIME
    const known = c.times(handle, created, ended, kernel, user);
    c.close(handle);
    return known === 0 ? null : { created: created![0]!, used: kernel![0]! + user![0]! };
  }

  /** Windows gives a dead process's number to a new one, and its orphans keep naming it as their parent: a child is younger. */
  function isChild({ pid, parent }: Entry): boolean {
    const [child, elder] = [times(pid), times(parent)];
    return child !== null && elder !== null && child.created >= elder.created;
  }

  return {
    canSeeConnections: false,
    connection: () => null,
    listener: () => null,
    connectionsTo: () => [],
    listeningPorts,
    tree(pid) {
      const all = entries();
      const related = new Set(treeOf(pid, all));
      return treeOf(
        pid,
        all.filter((entry) => entry.pid === pid || (related.has(entry.pid) && isChild(entry))),
      );
    },
    nonTcpActivity: () => null,
    portsInUse: () => null,
    sockets: () => null,
    environment: () => null,
    isChanging: () => false,
    orphans: () => [],
    marked: () => null,
    counts(pids) {
      const ours = entries().filter(({ pid }) => pids.includes(pid));
      return { processes: ours.length, threads: ours.reduce((sum, { threads }) => sum + threads, 0) };
    },
    resting: () => null,
    threads: () => null,
    descriptorLimit: () => null,
    memory: () => null,
    contextSwitches: () => null,
    cpuTimeMs: (pids) => pids.reduce((sum, pid) => sum + Number(times(pid)?.used ?? 0n) / 1e4, 0),
    close() {},
  };
}
