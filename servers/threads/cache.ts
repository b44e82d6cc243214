// A thread per connection, without starting one per connection: finished threads are kept for the next client, and a
// few spare ones wait, because a Worker takes some 25 ms to start. MySQL's thread cache does the same.

import { availableParallelism } from "node:os";
import { setImmediate as tick } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { endAtOnce } from "../ending.js";
import { Log } from "../log.js";
import type { Settings } from "../service.js";
import { descriptorLimit } from "../sockets/calls.js";
import type { Connection } from "../sockets/tcp.js";
import { threadFile } from "./file.js";
import { Handover, type ThreadData } from "./handover.js";

/** Threads that are started with the server, before anybody has come. */
const FIRST = 3;
/** So many always wait for the next client, unless the ceiling forbids it. */
const SPARE = 1;
/** So many may start at once: fifty, because fifty clients came, would keep each other and those that serve waiting. */
const STARTING = availableParallelism();
/** So many are kept when their clients have left. */
const CACHED = 16;
/**
 * When there have been more for so long, they end. Were they to end at once, a crowd whose clients come and go would have the
 * server start and end threads all the time, and each start costs as much as a hundred answers.
 */
const IDLE_MS = 2000;
/** What a thread takes of the process's descriptors while it starts and serves, and what all else does. */
const DESCRIPTORS = { thread: 6, others: 40 };
/** A turn of the event loop costs as much as handing over a client. */
const TURN_EVERY_MS = 50;

export class ThreadCache {
  readonly #settings: Settings;
  /** The ceiling: as many threads as were allowed, or as the system has descriptors for. */
  readonly #most: number;
  readonly #handover: Handover;
  readonly #log: Log;
  #atCeiling = false;
  #turned = 0;

  constructor(settings: Settings) {
    this.#settings = settings;
    this.#log = new Log(settings.lang);
    const enough = Math.floor((descriptorLimit() - DESCRIPTORS.others) / DESCRIPTORS.thread);
    this.#most = Math.max(1, Math.min(settings.maxThreads, enough));
    this.#handover = new Handover(this.#most, CACHED, IDLE_MS);
    this.#keepSpare(FIRST, FIRST);
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
    const full = busy === this.#most;
    if (full && !this.#atCeiling) this.#log.threads(busy, busy < this.#settings.maxThreads);
    this.#atCeiling = full;
    this.#handover.awaitFree();
  }

  /** Hands a connection to a free thread. */
  serve(connection: Connection): void {
    this.#handover.give(connection);
    this.#keepSpare();
  }

  #keepSpare(spare = SPARE, atOnce = STARTING): void {
    for (;;) {
      const { threads, starting, busy } = this.#handover.count();
      const free = threads - starting - busy;
      if (threads >= this.#most || free >= spare || starting >= atOnce) return;
      this.#start();
    }
  }

  #start(): void {
    const data: ThreadData = { settings: this.#settings, handover: this.#handover.shared };
    this.#handover.starts();
    const thread = new Worker(threadFile("thread"), { workerData: data });
    thread.unref();
    thread.on("error", endAtOnce); // a bug of ours: a thread catches whatever a client can cause
  }
}
