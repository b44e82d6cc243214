// How a server ends when nobody sends it a signal of its own, though its threads are blocked in the kernel.

import { writeSync } from "node:fs";
import { constants } from "node:os";
import { Worker } from "node:worker_threads";
import koffi from "koffi";

const PR_SET_PDEATHSIG = 1; // linux/prctl.h

/** Has Linux send this process a signal when its parent ends, in whatever way. */
function signalAtParentsEnd(signal: number): void {
  const prctl = koffi.load(null).func("int prctl(int option, ulong a, ulong b, ulong c, ulong d)");
  prctl(PR_SET_PDEATHSIG, signal, 0, 0, 0);
}

/**
 * Has Linux end this process with the shell, when npm has started it by `npm run server`. npm starts a script through a
 * shell. Told to end, npm tells the shell, and a shell that does not replace itself by its only command (dash, Debian's
 * and Ubuntu's sh) ends without telling us: the server would keep its port for ever.
 */
export function endWithNpm(): void {
  if (process.platform !== "linux" || process.env.npm_lifecycle_event !== "server") return;
  signalAtParentsEnd(constants.signals.SIGTERM);
}

/** Ends this process as soon as its parent, of that process id, has ended. Standard input is a pipe from the parent. */
export function endWithParent(parent: number): void {
  if (process.platform === "linux") {
    signalAtParentsEnd(constants.signals.SIGKILL);
    if (process.ppid !== parent) process.kill(process.pid, "SIGKILL"); // it ended before we had asked
  } else {
    endWithInput();
  }
}

/** The same where the system can't: a thread waits for the end of standard input, which the parent's end brings about. */
export function endWithInput(): void {
  new Worker(WATCH, { eval: true });
}

const WATCH = `
try {
  while (require("node:fs").readSync(0, Buffer.alloc(1)) > 0);
} finally {
  process.kill(process.pid, "SIGKILL");
}
`;

/** Ends this process because of an error that is our own: an ordinary end would wait for the threads that are blocked. */
export function endAtOnce(error: unknown): void {
  writeSync(2, `${error instanceof Error ? error.stack : error}\n`);
  process.kill(process.pid, "SIGKILL");
}
