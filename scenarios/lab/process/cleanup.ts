// Whatever fails, everything that was started is ended: at the normal end, at Ctrl-C, after an error of ours, and (by
// a small reaper process) even when this process itself is killed.

import { spawn } from "node:child_process";
import type { Kernel } from "../kernel/index.js";

/** The environment variable by which a process that left its parent and its group is still known as ours. */
export const MARKER = "ANTRE_RUN";
const runId = `${process.pid}.${Date.now().toString(36)}`;
let launched = 0;
/** A new value of the marker, for one server. From now on whoever carries it is ended with this process. */
export function newMark(): string {
  tellReaper("+"); // were it told only afterwards, the server would outlive us if we were killed in between
  return `${runId}.${++launched}`;
}

const windows = process.platform === "win32";
/** A process that was killed is gone at once; but to take gigabytes from many takes the kernel seconds. */
export const GONE_MS = 30_000;

/** A server that was started: the first of its processes, and the mark of them all. */
export interface Started {
  pid: number;
  mark: string;
  kernel: Kernel;
}
const running = new Map<number, Started>();
/** Whose an orphan is, as it was when we first saw it; null: nobody's that we know. */
const owners = new Map<number, Started | null>();
/** Since when it could not be seen whose an orphan is. */
const unclear = new Map<number, number>();
const UNCLEAR_MS = 500;
let latest: Started | null = null;
let watching = false;

/** Ends the process group without asking; on Windows, which has none, the process tree. */
function kill({ pid, kernel }: Started): void {
  if (windows) for (const member of kernel.tree(pid).reverse()) signal(member, "SIGKILL");
  else signal(-pid, "SIGKILL");
}

/** Sends a signal; nobody there to receive it is what we want in the end, so that is no error. */
function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** From now on this server is ended with this process, however that ends. */
export function guard(server: Started): void {
  const { pid } = server;
  if (!watching) process.once("exit", killAll);
  watching = true;
  running.set(pid, server);
  latest = server;
  tellReaper(`${pid}`);
}

/** The living processes that a server has left behind, to be seen and ended with it. */
export function orphansOf(server: Started): number[] {
  const { kernel } = server;
  return kernel.orphans().filter((pid) => {
    if (!owners.has(pid)) {
      const environment = kernel.environment(pid) ?? "";
      // Where only one server runs, it is that one's: one that hands its work on and on is always ending.
      if (environment === "" && isUnclear(pid, kernel)) return running.size === 1 && server === latest;
      const owner = ownerOf(environment);
      owners.set(pid, owner);
      if (owner !== null) tellReaper(`${pid}`); // a daemon leads a process group of its own
    }
    return owners.get(pid) === server;
  });
}

/** Whose it is can't be seen while it ends, or becomes another program; but neither takes long. */
function isUnclear(pid: number, kernel: Kernel): boolean {
  if (!kernel.isChanging(pid)) return false;
  const since = unclear.get(pid) ?? performance.now();
  unclear.set(pid, since);
  return performance.now() - since < UNCLEAR_MS;
}

/** By the mark; where a program has written its title over it (nginx), it can only be the server that was started last. */
function ownerOf(environment: string): Started | null {
  const entries = environment.split("\0");
  if (!entries.some((entry) => /^[A-Za-z_]\w*=/.test(entry))) return latest;
  return [...running.values()].find(({ mark }) => entries.includes(`${MARKER}=${mark}`)) ?? null;
}

/**
 * Ends a server and all that it started: SIGTERM, a moment to obey, SIGKILL, then whoever left its group but still
 * carries its mark. Resolves when none is left.
 */
export async function endAll(server: Started, ended: Promise<unknown>, graceMs: number): Promise<void> {
  const { pid, mark, kernel } = server;
  const marked = () => [...orphansOf(server), ...(kernel.marked(`${MARKER}=${mark}`) ?? [])];
  const someUnclear = () => kernel.orphans().some((pid) => !owners.has(pid) && isUnclear(pid, kernel));
  if (windows) kill(server);
  else signal(-pid, "SIGTERM");
  const timer = new AbortController();
  await Promise.race([ended, delay(graceMs, timer.signal)]);
  timer.abort();
  kill(server);
  const deadline = performance.now() + GONE_MS;
  for (let left = marked(); left.length > 0 || someUnclear(); left = marked()) {
    for (const stray of left) signal(stray, "SIGKILL");
    if (performance.now() > deadline) throw new Error(`processes ${left.join(", ")} could not be ended`);
    await delay(2);
  }
  if (running.delete(pid)) tellReaper("-");
}

const delay = (milliseconds: number, abort?: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    abort?.addEventListener("abort", () => clearTimeout(timer));
  });

function killAll(): void {
  for (const server of running.values()) {
    kill(server);
    for (const orphan of orphansOf(server)) signal(orphan, "SIGKILL");
  }
  // The reaper sees our end of its pipe close, and looks for those that carry our mark.
}

// The reaper reads the process groups that we start, until its pipe closes because we have ended; then it ends what
// is left of them, and on Linux every process that carries our mark. It carries no mark itself. It is also told how many
// servers we begin to start (+) and have ended (-): where some are missing, it looks for marks more than once, because a
// process that is just becoming another program (execve) shows no environment.
const REAPER = `
groups=
left=0
while read -r word; do
  case $word in
    +) left=$((left + 1)) ;;
    -) left=$((left - 1)) ;;
    *) groups="$groups $word" ;;
  esac
done
for group in $groups; do kill -KILL "-$group" 2>/dev/null; done
for look in 1 2 3; do
  for file in $(grep -lsz "^${MARKER}=${runId.replaceAll(".", "\\.")}\\." /proc/[0-9]*/environ); do
    process="\${file%/environ}"
    kill -KILL "\${process#/proc/}"
  done
  [ $left -gt 0 ] || break
  sleep 0.1
done
`;

function startReaper() {
  const child = spawn("/bin/sh", ["-c", REAPER], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
    env: { ...process.env, [MARKER]: undefined }, // it may be there, where we are run by another run
  });
  child.unref();
  child.stdin.on("error", () => {}); // it can only have been ended by someone else: then we go on without it
  (child.stdin as unknown as { unref(): void }).unref();
  return child;
}
let started: ReturnType<typeof startReaper> | null = null;
function tellReaper(word: string): void {
  if (windows) return;
  started ??= startReaper();
  started.stdin.write(`${word}\n`);
}
