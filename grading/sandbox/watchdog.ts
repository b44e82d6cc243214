// Looks now and then at what a program uses up, all its processes together, and ends it where that is too much. Each
// process has limits of its own; but many small ones can eat as much as a large one.

import { numbersIn, readProc } from "../../scenarios/lab/kernel/proc.js";
import { tree } from "../../scenarios/lab/kernel/processes.js";
import { WRAPPERS } from "./inner.js";
import type { Limits } from "./limits.js";

const LOOK_EVERY_MS = 100;
const MIB = 2 ** 20;
const PAGE = 4096;

export interface Excess {
  what: "memory" | "processes";
  /** MiB, or processes and threads. */
  used: number;
}

export class Watchdog {
  /** What was too much, if anything was. */
  excess: Excess | null = null;
  readonly #limits: Limits;
  readonly #timer: NodeJS.Timeout;

  /** Watches every process that descends from this one and is named as a sandbox; they are ended whole. */
  constructor(limits: Limits) {
    this.#limits = limits;
    this.#timer = setInterval(() => this.#look(), LOOK_EVERY_MS);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    for (const sandbox of tree(process.pid).filter(isSandbox)) {
      const pids = tree(sandbox);
      const excess = this.#excessOf(pids);
      if (excess === null) continue;
      this.excess = excess;
      process.kill(sandbox, "SIGKILL"); // and with it goes all that is inside
    }
  }

  #excessOf(pids: readonly number[]): Excess | null {
    const threads = sum(pids.map((pid) => numbersIn(`/proc/${pid}/task`)?.length ?? 0)) - WRAPPERS;
    if (threads > this.#limits.processes) return { what: "processes", used: threads };
    const most = this.#limits.memoryMiB * MIB;
    if (sum(pids.map(ownMemory)) <= most) return null;
    // Children share what they inherit until they write to it: this counts it once, but takes longer.
    const used = sum(pids.map(shareOfMemory));
    return used > most ? { what: "memory", used: Math.round(used / MIB) } : null;
  }
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

function isSandbox(pid: number): boolean {
  const parent = (readProc(`/proc/${pid}/stat`) ?? "").split(") ").at(-1)?.split(" ")[1];
  return readProc(`/proc/${pid}/comm`) === "bwrap\n" && readProc(`/proc/${parent}/comm`) !== "bwrap\n";
}

/** Memory of no file, in bytes: resident less shared (proc(5), statm). */
function ownMemory(pid: number): number {
  const [, resident = 0, shared = 0] = (readProc(`/proc/${pid}/statm`) ?? "").split(" ").map(Number);
  return (resident - shared) * PAGE;
}

function shareOfMemory(pid: number): number {
  const rollup = readProc(`/proc/${pid}/smaps_rollup`) ?? "";
  return Number(/^Pss_Anon:\s+(\d+)/m.exec(rollup)?.[1] ?? 0) * 1024;
}
