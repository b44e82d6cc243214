// A program that does what it is told, one line at a time: the tests' way to bring real sockets, threads and processes
// into exactly the state that they want to see. Node itself would accept every connection at once, so it calls the
// system's own functions; peer.mjs says which names a line may use.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { sourcePath } from "../../../source-folder.js";

export const PEER = sourcePath("./peer.mjs", import.meta.url);

export interface Peer {
  pid: number;
  /** Runs a line; answers what it comes to, where that is plain data. */
  run<Value = unknown>(line: string): Promise<Value>;
  /** Has it run a line that will not end, or not soon. */
  start(line: string): void;
}

const running: ChildProcess[] = [];

export function peer(program: string = process.execPath, args: string[] = [PEER]): Peer {
  const child = spawn(program, args, { stdio: ["pipe", "pipe", "inherit"] });
  running.push(child);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const start = (line: string) => void child.stdin.write(`${line}\n`);
  return {
    pid: child.pid!,
    start,
    async run<Value>(line: string) {
      start(line);
      const { value, done } = await lines.next();
      if (done) throw new Error(`the peer ended at: ${line}`);
      return JSON.parse(value) as Value;
    },
  };
}

/** Ends every peer that was started, and waits for it. */
export async function endPeers(): Promise<void> {
  for (const child of running.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill("SIGKILL");
    await once(child, "exit");
  }
}
