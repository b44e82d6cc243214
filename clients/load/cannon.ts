// autocannon, with an eye on each of its connections: its own figures do not tell that one of ten was served and nine starved.

import autocannon from "autocannon";
import { Model } from "./bodies.js";
import { type Gun, WatchedGun } from "./gun.js";
import type { Running } from "./measure.js";
import type { LoadPlan } from "./plan.js";
import { Tally } from "./tally.js";

const FOR_EVER = 24 * 60 * 60; // seconds

/** Loads a server over kept connections, until it is stopped. The server must say how long its answers are. */
export function cannon({ endpoint, path, connections, timeoutMs, expected }: LoadPlan): Running {
  const tally = new Tally(connections);
  const model = new Model(expected);
  const guns: WatchedGun[] = [];
  const setupClient = (client: unknown) => {
    guns.push(new WatchedGun(client as Gun, guns.length, tally, model));
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
      for (const gun of guns) gun.letGo();
    },
    async stop() {
      for (const gun of guns) gun.destroy();
      (running as unknown as { stop(): void }).stop(); // it looks whether it is stopped once a second, and is not waited for
    },
  };
}
