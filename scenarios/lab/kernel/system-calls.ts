// The system calls in which a server's threads wait, by number, and what each waits for.
// Numbers: Linux arch/x86/entry/syscalls/syscall_64.tbl and include/uapi/asm-generic/unistd.h (arm64).

import type { WaitsFor } from "./types.js";

/** How a call is told on which descriptors it waits: by its first argument, in a list of struct pollfd, in sets of bits (fd_set). */
export type Descriptors = "one" | "list" | "set";

interface SystemCall {
  name: string;
  x64: number | null;
  arm64: number | null;
  descriptors: Descriptors | null;
  waitsFor: WaitsFor | null;
}

const call = (
  name: string,
  x64: number | null,
  arm64: number | null,
  waitsFor: WaitsFor | null,
  descriptors: Descriptors | null = null,
): SystemCall => ({ name, x64, arm64, descriptors, waitsFor });

const systemCalls: readonly SystemCall[] = [
  call("accept", 43, 202, "connection", "one"),
  call("accept4", 288, 242, "connection", "one"),
  call("read", 0, 63, "bytes", "one"),
  call("readv", 19, 65, "bytes", "one"),
  call("recvfrom", 45, 207, "bytes", "one"),
  call("recvmsg", 47, 212, "bytes", "one"),
  call("recvmmsg", 299, 243, "bytes", "one"),
  call("write", 1, 64, "room to send", "one"),
  call("writev", 20, 66, "room to send", "one"),
  call("sendto", 44, 206, "room to send", "one"),
  call("sendmsg", 46, 211, "room to send", "one"),
  call("sendfile", 40, 71, "room to send", "one"),
  call("connect", 42, 203, "connection", "one"),
  call("poll", 7, null, "events", "list"),
  call("ppoll", 271, 73, "events", "list"),
  call("select", 23, null, "events", "set"),
  call("pselect6", 270, 72, "events", "set"),
  call("epoll_wait", 232, null, "events"),
  call("epoll_pwait", 281, 22, "events"),
  call("epoll_pwait2", 441, 441, "events"),
  call("io_uring_enter", 426, 426, "events"),
  call("futex", 202, 98, "lock"),
  call("futex_wait", 455, 455, "lock"),
  call("futex_waitv", 449, 449, "lock"),
  call("flock", 73, 32, "lock"),
  call("fcntl", 72, 25, "lock"), // the one of its commands that sleeps is F_SETLKW
  call("wait4", 61, 260, "child"),
  call("waitid", 247, 95, "child"),
  call("nanosleep", 35, 101, "time"),
  call("clock_nanosleep", 230, 115, "time"),
  call("pause", 34, null, null),
  call("rt_sigsuspend", 130, 133, null),
  call("rt_sigtimedwait", 128, 137, null),
  call("restart_syscall", 219, 128, null), // it was stopped and goes on with a call that this no longer names
];

const byNumber = new Map<number, SystemCall>();
for (const one of systemCalls) {
  const number = process.arch === "x64" ? one.x64 : process.arch === "arm64" ? one.arm64 : null;
  if (number !== null) byNumber.set(number, one);
}

/** The call with this number on this machine; undefined: not in the table, or the table has no column for the machine. */
export const systemCall = (number: number): SystemCall | undefined => byNumber.get(number);
