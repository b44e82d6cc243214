// What each thread of the cache does: take a connection, serve it until the client leaves, again.

import { workerData } from "node:worker_threads";
import { openService, serve } from "../service.js";
import { Handover, type ThreadData } from "./handover.js";

const { settings, handover: shared } = workerData as ThreadData;
const service = openService(settings);
const handover = new Handover(shared);
handover.started();

for (let connection = handover.take(); connection !== null; connection = handover.take()) {
  serve(connection, service);
  handover.done();
}
