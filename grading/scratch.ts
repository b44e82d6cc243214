// Where submissions are unpacked: a folder that goes when this process ends, however it ends.

import { type ChildProcessByStdio, spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { chmod, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Writable } from "node:stream";
import { groupPlace, OURS } from "./sandbox/cgroup.js";

// Its standard input ends when we do; until then it is told how many examinations we begin (+) and how many have ended as
// they should (-). A sandbox ends with its examiner, unless that was killed in the moment in which it was started: where
// some are missing, whoever names our folder in its command is looked for, and whoever is in a control group of ours. What is
// being ended may still write a file or two: hence several attempts.
const REAPER = `
scratch=$1
shift
left=0
while read -r word; do
  case $word in
    +) left=$((left + 1)) ;;
    -) left=$((left - 1)) ;;
  esac
done
for _ in 1 2 3 4 5; do
  for file in $([ $left -eq 0 ] || grep -lsxE "sh|bwrap" /proc/[0-9]*/comm); do
    process="\${file#/proc/}"
    process="\${process%/comm}"
    grep -qsF "$scratch" "/proc/$process/cmdline" && [ "$process" != $$ ] && kill -KILL "$process"
  done
  rm -rf "$scratch" && break
  sleep 0.2
done
for begin; do
  for group in "$begin"*; do
    while [ -d "$group" ]; do
      for process in $(cat "$group/cgroup.procs"); do kill -KILL "$process"; done
      rmdir "$group" || sleep 0.05
    done
  done
done 2>/dev/null`;

let reaper: ChildProcessByStdio<Writable, null, null> | null = null;

/** An examination begins whose sandboxes show something of the folder, or it has ended as it should. */
export function tellReaper(word: "+" | "-"): void {
  reaper?.stdin.write(`${word}\n`);
}

/** Makes it. Nobody else may look into it; the sandboxes are shown their parts of it. */
export async function scratchFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "antre-grades-"));
  // Without a sandbox another user may have to come through to his own copy.
  await chmod(folder, 0o711);
  if (process.platform === "win32") {
    process.once("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
    return folder;
  }
  const groups = Object.values(groupPlace()?.folders ?? {}).map((one) => join(one, OURS));
  reaper = spawn("/bin/sh", ["-c", REAPER, "sh", folder, ...new Set(groups)], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  reaper.unref();
  (reaper.stdin as unknown as { unref(): void }).unref();
  reaper.stdin.on("error", () => {}); // it was ended by somebody else: then there is no reaper
  return folder;
}
