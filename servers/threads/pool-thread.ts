// One thread of a prethreaded server: takes over the listening socket by its number, and works until it is ended.

import { workerData } from "node:worker_threads";
import { work } from "../pool.js";
import { Listener } from "../sockets/tcp.js";
import type { PoolThreadData } from "./start.js";

const { settings, socket } = workerData as PoolThreadData;
work(settings, new Listener(socket));
