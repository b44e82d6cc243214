// What the scenario load measures.

/**
 * A server under as many requests as it answers. The figures are those of the round with the median throughput;
 * sent = completed + failed + inFlight.
 */
export interface LoadResult {
  connections: number;
  /** Were the connections kept, or made anew for each request? */
  kept: boolean;
  /** Who loaded it: autocannon, or our own client, where autocannon can count no answers. */
  driver: "autocannon" | "own";
  rounds: number;
  /** The median of the rounds, and their range. */
  requestsPerSecond: number;
  requestsPerSecondLow: number;
  requestsPerSecondHigh: number;
  /** From the request to the end of its answer, in microseconds; null: none was answered. */
  latencyUs: { p50: number; p90: number; p99: number; max: number } | null;
  /** How many connections got at least one answer, and how many none; how many answers the worst and the best off got. */
  served: number;
  starved: number;
  leastServed: number;
  mostServed: number;
  /** Jain's index of the answers per connection: 1 all alike, 1/n one got everything; null: nobody got any. */
  fairness: number | null;
  sent: number;
  completed: number;
  failed: number;
  inFlight: number;
  elapsedMs: number;
  generatorCpuMs: number;
  serverCpuMs: number | null;
}
