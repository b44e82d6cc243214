// When a client's system sends its first packet (SYN) again, because it met a full accept queue and was dropped. The client is
// told nothing of it: its kernel is asked.

import { setTimeout as delay } from "node:timers/promises";
import type { TcpClient } from "../../../clients/tcp.js";
import type { End } from "../kernel/index.js";
import type { Observer } from "./observer.js";

const LOOK_EVERY_MS = 2;
/** A retry that is let in may be seen just before the client hears that it is connected. */
const SAME_MS = 50;

/** Its own end, which a client that is still connecting does not know: the one that nobody else has. null: can't be said. */
export function endOf(observer: Observer, others: readonly End[]): End | null {
  const { kernel, server } = observer;
  const connecting = observer
    .ends()
    .filter((end) => kernel.connection(end, server.endpoint)?.state === "SYN_SENT");
  return connecting.find(({ port }) => !others.some((other) => other.port === port)) ?? null;
}

/**
 * Resolves, when the client is connected or gone, with the moments of its retries in milliseconds since its connect: those
 * that its kernel counts, and the one that was let in.
 */
export async function synRetries(client: TcpClient, end: End | null, observer: Observer): Promise<number[]> {
  const { kernel, server } = observer;
  const retries: number[] = [];
  while (client.times.connectedMs === null && client.ending === null) {
    const own = end && kernel.connection(end, server.endpoint);
    if (own?.state === "SYN_SENT" && own.retransmits > retries.length) {
      retries.push(performance.now() - client.startedAt);
    }
    await delay(LOOK_EVERY_MS);
  }
  const { connectedMs } = client.times;
  if (connectedMs !== null && connectedMs - (retries.at(-1) ?? 0) > SAME_MS) retries.push(connectedMs);
  return retries;
}
