// A crowd as it comes out of the lab, for tests.

import type { CrowdResult, ServerResult } from "../result.js";

/** A server of which so many are served at once, each for as long as it stays. */
export function crowded(server: ServerResult, atOnce: number): ServerResult {
  const sizes = [1, 10, 20, 1000].flatMap((clients) => [10, 0].map((stayMs) => ({ clients, stayMs })));
  return {
    ...server,
    crowd: sizes.map(({ clients, stayMs }): CrowdResult => {
      const waitsMs = Array.from({ length: clients }, (_, at) => 1 + stayMs * Math.floor(at / atOnce));
      const last = waitsMs.at(-1)!;
      return {
        clients,
        stayMs,
        rounds: 3,
        answered: clients,
        lost: 0,
        wrong: 0,
        otherStatus: null,
        waiting: 0,
        waitMs: {
          first: 1,
          p50: waitsMs[Math.floor(clients / 2)]!,
          p90: waitsMs[Math.floor(clients * 0.9)]!,
          last,
        },
        lastMsLow: last,
        lastMsHigh: last + 3,
        ...(clients <= 100 && { waitsMs }),
        atOnce: Math.min(clients, atOnce),
        turnedAway: 0,
        arrivalMs: 5,
        elapsedMs: last + stayMs,
        limitMs: 20_000,
        generatorCpuMs: 3,
      };
    }),
  };
}
