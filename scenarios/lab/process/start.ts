// Starts a server, and waits for its port where only connections keep it that linger there: a minute, on Linux.

import { setTimeout as delay } from "node:timers/promises";
import type { ServerProgram } from "../../servers.js";
import type { Kernel } from "../kernel/index.js";
import { launch, type RunningServer } from "./launch.js";
import { NotStarted } from "./not-started.js";
import { onlyLingers, portOwners } from "./port-owners.js";

/** TIME_WAIT lasts 60 s (Linux include/net/tcp.h, TCP_TIMEWAIT_LEN). */
const LONGEST_WAIT_SECONDS = 65;
const LOOK_EVERY_MS = 500;

/** Is told for which ports a server waits, and for how many seconds at the most. */
export type WaitingForPort = (server: string, ports: readonly number[], seconds: number) => void;

/**
 * Starts it, again when its port is free. Throws NotStarted, which says who keeps the port if it is taken by somebody who
 * listens there, or is still not free.
 */
export async function startWhenFree(
  program: ServerProgram,
  kernel: Kernel,
  waiting: WaitingForPort,
  seconds = LONGEST_WAIT_SECONDS,
): Promise<RunningServer> {
  let start = 0;
  for (;;) {
    try {
      const server = await launch(program, kernel);
      return start === 0 ? server : { ...server, waitedForPort: server.endpoint.port };
    } catch (error) {
      if (!(error instanceof NotStarted && error.portTaken)) throw error;
      error.portOwners = portOwners(program, kernel);
      const ports = error.portOwners.map(({ port }) => port);
      if (ports.length === 0 || !error.portOwners.every(onlyLingers)) throw error;
      if (start === 0) {
        start = performance.now();
        waiting(program.name, ports, seconds);
      }
      // It may want any of them: it is tried again as soon as one is free.
      const allLinger = () => {
        const now = portOwners(program, kernel).filter(onlyLingers);
        return ports.every((port) => now.some((one) => one.port === port));
      };
      while (allLinger()) {
        if (performance.now() > start + seconds * 1000) throw error;
        await delay(LOOK_EVERY_MS);
      }
    }
  }
}
