// Which descriptors a new process gets. It finds the listening socket as number 3, after standard input, output and error.

import koffi from "koffi";
import type { Socket } from "../sockets/calls.js";

export const INHERITED: Socket = 3;

const F_SETFD = 2; // asm-generic/fcntl.h
const FD_CLOEXEC = 1;

/**
 * Lets no new process have this descriptor under its old number too: on Linux exec(2) keeps whatever is not marked so.
 * Elsewhere Node passes on nothing that was not asked for.
 */
export function closeOnExec(socket: Socket): void {
  if (process.platform !== "linux") return;
  const fcntl = koffi.load(null).func("int fcntl(int fd, int command, int argument)");
  fcntl(socket, F_SETFD, FD_CLOEXEC);
}
