// The lives of a server: it is started again when it has ended by itself, and it is remembered how it ended.

import type { ServerProgram } from "../../servers.js";
import type { Kernel } from "../kernel/index.js";
import { Observer } from "../observe/observer.js";
import type { Question } from "../observe/question.js";
import { launch, type RunningServer } from "../process/launch.js";
import { NotStarted } from "../process/not-started.js";
import { startWhenFree, type WaitingForPort } from "../process/start.js";
import { ServerEnded, type ServerEnding, seenBy } from "./ending.js";

export class ServerLifecycle {
  /** How it ended, each time that it had to be started again. */
  readonly endings: ServerEnding[] = [];
  readonly #program: ServerProgram;
  readonly #kernel: Kernel;
  readonly #waiting: WaitingForPort;
  readonly #question: Question;
  #server: RunningServer | null = null;
  #waited = false;
  /** Those who have watched it since it was started last. */
  #observers: Observer[] = [];
  /** Once we have ended it: how it had ended by itself until then. */
  #finally: { lastEnding: ServerEnding | null } | null = null;

  /** `waiting`: is told when it can't be started again before its port is free. */
  constructor(
    program: ServerProgram,
    { kernel, waiting }: { kernel: Kernel; waiting: WaitingForPort },
    question: Question,
  ) {
    this.#program = program;
    this.#kernel = kernel;
    this.#waiting = waiting;
    this.#question = question;
  }

  get begun(): boolean {
    return this.#server !== null;
  }

  /** Has anybody asked the server that runs now? */
  get asked(): boolean {
    return this.#observers.length > 0;
  }

  get server(): RunningServer {
    if (this.#server === null) throw new Error(`${this.#program.name} was not started`);
    return this.#server;
  }

  /** Takes over a server that is being started. Throws NotStarted. */
  async begin(start: Promise<RunningServer>): Promise<RunningServer> {
    this.#server = await start;
    return this.#server;
  }

  /** An observer of the running server; of a new one, where the old one has ended. Throws NotStarted, or ServerEnded. */
  async observer(): Promise<Observer> {
    if (this.server.pids().length === 0) {
      await this.server.end();
      this.endings.push(this.#ending());
      this.#server = await this.#startAgain().catch((error: unknown) => {
        // Its own last connections keep the port: that it has ended is worse than that.
        throw error instanceof NotStarted && error.portTaken ? new ServerEnded() : error;
      });
      this.#observers = [];
    }
    const observer = new Observer(this.server, this.#kernel);
    this.#observers.push(observer);
    return observer;
  }

  /** Its own last connections may keep its port for a minute: waited for once, or a run would take an hour. */
  async #startAgain(): Promise<RunningServer> {
    if (this.#waited) return launch(this.#program, this.#kernel);
    const server = await startWhenFree(this.#program, this.#kernel, this.#waiting);
    this.#waited = server.waitedForPort !== undefined;
    return server;
  }

  /** How it ended by itself last, also if that was just now; null: it never did. */
  get lastEnding(): ServerEnding | null {
    if (this.#finally !== null) return this.#finally.lastEnding;
    const gone = this.#server !== null && this.#server.pids().length === 0;
    return gone ? this.#ending() : (this.endings.at(-1) ?? null);
  }

  /** Ends it, however it is. */
  async end(): Promise<void> {
    this.#finally ??= { lastEnding: this.lastEnding };
    await this.#server?.end();
  }

  /** How the server ended that is no more. */
  #ending(): ServerEnding {
    const watched = this.#observers.filter(({ following }) => following.clients.length > 0);
    const last = this.#observers.at(-1);
    // A load, or a crowd, is not watched client by client.
    const seen =
      last && watched.includes(last)
        ? seenBy(last, watched.length > 1)
        : { when: "unknown" as const, client: null };
    const { server } = this;
    return { ...seen, how: server.ended(), output: server.output(), missing: this.#question.missing };
  }
}
