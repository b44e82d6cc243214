// Linux' processes: who descends from whom, who carries our mark, and how busy they are.

import { existsSync } from "node:fs";
import { childrenOfThread, ended, numbersIn, parseStat, readProc } from "./proc.js";

/** A process and its living descendants, itself first. Zombies are left out: they only wait to be reaped. */
export function tree(pid: number): number[] {
  return descendants(pid, childrenOf());
}

/** The nearest descendants of a process for which this is so. Who descends from them is not asked. */
export function nearest(pid: number, isSo: (pid: number) => boolean, children = childrenOf()): number[] {
  return children(pid).flatMap((child) => (isSo(child) ? [child] : nearest(child, isSo, children)));
}

const childrenOf = () => (listsChildren() ? childrenListed : childrenByScan());

let childrenFile: boolean | undefined;
/** Not every kernel has /proc/PID/task/TID/children: it needs CONFIG_PROC_CHILDREN. */
function listsChildren(): boolean {
  childrenFile ??= existsSync(`/proc/self/task/${process.pid}/children`);
  return childrenFile;
}

function descendants(pid: number, children: (pid: number) => number[]): number[] {
  const found: number[] = [];
  for (const next = [pid]; next.length > 0; ) {
    const one = next.shift()!;
    next.push(...children(one));
    const stat = readProc(`/proc/${one}/stat`);
    if (stat !== null && (!ended(parseStat(stat).state) || threadsLive(one))) found.push(one);
  }
  return found;
}

/** A program whose first thread has ended looks like a zombie while its other threads go on. */
const threadsLive = (pid: number) => (numbersIn(`/proc/${pid}/task`)?.length ?? 0) > 1;

/** Each thread has its own children: a fork in a worker thread is in that thread's file. */
function childrenListed(pid: number): number[] {
  return (numbersIn(`/proc/${pid}/task`) ?? []).flatMap((tid) => childrenOfThread(pid, tid));
}

/** The other way: one look at the parent of every process. */
function childrenByScan(): (pid: number) => number[] {
  const byParent = new Map<number, number[]>();
  for (const pid of allPids()) {
    const stat = readProc(`/proc/${pid}/stat`);
    if (stat === null) continue;
    const { parent } = parseStat(stat);
    byParent.set(parent, [...(byParent.get(parent) ?? []), pid]);
  }
  return (pid) => byParent.get(pid) ?? [];
}

/** `tree` by the scan alone. */
export const treeByScan = (pid: number): number[] => descendants(pid, childrenByScan());

/**
 * The processes that were started with this whole environment entry, `NAME=value`: also those that left the tree by
 * setsid and a double fork. One that runs as another user, or that has written its title over its environment
 * (nginx, PostgreSQL), is not found so: see orphans.ts.
 *
 * A daemon may fork and end while the list is being read, which would lose both parent and child: so whoever was born
 * meanwhile is looked at too, until nobody was.
 */
export function marked(entry: string): number[] {
  const wanted = `\0${Buffer.from(entry).toString("latin1")}\0`;
  const found: number[] = [];
  const seen = new Set<number>();
  for (let born = allPids(); born.length > 0; born = allPids().filter((pid) => !seen.has(pid))) {
    for (const pid of born) {
      seen.add(pid);
      if (`\0${readProc(`/proc/${pid}/environ`) ?? ""}`.includes(wanted)) found.push(pid);
    }
    if (found.length > 0) break;
  }
  return found;
}

const allPids = () => numbersIn("/proc") ?? [];
