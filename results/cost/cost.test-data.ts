// What connections cost, as it comes out of the lab, for tests.

import type { ServerResult } from "../result.js";

const MIB = 2 ** 20;

/** A server that holds so many at the most, each with a thread of so much memory, or with nothing. */
export function costly(server: ServerResult, most: number, perThread: number): ServerResult {
  return {
    ...server,
    clients: [],
    eachTrial: [],
    report: null,
    cost: [0, 10, 100].flatMap((connections) => {
      const held = Math.min(most, connections);
      if (connections > 10 && most < 10) return [];
      return [
        {
          connections,
          held,
          threads: 11 + (perThread > 0 ? held : 0),
          processes: 1,
          memory: { kind: "pss" as const, bytes: 16 * MIB + held * perThread },
          contextSwitches: 3 * held,
          firstByteMs:
            held < connections
              ? null
              : { median: 0.5 + connections / 100, low: 0.4, high: 1.2 + connections / 50 },
        },
      ];
    }),
  };
}
