// Starts a server as a program of its own, learns by evidence when it is ready, and ends it with everything it started.

import { EventEmitter, once } from "node:events";
import type { Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { $ } from "zx/core";
import type { ServerProgram } from "../../servers.js";
import type { Kernel, ListeningPort } from "../kernel/index.js";
import { endAll, GONE_MS, guard, MARKER, newMark, orphansOf, type Started } from "./cleanup.js";
import { type Ended, NotStarted } from "./not-started.js";
import { withExec } from "./shell-line.js";

const windows = process.platform === "win32";
const OUTPUT_BYTES = 8 * 1024;
/** What a program wrote last may come after its end. A daemon that could not be found may hold the pipe open for ever. */
const LAST_WORDS_MS = 500;
const TERM_MS = 500;
/** Output is a sign that a program has got on; one that says nothing is looked at so often, and less often by and by. */
const LOOK_EVERY_MS = 10;
const LOOK_EVERY_PART = 1 / 50;

/** A server that runs and listens. */
export interface RunningServer {
  program: ServerProgram;
  /** Where it can be reached: an IP literal, never a name. */
  endpoint: { address: string; port: number };
  /** Its processes, wherever they went: a daemon leaves its parent, but not its mark. Empty: it has ended. */
  pids(): number[];
  /** It never comes to rest: a thread of it turns all the time. */
  restless: boolean;
  /** How the first of its processes ended; null: it has not. */
  ended(): Ended | null;
  /** For this port it had to be waited before it could be started. */
  waitedForPort?: number;
  /** The last lines that it wrote, standard output and error together. */
  output(): string[];
  /** Ends it and everything that it started. May be called again. */
  end(): Promise<void>;
}

/**
 * Starts a program and waits until the kernel says that it listens: to find out by connecting would use up a server
 * that serves once, and kill one that can't bear a client that says nothing.
 * Throws NotStarted when it ends, or does not listen within `timeoutMs`.
 */
export async function launch(
  program: ServerProgram,
  kernel: Kernel,
  timeoutMs = 10_000,
): Promise<RunningServer> {
  const mark = newMark();
  const shell = start(program.command, mark);
  const child = shell.child!;
  const pid = child.pid!;
  const started = { pid, mark, kernel };
  guard(started);

  const output = lastBytes(OUTPUT_BYTES);
  child.stdout!.on("data", output.push);
  child.stderr!.on("data", output.push);
  let how: Ended | null = null;
  const ended = new Promise<Ended>((resolve) => {
    // "exit", not "close": a daemon that was left behind may hold the pipes open for ever.
    child.once("exit", (exitCode, signal) => {
      how = { exitCode, signal };
      resolve(how);
    });
  });
  const closed = new Promise<void>((resolve) => void child.once("close", () => resolve()));
  const { wrappers = 0 } = program;
  // The first process inside a sandbox ends when all the others have: a moment after the sandbox itself.
  let inner: number[] = [];
  const end = async () => {
    await endAll(started, ended, TERM_MS);
    await gone(inner, kernel);
    // A daemon that could not be found must not keep us by the pipes that it still holds.
    for (const pipe of [child.stdout, child.stderr]) (pipe as Socket).unref();
  };

  const all = () => {
    const tree = how === null ? kernel.tree(pid) : [];
    if (wrappers > 1 && tree.length > 1) inner = tree.slice(1, 2);
    tree.push(...leftBehind(started));
    // To look for the mark is to read the environment of every process, so it is done only where all else says nothing.
    return tree.length > 0 ? tree : (kernel.marked(`${MARKER}=${mark}`) ?? []);
  };
  const pids = () => all().slice(wrappers);

  const begun = performance.now();
  const deadline = begun + timeoutMs;
  for (;;) {
    const looked = performance.now();
    const tree = all();
    const alive = tree.slice(wrappers);
    const ports = kernel.listeningPorts(alive) ?? [];
    const listening = choose(ports, program.port) ?? (program.source === null ? null : told(output.lines()));
    if (listening !== null) {
      const endpoint = { address: dialable(listening.address), port: listening.port };
      const ended = () => how;
      return { program, endpoint, pids, restless: false, ended, output: output.lines, end };
    }
    const late = performance.now() > deadline;
    if (late || tree.length === 0) {
      const reason = !late ? "ended" : ports.length > 0 ? "other port" : "no port";
      if (!late) {
        await ended; // its exit status comes a moment after the process is gone
        await Promise.race([closed, delay(LAST_WORDS_MS, null, { ref: false })]);
      }
      const status = how;
      const nonTcpActivity = reason === "no port" ? kernel.nonTcpActivity(alive) : null;
      const said = output.lines(); // one that runs may complain when it is ended; of one that has ended, the last may still come
      await end();
      throw new NotStarted(program, reason, status, late ? said : output.lines(), nonTcpActivity);
    }
    // Where a look is expensive (every system but Linux), most of the time must be left to the server.
    const sinceMs = LOOK_EVERY_PART * (looked - begun);
    await moment(output.arrival, Math.max(LOOK_EVERY_MS, sinceMs, 4 * (performance.now() - looked)));
  }
}

/** The trees of a server's orphans; seen again while one of them ends, for its child is an orphan only then. */
function leftBehind(server: Started): number[] {
  for (;;) {
    const trees = orphansOf(server).map((orphan) => server.kernel.tree(orphan));
    if (trees.every((tree) => tree.length > 0)) return trees.flat();
  }
}

function start(command: string, mark: string) {
  const shell = $({
    shell: windows ? true : "/bin/sh",
    prefix: "",
    postfix: "",
    quote: String, // nothing is left to quote; without bash zx has no quoting of its own
    quiet: true,
    nothrow: true,
    detached: !windows, // a process group of its own, so that all of it can be ended
    stdio: ["pipe", "pipe", "pipe"], // standard input stays open and silent: a server that reads it goes on waiting
    // Python writes to a pipe only when its buffer is full: then a log would come too late to be seen.
    env: { ...process.env, PYTHONUNBUFFERED: "1", [MARKER]: mark },
    // A server may talk without end: its output is kept by us, and only the last of it.
    store: { stdout: forgetful(), stderr: forgetful(), stdall: forgetful() },
  });
  const line = windows ? command : withExec(command);
  return shell(Object.assign([line], { raw: [line] }));
}

const forgetful = (): string[] => Object.assign([], { push: () => 0 });

/** Our own servers print where they listen: enough, where the system does not say which port is whose. */
function told(lines: string[]): { address: string; port: number } | null {
  const [, address, port] = /(\d+\.\d+\.\d+\.\d+):(\d+)/.exec(lines[0] ?? "") ?? [];
  return address === undefined ? null : { address, port: Number(port) };
}

/** The port that was asked for, else the lowest. */
function choose(ports: ListeningPort[], wanted: number | null): ListeningPort | null {
  const fitting = ports.filter(({ port }) => wanted === null || port === wanted);
  return fitting.sort((a, b) => a.port - b.port)[0] ?? null;
}

/** Resolves when none of these processes is left. */
export async function gone(pids: readonly number[], kernel: Kernel): Promise<void> {
  const deadline = performance.now() + GONE_MS;
  while ((kernel.counts(pids).processes ?? 0) > 0) {
    if (performance.now() > deadline) throw new Error(`processes ${pids.join(", ")} could not be ended`);
    await delay(2);
  }
}

/** The address at which a client on this machine reaches a socket that is bound there. */
function dialable(address: string): string {
  if (address === "0.0.0.0") return "127.0.0.1";
  return address === "::" ? "::1" : address;
}

/** Resolves after so many milliseconds, or as soon as more output has come. */
async function moment(arrival: EventEmitter, milliseconds: number): Promise<void> {
  const calm = new AbortController();
  const { signal } = calm;
  // Whichever comes first calls the other off, which says so by an AbortError.
  await Promise.race([once(arrival, "more", { signal }), delay(milliseconds, null, { signal })]).finally(() =>
    calm.abort(),
  );
}

/** Keeps the last bytes of a stream of text. */
function lastBytes(limit: number) {
  let kept = Buffer.alloc(0);
  const arrival = new EventEmitter();
  return {
    push(bytes: Buffer): void {
      kept = Buffer.concat([kept, bytes]).subarray(-limit);
      arrival.emit("more");
    },
    arrival,
    lines: (): string[] => kept.toString("utf8").split(/\r?\n/).filter(Boolean),
  };
}
