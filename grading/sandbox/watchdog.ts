// Looks now and then at what a program uses up, all its processes together, and ends it where that is too much. Each
// process has limits of its own; but many small ones can eat as much as a large one. Where there is a control group the
// kernel itself sees to memory, and this is the second line; where there is none, it is the only one.

import { readlinkSync, statSync } from "node:fs";
import { numbersIn, readProc } from "../../scenarios/lab/kernel/proc.js";
import { nearest, tree } from "../../scenarios/lab/kernel/processes.js";
import type { ControlGroup } from "./cgroup.js";
import { WRAPPERS } from "./inner.js";
import { kill } from "./kill.js";
import type { Limits } from "./limits.js";
import { browserLimits } from "./limits.js";

const LOOK_EVERY_MS = 100;
/** Many processes take long to look at: that must not take more than this part of a processor from the examination. */
const LOOKING = 1 / 4;
const MIB = 2 ** 20;
/** A socket's buffers may take so many bytes of memory that belong to no process: net.core.wmem_max, doubled (socket(7)). */
const MOST_IN_SOCKET = 2 * 212_992;
/** More open files than this, all together, are not looked through for memory: nobody has them by mistake. */
const MOST_FILES = 4096;

export interface Excess {
  what: "memory" | "processes" | "namespaces" | "sockets" | "browser";
  /** MiB, or processes and threads, or how many of them made themselves root of a namespace, or sockets; MiB of a browser. */
  used: number;
}

export class Watchdog {
  /** What was too much first, if anything was. */
  excess: Excess | null = null;
  readonly #limits: Limits;
  readonly #ownUser: boolean;
  readonly #group: ControlGroup | null;
  readonly #tell: (excess: Excess) => void;
  /** Browsers that open the program's pages, by their first process, and what they are in. */
  readonly #browsers = new Map<number, ControlGroup | null>();
  #timer: NodeJS.Timeout;

  /**
   * Watches every process that descends from this one and is named as a sandbox; they are ended whole. `uid`: the user
   * that programs run as, in the user namespace that we are in; null: each sandbox has a user namespace of its own.
   * `group`: what they are in; null: there is none. `tell` is called once, when something is too much.
   */
  constructor(
    limits: Limits,
    uid: number | null,
    group: ControlGroup | null,
    tell: (excess: Excess) => void,
  ) {
    this.#tell = tell;
    this.#limits = limits;
    this.#ownUser = uid !== null;
    this.#group = group;
    this.#timer = this.#lookIn(LOOK_EVERY_MS);
  }

  /** From now on this sandbox has a browser in it, which may use up more, and which a page of the program has made do so. */
  watchBrowser(pid: number, group: ControlGroup | null): void {
    this.#browsers.set(pid, group);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #lookIn(ms: number): NodeJS.Timeout {
    return setTimeout(() => {
      const started = performance.now();
      this.look();
      this.#timer = this.#lookIn(Math.max(LOOK_EVERY_MS, (performance.now() - started) / LOOKING));
    }, ms).unref();
  }

  /** Looks at once: what ends quickly may have used up too much just before. */
  look(): void {
    const outOfMemory = this.#outOfMemory();
    if (outOfMemory !== null) this.#found(outOfMemory);
    for (const sandbox of nearest(process.pid, isSandbox)) {
      const pids = tree(sandbox);
      const browser = this.#browsers.has(sandbox);
      // When bubblewrap has gone, the first process inside is our own child until it has ended, too.
      if (browser && pids[1] !== undefined) this.#browsers.set(pids[1], this.#browsers.get(sandbox) ?? null);
      const excess = outOfMemory ?? (browser ? excessOfBrowser(pids) : this.#excessOf(pids));
      if (excess === null) continue;
      this.#found(excess);
      // The first process inside goes, and with it all the others; bubblewrap then says that they are gone.
      const [, first = sandbox] = pids;
      kill(first);
    }
  }

  #found(excess: Excess): void {
    if (this.excess !== null) return;
    this.excess = excess;
    this.#tell(excess);
  }

  /** The kernel has ended one of its processes, and would end the next one. */
  #outOfMemory(): Excess | null {
    const groups = [
      ["memory", this.#group] as const,
      ...[...this.#browsers.values()].map((one) => ["browser", one] as const),
    ];
    for (const [what, group] of groups)
      if (group !== null && group.timesOutOfMemory > 0)
        return { what, used: Math.round(group.mostMemory / MIB) };
    return null;
  }

  #excessOf(pids: readonly number[]): Excess | null {
    const uses = pids.map(useOf);
    const threads = sum(uses.map((use) => use.threads)) - WRAPPERS;
    if (threads > this.#limits.processes) return { what: "processes", used: threads };
    const sockets = socketsHere();
    if (sockets > (this.#limits.memoryMiB * MIB) / MOST_IN_SOCKET) return { what: "sockets", used: sockets };
    if (this.#ownUser) {
      // Root of a namespace of its own mounts what it likes, of any size. A sandbox that is a user namespace itself
      // allows no other one inside (bwrap --disable-userns).
      const strangers = pids.filter((pid) => (userNamespace(pid) ?? ours) !== ours).length;
      if (strangers > 0) return { what: "namespaces", used: strangers };
    }
    const used = memoryAbove(this.#limits.memoryMiB, pids, uses);
    return used === null ? null : { what: "memory", used };
  }
}

function excessOfBrowser(pids: readonly number[]): Excess | null {
  const used = memoryAbove(browserLimits.memoryMiB, pids, pids.map(useOf));
  return used === null ? null : { what: "browser", used };
}

/** The memory of these processes together, in MiB, where it is more than this; null: it is not. */
function memoryAbove(mostMiB: number, pids: readonly number[], uses: readonly Use[]): number | null {
  const files = memoryFiles(pids);
  if (sum(uses.map((use) => use.memory)) + files <= mostMiB * MIB) return null;
  // Processes share what they inherit until they write to it: this counts it once, but takes longer.
  const { own, shared } = shareOfMemory(pids);
  const tables = sum(uses.map((use) => use.tables));
  const used = own + tables + Math.max(shared, files); // a file in memory may be mapped, or not
  return used > mostMiB * MIB ? Math.round(used / MIB) : null;
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

const isSandbox = (pid: number): boolean => readProc(`/proc/${pid}/comm`) === "bwrap\n";

const userNamespace = (pid: number | "self"): string | null => linkOf(`/proc/${pid}/ns/user`);
const ours = userNamespace("self");

function linkOf(path: string): string | null {
  try {
    return readlinkSync(path);
  } catch {
    return null; // it has ended, or was closed
  }
}

interface Use {
  threads: number;
  memory: number;
  tables: number;
}

/**
 * The threads of a process, and its memory of no file on a disk, in bytes: anonymous, shared, and the tables in which the
 * kernel keeps where its pages are (proc(5), status).
 */
function useOf(pid: number): Use {
  const status = readProc(`/proc/${pid}/status`) ?? "";
  const number = (of: string) => Number(new RegExp(`^${of}:\\s+(\\d+)`, "m").exec(status)?.[1] ?? 0);
  const tables = 1024 * number("VmPTE");
  const memory = 1024 * (number("RssAnon") + number("RssShmem")) + tables;
  return { threads: number("Threads"), memory, tables };
}

/** The same of all together, in bytes, each page counted once. */
function shareOfMemory(pids: readonly number[]): { own: number; shared: number } {
  const rollups = pids.map((pid) => readProc(`/proc/${pid}/smaps_rollup`) ?? "");
  const part = (kind: string) =>
    sum(
      rollups.map((rollup) => 1024 * Number(new RegExp(`^${kind}:\\s+(\\d+)`, "m").exec(rollup)?.[1] ?? 0)),
    );
  return { own: part("Pss_Anon"), shared: part("Pss_Shmem") };
}

/** The sockets of all kinds in this network, which is ours and the program's (net/ipv4/proc.c). */
function socketsHere(): number {
  return Number(/^sockets: used (\d+)/.exec(readProc("/proc/net/sockstat") ?? "")?.[1] ?? 0);
}

/** What lies in files that are only in memory and have no name (memfd_create(2)), in bytes. Nobody need have them mapped. */
function memoryFiles(pids: readonly number[]): number {
  const sizes = new Map<number, number>();
  let left = MOST_FILES;
  for (const pid of pids) {
    for (const descriptor of (numbersIn(`/proc/${pid}/fd`) ?? []).slice(0, Math.max(0, left))) {
      left--;
      const path = `/proc/${pid}/fd/${descriptor}`;
      if (!linkOf(path)?.startsWith("/memfd:")) continue;
      const stat = statSync(path, { throwIfNoEntry: false });
      if (stat !== undefined) sizes.set(stat.ino, stat.blocks * 512);
    }
  }
  return sum([...sizes.values()]);
}
