// For the tests: keeps every processor busy, as a machine is on which somebody compiles.

import { type ChildProcess, spawn } from "node:child_process";
import { cpus } from "node:os";

/** It turns, and ends with whoever started it, should that be killed. */
const TURN = `const parent = process.ppid;
for (let turn = 1; turn % 1e7 !== 0 || process.ppid === parent; turn++);`;

/** Starts two programs a processor that do nothing but turn. Answers how to end them. */
export function keepBusy(): () => void {
  const loops: ChildProcess[] = Array.from({ length: cpus().length * 2 }, () =>
    spawn(process.execPath, ["-e", TURN], { stdio: "ignore" }),
  );
  return () => {
    for (const loop of loops) loop.kill("SIGKILL");
  };
}
