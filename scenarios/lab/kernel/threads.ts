// What each thread of a Linux process is blocked in, and on which socket.

import { ended, numbersIn, parseStat, readProc, socketInode } from "./proc.js";
import { systemCall } from "./system-calls.js";
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
  const [number, argument, , , , , , stack, counter] = line.trim().split(" ");
  if (counter === undefined) return nowhere;
  // A 32-bit program has numbers of its own: it is known by addresses that are all below 4 GiB.
  if (Number(stack) < 2 ** 32 && Number(counter) < 2 ** 32) return nowhere;
  const call = systemCall(Number(number));
  return {
    syscall: call?.name ?? `syscall ${number}`,
    waitsFor: call?.waitsFor ?? null,
    socketInode: call?.takesDescriptor ? socketInode(pid, Number(argument)) : null,
  };
}
