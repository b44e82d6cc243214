// For the tests: a built server, run as a program of its own, as a user runs it.

import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const repository = fileURLToPath(new URL("../..", import.meta.url));
export const program = fileURLToPath(new URL("../../dist/servers/main.js", import.meta.url));

export class ServerProcess {
  readonly child: ChildProcess;
  /** What it has said, line by line. */
  readonly lines: string[] = [];
  errors = "";
  port = 0;
  readonly #ended: Promise<unknown>;
  #tail = "";
  #look = () => {};

  constructor(command: string, args: string[], options: { detached?: boolean } = {}) {
    this.child = spawn(command, args, { cwd: repository, stdio: ["ignore", "pipe", "pipe"], ...options });
    this.#ended = once(this.child, "close");
    this.child.stderr!.setEncoding("utf8").on("data", (text: string) => {
      this.errors += text;
    });
    this.child.stdout!.setEncoding("utf8").on("data", (text: string) => {
      const lines = (this.#tail + text).split("\n");
      this.#tail = lines.pop()!;
      this.lines.push(...lines);
      this.#look();
    });
  }

  get pid(): number {
    return this.child.pid!;
  }

  /** Resolves with the first line that matches, as soon as it has been said. Throws when the server ends before. */
  async line(pattern: RegExp): Promise<string> {
    for (;;) {
      const found = this.lines.find((line) => pattern.test(line));
      if (found !== undefined) return found;
      const next = new Promise<true>((resolve) => {
        this.#look = () => resolve(true);
      });
      if (!(await Promise.race([next, this.#ended.then(() => false)]))) {
        throw new Error(
          `the server ended without saying ${pattern}: ${this.lines.join("\n")}\n${this.errors}`,
        );
      }
    }
  }

  /** Resolves when it has ended, with its exit status and the signal that ended it. */
  async ended(): Promise<{ status: number | null; signal: NodeJS.Signals | null }> {
    await this.#ended;
    return { status: this.child.exitCode, signal: this.child.signalCode };
  }

  /** Ends it without asking. */
  async kill(): Promise<void> {
    this.child.kill("SIGKILL");
    await this.#ended;
  }

  /** Linux: how many threads it has, descriptors, and sockets among these. */
  counts(): { threads: number; descriptors: number; sockets: number } {
    const folder = `/proc/${this.pid}/fd`;
    const descriptors = readdirSync(folder);
    const sockets = descriptors.filter((name) => isSocket(`${folder}/${name}`));
    const threads = readdirSync(`/proc/${this.pid}/task`).length;
    return { threads, descriptors: descriptors.length, sockets: sockets.length };
  }

  /** Unix: the processes that it has started and that live. */
  children(): number[] {
    return processes().flatMap(({ pid, parent }) => (parent === this.pid ? [pid] : []));
  }

  /** Linux: the memory that it occupies, in MiB. */
  memoryMiB(): number {
    const status = readFileSync(`/proc/${this.pid}/status`, "utf8");
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
  }

  /** Linux: how many connections wait to be accepted. */
  acceptQueue(): number {
    const port = this.port.toString(16).toUpperCase().padStart(4, "0");
    const listening = new RegExp(`:${port} \\S+ 0A \\w+:(\\w+)`);
    return Number.parseInt(listening.exec(readFileSync("/proc/net/tcp", "utf8"))?.[1] ?? "", 16);
  }
}

/** Unix: every process that lives. */
export function processes(): { pid: number; parent: number }[] {
  if (process.platform === "linux") return readdirSync("/proc").filter(isNumber).flatMap(living);
  return execFileSync("ps", ["-A", "-o", "pid=,ppid=,stat="], { encoding: "utf8" })
    .trim()
    .split("\n")
    .map((row) => row.trim().split(/\s+/))
    .filter(([, , state]) => !state!.startsWith("Z"))
    .map(([pid, parent]) => ({ pid: Number(pid), parent: Number(parent) }));
}

const isNumber = (name: string): boolean => /^\d+$/.test(name);

function living(pid: string): { pid: number; parent: number }[] {
  try {
    const [state, parent] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)!.split(" ");
    return state === "Z" || state === "X" ? [] : [{ pid: Number(pid), parent: Number(parent) }];
  } catch {
    return []; // it has ended meanwhile
  }
}

/** A descriptor may be closed between the listing and the look. */
function isSocket(path: string): boolean {
  try {
    return readlinkSync(path).startsWith("socket:");
  } catch {
    return false;
  }
}

/** Starts a server model, and resolves when it listens. */
export function startServer(model: string, ...options: string[]): Promise<ServerProcess> {
  return startBy([], model, ...options);
}

/** The same by another program, which is given the server's command line behind its own. */
export async function startBy(
  starter: string[],
  model: string,
  ...options: string[]
): Promise<ServerProcess> {
  if (!existsSync(program)) throw new Error(`${program} is missing: build first, with npx tsc -b`);
  const words = [
    ...starter,
    process.execPath,
    program,
    model,
    "--port",
    "0",
    ...(options.includes("--lang") ? [] : ["--lang", "en"]),
  ];
  const server = new ServerProcess(words[0]!, [...words.slice(1), ...options]);
  const said = await server.line(/:\d+\. /);
  server.port = Number(/:(\d+)\. /.exec(said)![1]);
  return server;
}
