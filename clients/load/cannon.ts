// autocannon, with an eye on each of its connections: its own figures do not tell that one of ten was served and nine starved.

import autocannon from "autocannon";
import type { LoadPlan } from "./plan.js";
import { Tally } from "./tally.js";

const FOR_EVER = 24 * 60 * 60; // seconds

/** What autocannon's type leaves out: it tells when a request goes out, and when a connection has failed. */
interface Gun {
  on(event: "request" | "connError" | "timeout", listener: () => void): void;
  on(event: "response", listener: (status: number, bytes: number, ms: number) => void): void;
}

/** Loads a server over kept connections, until the end of the process. The server must say how long its answers are. */
export function cannon({ endpoint, path, connections }: LoadPlan): Tally {
  const tally = new Tally(connections);
  let guns = 0;
  const setupClient = (client: unknown) => {
    const gun = client as Gun;
    const connection = guns++;
    gun.on("request", () => tally.sent(connection));
    gun.on("response", (status, _, ms) => {
      if (status >= 200 && status < 300) tally.completed(connection, ms);
      else tally.failed(connection);
    });
    gun.on("connError", () => tally.failed(connection));
    gun.on("timeout", () => tally.failed(connection));
  };
  const host = endpoint.address.includes(":") ? `[${endpoint.address}]` : endpoint.address;
  void autocannon({
    url: `http://${host}:${endpoint.port}${path}`,
    connections,
    duration: FOR_EVER,
    timeout: FOR_EVER, // who gets no answer waits to the end, as a browser would
    setupClient,
  });
  return tally;
}
