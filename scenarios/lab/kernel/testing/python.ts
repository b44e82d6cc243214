// A Python that does what it is told, one line at a time: the tests' way to bring real sockets, threads and
// processes into exactly the state that they want to see. Node itself would accept every connection at once.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

const loop = `
import os, socket, struct, subprocess, sys, threading
for line in sys.stdin:
    try:
        value = eval(line)
    except SyntaxError:
        value = exec(line)
    print(value, flush=True)
`;

export interface Python {
  pid: number;
  /** Runs a line; answers the value of an expression as Python prints it. */
  run(line: string): Promise<string>;
  /** Has it run a line that will not end, or not soon. */
  start(line: string): void;
}

const running: ChildProcess[] = [];

export function python(env: NodeJS.ProcessEnv = {}, command = ["python3"]): Python {
  const [program = "python3", ...options] = command;
  const child = spawn(program, [...options, "-c", loop], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, ...env },
  });
  running.push(child);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const start = (line: string) => void child.stdin.write(`${line}\n`);
  return {
    pid: child.pid!,
    start,
    async run(line) {
      start(line);
      const { value, done } = await lines.next();
      if (done) throw new Error(`Python ended at: ${line}`);
      return value;
    },
  };
}

/** Ends every Python that was started, and waits for it. */
export async function endPythons(): Promise<void> {
  for (const child of running.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill("SIGKILL");
    await once(child, "exit");
  }
}
