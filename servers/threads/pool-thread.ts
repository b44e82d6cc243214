// One thread of a prethreaded server: takes over the listening socket by its number, and works until it is ended.

import { workerData } from "node:worker_threads";
import { work } from "../pool.js";
import { Listener } from "../sockets/tcp.js";
import type { PoolThreadData } from "./start.js";

const { settings, socket, ready } = workerData as PoolThreadData;
// Clients may use up the process's descriptors, and a thread that is still loading needs some: nobody accepts before all are ready.
Atomics.add(ready, 0, 1);
Atomics.notify(ready, 0);
for (let count = Atomics.load(ready, 0); count < settings.threads; count = Atomics.load(ready, 0))
  Atomics.wait(ready, 0, count);
work(settings, new Listener(socket));
