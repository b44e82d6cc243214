// A student's client and somebody at its keyboard: types a line, sees what is printed, waits until the program waits.

import { type ChildProcess, spawn } from "node:child_process";
import { Watchers } from "../../clients/watchers.js";
import type { Kernel } from "../../scenarios/lab/kernel/index.js";
import { socketInode } from "../../scenarios/lab/kernel/proc.js";
import { endAll, guard, MARKER, newMark, type Started } from "../../scenarios/lab/process/cleanup.js";
import { gone } from "../../scenarios/lab/process/launch.js";

/** What is printed is kept up to this. A client that prints without end is not read to its end. */
const MOST_BYTES = 2 * 2 ** 20;
const LOOK_EVERY_MS = 25;
const GRACE_MS = 300;
const LAST_WORDS_MS = 200;

/** Why nobody waits any longer. */
export type Settled = "holds" | "keyboard" | "quiet" | "ended" | "late";

export class KeyboardDriver {
  /** How it ended; null: it runs. */
  ended: { status: number | null; signal: string | null } | null = null;
  readonly #watchers = new Watchers();
  readonly #child: ChildProcess;
  readonly #started: Started;
  readonly #ended: Promise<void>;
  readonly #wrappers: number;
  #printed = Buffer.alloc(0);
  /** What it had asked whenever something was typed. */
  readonly prompts: string[] = [];
  /** What was typed, and how much had been printed by then. */
  readonly typed: { text: string; at: number }[] = [];

  /** Starts the client. `wrappers`: how many processes of a sandbox stand around it. */
  constructor(line: string, kernel: Kernel, wrappers: number) {
    const mark = newMark();
    const windows = process.platform === "win32";
    const child = spawn(windows ? line : `exec ${line}`, {
      shell: windows ? true : "/bin/sh",
      detached: !windows,
      stdio: ["pipe", "pipe", "pipe"],
      env: { ...process.env, PYTHONUNBUFFERED: "1", [MARKER]: mark },
    });
    this.#child = child;
    this.#wrappers = wrappers;
    this.#started = { pid: child.pid!, mark, kernel };
    guard(this.#started);
    child.stdin.on("error", () => {}); // it reads no more: that it has ended says so
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (bytes: Buffer) => {
        this.#printed = Buffer.concat([this.#printed, bytes]);
        if (this.#printed.length > MOST_BYTES) stream.pause();
        this.#watchers.look();
      });
    }
    this.#ended = new Promise((resolve) => {
      const note = (status: number | null, signal: string | null) => {
        this.ended ??= { status, signal };
        this.#watchers.look();
        resolve();
      };
      child.once("close", note);
      // What it left behind may hold its output open for ever.
      child.once("exit", (...how) => setTimeout(() => note(...how), LAST_WORDS_MS));
    });
  }

  /** All that it has printed so far, on standard output and error together. */
  get printed(): string {
    return this.#printed.toString("utf8");
  }

  /** Something has happened elsewhere that a condition may be about. */
  readonly look = (): void => this.#watchers.look();

  /** What it has printed, as it stands on a terminal: Enter ends the line of a prompt. */
  get shown(): string {
    return this.typed.reduceRight((text, { at }) => `${text.slice(0, at)}\n${text.slice(at)}`, this.printed);
  }

  /** What it has printed since something was typed. */
  get answer(): string {
    return this.printed.slice(this.typed.at(-1)?.at ?? 0);
  }

  /** What it has asked since something was typed: the last line, if that does not end. What is typed is not echoed. */
  get prompt(): string {
    const since = this.answer;
    return since.slice(since.lastIndexOf("\n") + 1);
  }

  type(text: string): void {
    this.prompts.push(this.prompt);
    this.typed.push({ text, at: this.printed.length });
    this.#child.stdin!.write(`${text}\n`);
  }

  /** The end of the input, as Ctrl-D gives it. */
  closeInput(): void {
    this.#child.stdin!.end();
  }

  until(condition: () => boolean, timeoutMs: number): Promise<boolean> {
    return this.#watchers.until(condition, timeoutMs);
  }

  /**
   * Resolves when the condition holds, or nothing more is to be expected: the program waits for the keyboard; or it has
   * slept for so long with nothing new to see; or it has ended; or the time is up.
   */
  async settled(condition: () => boolean, quietMs: number, timeoutMs: number): Promise<Settled> {
    const deadline = performance.now() + timeoutMs;
    let seen = -1;
    let since = performance.now();
    for (let waits = 0; performance.now() < deadline; ) {
      await this.until(() => condition() || this.ended !== null, LOOK_EVERY_MS);
      if (condition()) return "holds";
      if (this.ended !== null) return "ended";
      const busy = this.#busy() || this.#printed.length !== seen;
      waits = !busy && this.waitsForKeyboard() ? waits + 1 : 0;
      if (waits > 1) return "keyboard";
      if (busy) since = performance.now();
      seen = this.#printed.length;
      if (performance.now() - since > quietMs) return "quiet";
    }
    return "late";
  }

  /** Ends it and all that it started. */
  async end(): Promise<void> {
    const { kernel, pid } = this.#started;
    const all = kernel.tree(pid);
    await endAll(this.#started, this.#ended, this.#wrappers > 0 ? 0 : GRACE_MS);
    await gone(all, kernel);
  }

  /** Does a thread of it read what is typed, in a call that waits? A system that can't say: no. */
  waitsForKeyboard(): boolean {
    const { kernel, pid } = this.#started;
    return kernel
      .tree(pid)
      .slice(this.#wrappers)
      .some((one) => {
        const input = socketInode(one, 0); // what Node calls a pipe is a pair of sockets
        return kernel
          .threads(one)
          ?.some(({ state, socketInode: inode }) => state === "S" && input !== null && inode === input);
      });
  }

  /** The processor time that it has had; a system that can't say: all that it wanted. */
  get cpuTimeMs(): number {
    const { kernel, pid } = this.#started;
    return kernel.cpuTimeMs(kernel.tree(pid).slice(this.#wrappers)) ?? Number.POSITIVE_INFINITY;
  }

  /** Does it run, or could it? A system that can't say is believed to be at rest. */
  #busy(): boolean {
    const { kernel, pid } = this.#started;
    return kernel.resting(kernel.tree(pid).slice(this.#wrappers)) === false;
  }
}
