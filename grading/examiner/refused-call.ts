// Which system call it was that the filter ended a program for: the kernel tells nobody who may not read its log, so the
// program is started once more where strace(1) sees its calls. A system without strace leaves the name open.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { constants } from "node:os";
import { find } from "../../cli/find.js";
import { killTree } from "../../clients/browser/reaper.js";
import type { Ended } from "../../scenarios/lab/process/not-started.js";
import { ENDING } from "../sandbox/system-calls.js";

/** Who does it at its start has done it by then. */
const LONGEST_MS = 5000;

/** Did the filter end it? A shell that stands around it says a signal as 128 and its number. */
export const wasRefused = (ended: Ended | null): boolean =>
  ended?.signal === "SIGSYS" || ended?.exitCode === 128 + constants.signals.SIGSYS;

/** The call for which a program is ended that this line starts; null: it was not ended this time, or nobody can see it here. */
export async function refusedCall(line: string, trace: string): Promise<string | null> {
  const strace = find(["strace"]);
  if (strace === null) return null;
  const calls = ["-f", "-qq", "-e", `trace=${[...ENDING, "clone"].join()}`, "-o", trace];
  const child = spawn(strace, [...calls, "/bin/sh", "-c", `exec ${line}`], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  child.stdin.on("error", () => {}); // it has ended
  const timer = setTimeout(() => killTree(child.pid!), LONGEST_MS);
  await once(child, "close");
  clearTimeout(timer);
  return callIn(readFileSync(trace, "utf8"));
}

/** The last call of the process that was ended for one, in strace's lines: `PID add_key(0, …) = ?`. */
export function callIn(trace: string): string | null {
  const last = new Map<string, string>();
  for (const line of trace.split("\n")) {
    const [, pid, call] = /^(\d+) +(?:<\.\.\. )?(\w+)[( ]/.exec(line) ?? [];
    if (pid !== undefined && call !== undefined) last.set(pid, call);
    const [, ended] = /^(\d+) +\+\+\+ killed by SIGSYS/.exec(line) ?? [];
    if (ended !== undefined) return last.get(ended) ?? null;
  }
  return null;
}
