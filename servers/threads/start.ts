// Starts the threads of a prethreaded server. The listening socket is the process's, so a thread needs only its number.

import { Worker } from "node:worker_threads";
import { endAtOnce } from "../ending.js";
import type { Settings } from "../service.js";
import type { Socket } from "../sockets/calls.js";
import type { Listener } from "../sockets/tcp.js";
import { threadFile } from "./file.js";

/** What a thread of the pool is given when it starts. */
export interface PoolThreadData {
  settings: Settings;
  socket: Socket;
  /** How many threads have loaded what they need. */
  ready: Int32Array;
}

/** Starts them, and never resolves: from now on the main thread has nothing to do. */
export function startThreads(settings: Settings, { socket }: Listener): Promise<never> {
  const data: PoolThreadData = { settings, socket, ready: new Int32Array(new SharedArrayBuffer(4)) };
  for (let count = 0; count < settings.threads; count++) {
    const thread = new Worker(threadFile("pool-thread"), { workerData: data });
    thread.on("error", endAtOnce); // a bug of ours: a thread catches whatever a client can cause
  }
  return new Promise(() => {});
}
