// A slow client as it comes out of the lab, for tests.

import type { LoadResult, ServerResult, SlowClientResult } from "../result.js";
import { loaded } from "../sample.test-data.js";

/** A server at which so much of the throughput is left beside a slow client. */
export function slowed(server: ServerResult, left: number): ServerResult {
  const alone = loaded(server, 10).load![5]!;
  const beside: LoadResult = {
    ...alone,
    served: left === 0 ? 0 : alone.served,
    requestsPerSecond: left * alone.requestsPerSecond,
    latencyUs: left === 0 ? null : alone.latencyUs,
    eachRound: alone.eachRound.map((round) => ({
      ...round,
      requestsPerSecond: left * round.requestsPerSecond,
    })),
  };
  const evidence = { accepted: true, unreadBytes: 0, unsentBytes: 0, waitsFor: "bytes" as const };
  const all: SlowClientResult[] = [
    { slow: "none", load: alone, evidence: null },
    { slow: "sends", load: beside, evidence },
    { slow: "reads", load: null, why: "not large", evidence: null },
  ];
  return { ...server, clients: [], eachTrial: [], report: null, slowClient: all };
}
