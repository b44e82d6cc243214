// What each thread of a Linux process is blocked in, and on which socket.

import { ended, numbersIn, parseStat, readMemory, readProc, socketInode } from "./proc.js";
import { type Descriptors, systemCall } from "./system-calls.js";
import type { Thread } from "./types.js";

/** The threads of a process, the first one first; empty: it is gone. Another user's threads show their state alone. */
export function threads(pid: number): Thread[] {
  const all: Thread[] = [];
  for (const tid of inOrder(pid, numbersIn(`/proc/${pid}/task`) ?? [])) {
    const folder = `/proc/${pid}/task/${tid}`;
    const stat = readProc(`${folder}/stat`);
    if (stat === null) continue;
    const { state } = parseStat(stat);
    if (ended(state)) continue;
    const waitChannel = readProc(`${folder}/wchan`);
    all.push({
      tid,
      state,
      ...blockedIn(pid, readProc(`${folder}/syscall`) ?? ""),
      waitChannel: waitChannel === "0" || waitChannel === "" ? null : waitChannel,
    });
  }
  return all;
}

/** The first thread has the process's number. Node lists folders by the alphabet, in which 1000 stands before 969. */
export const inOrder = (pid: number, tids: number[]) =>
  tids.sort((a, b) => Number(b === pid) - Number(a === pid) || a - b);

const nowhere = { syscall: null, waitsFor: null, socketInode: null };

/**
 * A syscall file (proc(5)): `running`, or `-1 SP PC` (blocked outside a call), or the number, six arguments, the stack
 * pointer and the program counter. Reading it takes the right to trace: same user, and with Yama a descendant of ours.
 */
export function blockedIn(pid: number, line: string): Pick<Thread, "syscall" | "waitsFor" | "socketInode"> {
  const [number, first = "", second = "", , , , , stack, counter] = line.trim().split(" ");
  if (counter === undefined) return nowhere;
  // A 32-bit program has numbers of its own: it is known by addresses that are all below 4 GiB.
  if (Number(stack) < 2 ** 32 && Number(counter) < 2 ** 32) return nowhere;
  const call = systemCall(Number(number));
  return {
    syscall: call?.name ?? `syscall ${number}`,
    waitsFor: call?.waitsFor ?? null,
    socketInode: socketOf(pid, call?.descriptors ?? null, first, second),
  };
}

/** More descriptors than this are watched by nobody who waits for one client. */
const FEW_DESCRIPTORS = 64;

/** The one socket that a call waits on; null: there are several, or none. A read with a time limit waits in poll or select. */
function socketOf(
  pid: number,
  descriptors: Descriptors | null,
  first: string,
  second: string,
): number | null {
  if (descriptors === null) return null;
  if (descriptors === "one") return socketInode(pid, Number(first));
  const waitedOn =
    descriptors === "list" ? polled(pid, first, Number(second)) : selected(pid, Number(first), second);
  const sockets = waitedOn
    .map((descriptor) => socketInode(pid, descriptor))
    .filter((inode) => inode !== null);
  return sockets.length === 1 ? sockets[0]! : null;
}

/** The descriptors in a list of struct pollfd, eight bytes each: int fd; short events; short revents (poll(2)). */
function polled(pid: number, address: string, count: number): number[] {
  if (count > FEW_DESCRIPTORS) return [];
  const list = readMemory(pid, BigInt(address), 8 * count) ?? Buffer.alloc(0);
  return Array.from({ length: list.length / 8 }, (_, at) => list.readInt32LE(8 * at));
}

/** The descriptors below `count` whose bits are set in the set of those to be read from (select(2)). */
function selected(pid: number, count: number, address: string): number[] {
  const set = readMemory(pid, BigInt(address), Math.ceil(count / 8)) ?? Buffer.alloc(0);
  const all = Array.from({ length: 8 * set.length }, (_, descriptor) => descriptor);
  return all.filter((descriptor) => (set[descriptor >> 3]! >> (descriptor & 7)) & 1);
}
