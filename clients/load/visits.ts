// Our own load: for what autocannon can't count. It counts no answer after which it connects anew, and none whose length
// the server does not say.

import { connect } from "node:net";
import { ResponseReader } from "../response.js";
import { get } from "../tcp.js";
import type { LoadPlan } from "./plan.js";
import { Tally } from "./tally.js";

/** Each visitor asks again and again, over one connection or over a new one each time, until the end of the process. */
export function visits(plan: LoadPlan): Tally {
  const tally = new Tally(plan.connections);
  const visitor = async (number: number) => {
    for (;;) await visit(number, plan, tally);
  };
  for (let number = 0; number < plan.connections; number++) void visitor(number);
  return tally;
}

/** One connection, from its connect to its end. */
function visit(number: number, plan: LoadPlan, tally: Tally): Promise<void> {
  const { endpoint, path, kept, bytes } = plan;
  return new Promise((resolve) => {
    const reader = new ResponseReader(false);
    const request = get(path, endpoint).replace(/\r\n$/, kept ? "\r\n" : "Connection: close\r\n\r\n");
    const socket = connect({ host: endpoint.address, port: endpoint.port, noDelay: true });
    let start = performance.now();
    let waiting = true;
    const look = () => {
      const { response } = reader;
      if (!waiting || response === null || !(response.complete || response.bytes === bytes)) return;
      waiting = false;
      if (response.status >= 200 && response.status < 300) tally.completed(number, performance.now() - start);
      else tally.failed(number);
      if (!kept || response.framing === "close") return void socket.end();
      reader.next();
      start = performance.now();
      waiting = true;
      tally.sent(number);
      socket.write(request);
    };
    tally.sent(number);
    socket.on("connect", () => socket.write(request));
    socket.on("data", (data) => {
      reader.push(data);
      look();
    });
    socket.on("end", () => {
      reader.end();
      look();
    });
    socket.on("error", () => socket.destroy());
    socket.on("close", () => {
      tally.failed(number); // nothing, where its answer has come
      resolve();
    });
  });
}
