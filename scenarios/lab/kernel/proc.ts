// Reading Linux' /proc quickly: three system calls per file and one buffer for all of them.

import { closeSync, openSync, readdirSync, readlinkSync, readSync } from "node:fs";

const buffer = Buffer.allocUnsafe(65536);

/** What is in a file under /proc, up to 64 KiB; null: it is gone, or not ours to read. */
export function readProc(path: string): string | null {
  let file: number | undefined;
  try {
    file = openSync(path, "r");
    return buffer.toString("latin1", 0, readSync(file, buffer));
  } catch {
    return null; // ENOENT, and ESRCH from a read when the thread has ended in between
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** So many bytes of a process's memory from an address on; null: it is gone, or not ours to read. */
export function readMemory(pid: number, address: bigint, count: number): Buffer | null {
  let file: number | undefined;
  try {
    file = openSync(`/proc/${pid}/mem`, "r");
    const bytes = Buffer.alloc(count);
    return readSync(file, bytes, 0, count, address) === count ? bytes : null;
  } catch {
    return null; // EIO and ESRCH: it has ended, or has no such memory any more
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** The numbers that name the entries of a folder: processes, threads or descriptors; null: gone, or not ours to read. */
export function numbersIn(folder: string): number[] | null {
  try {
    const numbers: number[] = [];
    for (const name of readdirSync(folder)) if (name >= "0" && name < ":") numbers.push(Number(name));
    return numbers;
  } catch {
    return null;
  }
}

/** The children that a thread of a process has started, or got from a process that ended. */
export function childrenOfThread(pid: number, tid: number): number[] {
  const list = readProc(`/proc/${pid}/task/${tid}/children`)?.trim();
  return list ? list.split(" ").map(Number) : [];
}

/** The inode of the socket behind a descriptor of a process; null: it is no socket, or not ours to see. */
export function socketInode(pid: number, descriptor: number): number | null {
  try {
    const target = readlinkSync(`/proc/${pid}/fd/${descriptor}`);
    return target.startsWith("socket:[") ? Number(target.slice(8, -1)) : null;
  } catch {
    return null;
  }
}

/** The inodes of the sockets that a process has open; null: it is gone, or they are not ours to see. */
export function socketsOf(pid: number): Set<number> | null {
  const descriptors = numbersIn(`/proc/${pid}/fd`);
  if (descriptors === null) return null;
  return new Set(
    descriptors.map((descriptor) => socketInode(pid, descriptor)).filter((inode) => inode !== null),
  );
}

/** The state letter and the parent's pid in a stat file. The name before them may hold anything, ") " too: the last ")" ends it. */
export function parseStat(stat: string): { state: string; parent: number } {
  const [state = "?", parent] = stat.slice(stat.lastIndexOf(")") + 2, stat.lastIndexOf(")") + 24).split(" ");
  return { state, parent: Number(parent) };
}

export const ended = (state: string) => state === "Z" || state === "X";
