// autocannon, with an eye on each of its connections: its own figures do not tell that one of ten was served and nine starved.

import type { Socket } from "node:net";
import autocannon from "autocannon";
import type { Running } from "./measure.js";
import type { LoadPlan } from "./plan.js";
import { Tally } from "./tally.js";

const FOR_EVER = 24 * 60 * 60; // seconds

/** What autocannon's type leaves out: its socket, and that it tells when a request goes out and a connection has failed. */
interface Gun {
  conn: Socket;
  destroy(): void;
  on(event: "request" | "connError" | "timeout", listener: () => void): void;
  on(event: "response", listener: (status: number, bytes: number, ms: number) => void): void;
}

/** Loads a server over kept connections, until it is stopped. The server must say how long its answers are. */
export function cannon({ endpoint, path, connections, timeoutMs }: LoadPlan): Running {
  const tally = new Tally(connections);
  const guns: Gun[] = [];
  let held = true;
  const setupClient = (client: unknown) => {
    const gun = client as Gun;
    const connection = guns.push(gun) - 1;
    let socket: Socket | null = null;
    gun.on("request", () => {
      tally.sent(connection);
      if (gun.conn === socket) return;
      socket = gun.conn;
      tally.connecting(connection);
      socket.once("connect", () => tally.connected(connection));
    });
    gun.on("response", (status, _, ms) => {
      if (held) gun.conn.pause(); // its next request is on its way, and waits for its answer to be read
      if (status >= 200 && status < 300) tally.completed(connection, ms);
      else tally.failed(connection, "not2xx");
    });
    gun.on("connError", () => tally.failed(connection, "lost"));
    gun.on("timeout", () => tally.lostInTime()); // told after the next request went out on a new connection
  };
  const host = endpoint.address.includes(":") ? `[${endpoint.address}]` : endpoint.address;
  const running = autocannon({
    url: `http://${host}:${endpoint.port}${path}`,
    connections,
    duration: FOR_EVER,
    timeout: timeoutMs / 1000,
    setupClient,
  });
  return {
    driver: "autocannon",
    tally,
    letGo() {
      held = false;
      for (const { conn } of guns) conn.resume();
    },
    async stop() {
      for (const gun of guns) gun.destroy();
      (running as unknown as { stop(): void }).stop(); // it looks whether it is stopped once a second, and is not waited for
    },
  };
}
