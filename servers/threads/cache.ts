// A thread per connection, without starting one per connection: finished threads are kept for the next client, and a
// few spare ones wait, because a Worker takes some 25 ms to start. MySQL's thread cache does the same.

import { setImmediate as tick } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { endAtOnce } from "../ending.js";
import { Log } from "../log.js";
import type { Settings } from "../service.js";
import type { Connection } from "../sockets/tcp.js";
import { Handover, type ThreadData } from "./handover.js";

/** Threads that are started with the server, before anybody has come. */
const FIRST = 3;
/** So many always wait for the next client, unless the ceiling forbids it. */
const SPARE = 1;
/** So many at the most are kept when their clients have left. */
const CACHED = 16;
/** A turn of the event loop costs as much as handing over a client. */
const TURN_EVERY_MS = 50;

export class ThreadCache {
  readonly #settings: Settings;
  readonly #handover: Handover;
  readonly #log: Log;
  #atCeiling = false;
  #turned = 0;

  constructor(settings: Settings) {
    this.#settings = settings;
    this.#log = new Log(settings.lang);
    this.#handover = new Handover(settings.maxThreads, CACHED);
    this.#keepSpare(FIRST);
  }

  /** Waits until a thread is free for the next client: at once, unless every thread up to the ceiling is busy. */
  async oneFree(): Promise<void> {
    // A loop that blocks in accept never turns by itself. Now and then it must: to bury the threads that have ended.
    if (performance.now() - this.#turned > TURN_EVERY_MS) {
      await tick();
      this.#turned = performance.now();
    }
    this.#keepSpare();
    const { busy } = this.#handover.count();
    const full = busy === this.#settings.maxThreads;
    if (full && !this.#atCeiling) this.#log.threads(busy);
    this.#atCeiling = full;
    this.#handover.awaitFree();
  }

  /** Hands a connection to a free thread. */
  serve(connection: Connection): void {
    this.#handover.give(connection);
    this.#keepSpare();
  }

  #keepSpare(spare = SPARE): void {
    let { threads, busy } = this.#handover.count();
    while (threads < this.#settings.maxThreads && threads - busy < spare) {
      this.#start();
      ({ threads, busy } = this.#handover.count());
    }
  }

  #start(): void {
    const data: ThreadData = { settings: this.#settings, handover: this.#handover.shared };
    const thread = new Worker(new URL("./thread.js", import.meta.url), { workerData: data });
    this.#handover.threadStarted();
    thread.unref();
    thread.on("error", endAtOnce); // a bug of ours: a thread catches whatever a client can cause
  }
}
