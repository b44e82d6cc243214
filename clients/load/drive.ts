// Starts the load client, tells it plans, and reads what it tells.

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Figures, Mark, Message, Plan } from "./plan.js";

const built = fileURLToPath(new URL("./process.js", import.meta.url));

/** A process that loads servers, one plan after the other. */
export class LoadClient {
  readonly #child;
  #complaint = "";
  /** Takes what the process tells; throws what is wrong with it. */
  #listen: (message: { mark?: Mark; figures?: Figures<Plan> } | Error) => void = () => {};

  constructor(program = built) {
    // Ctrl-C in a terminal is for whoever measures: the load client ends with its standard input.
    const detached = process.platform !== "win32";
    this.#child = spawn(process.execPath, [program], { stdio: ["pipe", "pipe", "pipe"], detached });
    this.#child.stdin.on("error", () => {}); // it has ended, which is told by its exit
    this.#child.stderr.setEncoding("utf8").on("data", (text: string) => {
      this.#complaint = (this.#complaint + text).slice(-4096);
    });
    this.#child.once("close", () => this.#listen(this.#gone()));
    createInterface({ input: this.#child.stdout }).on("line", (line) => this.#listen(JSON.parse(line)));
  }

  /** Its process id; undefined: it could not be started. */
  get pid(): number | undefined {
    return this.#child.pid;
  }

  /**
   * Carries out one plan, and calls `mark` as soon as it has come so far. Throws when the load client fails, or is not
   * done within `withinMs`.
   */
  async drive<P extends Plan>(
    plan: P,
    withinMs: number,
    mark: (mark: Mark) => void = () => {},
  ): Promise<Figures<P>> {
    if (this.#ended) throw this.#gone();
    const timer = new AbortController();
    const done = new Promise<Figures<P>>((resolve, reject) => {
      this.#listen = (message) => {
        if (message instanceof Error) reject(message);
        else if (message.mark !== undefined) mark(message.mark);
        else resolve(message.figures as Figures<P>);
      };
    });
    const late = delay(withinMs, null, { signal: timer.signal }).then(() => {
      throw new Error(`the load client was not done within ${withinMs} ms`);
    });
    late.catch(() => {}); // called off, where it was in time
    this.#tell(plan);
    return Promise.race([done, late]).finally(() => timer.abort());
  }

  /** Says that the server which is loaded is at rest: whoever has no answer by now waits for somebody else to leave. */
  rest(): void {
    this.#tell("rest");
  }

  async end(): Promise<void> {
    if (this.#ended) return;
    const gone = new Promise<void>((resolve) => {
      this.#child.once("close", () => resolve());
    });
    this.#child.stdin.end();
    await gone;
  }

  #tell(message: Message): void {
    this.#child.stdin.write(`${JSON.stringify(message)}\n`);
  }

  get #ended(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  #gone(): Error {
    return new Error(`the load client has ended: ${this.#complaint.trim()}`);
  }
}
