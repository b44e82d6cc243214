// What the scenarios load and two-connections measure.

/** One load of one server. sent = completed + failed + inFlight. */
export interface LoadRound {
  requestsPerSecond: number;
  /** From the request to the end of its answer, in microseconds; null: none was answered. */
  latencyUs: { p50: number; p90: number; p99: number; max: number } | null;
  /**
   * How many connections were served: got at least one right answer; and how many got none at all, not even a wrong one,
   * since they were made. How many right answers the worst and the best off got.
   */
  served: number;
  starved: number;
  leastServed: number;
  mostServed: number;
  /** Jain's index of the answers per connection: 1 all alike, 1/n one got everything; null: nobody got any. */
  fairness: number | null;
  sent: number;
  completed: number;
  failed: number;
  /**
   * The failed ones by reason: the connection broke, no answer came in time, an answer had another status than 2xx, or
   * another body than a lone client's, by its length.
   */
  failures: { lost: number; timedOut: number; not2xx: number; wrong: number };
  /** The status that most of those had which had another than 2xx; null: none had. */
  otherStatus: number | null;
  inFlight: number;
  /** Of the completed ones, how many had a body of the right length that was not like the first one. */
  otherBodies: number;
  /** Answers that nobody had asked for: they count nowhere else. */
  unasked: number;
  /** The server ended meanwhile. */
  ended: boolean;
  /** How many clients the full accept queue had turned away: they were connected a second later, or not at all. */
  turnedAway: number;
  elapsedMs: number;
  /** Processor time of the load client, of the server, and of everything else on the machine; null: this system can't say. */
  generatorCpuMs: number;
  serverCpuMs: number | null;
  othersCpuMs: number | null;
}

/** A server under as many requests as it answers. The figures are those of the round with the median throughput. */
export interface LoadResult extends LoadRound {
  connections: number;
  /** Were the connections kept, or made anew for each request? */
  kept: boolean;
  /** Who loaded it: autocannon, or our own client, where autocannon can count no answers. */
  driver: "autocannon" | "own";
  rounds: number;
  /** The range of the rounds; `requestsPerSecond` is their median. */
  requestsPerSecondLow: number;
  requestsPerSecondHigh: number;
  /** Of that round: how long so many percent of the requests took at the most. */
  distribution: { percentile: number; us: number }[];
  eachRound: LoadRound[];
}

/** The course report's question asked of autocannon: what became of one connection, or two, at one of its servers. */
export interface LoadObservation {
  server: "single" | "multi";
  connections: number;
  /** How many of them should be served, by the server's model. */
  expected: number;
  /** Who loaded it, how many were served, and how fast; null: it could not be tried. */
  driver: LoadResult["driver"] | null;
  served: number | null;
  requestsPerSecond: number | null;
  asExpected: boolean | null;
  /** Why it could not be tried, in the user's language. */
  why?: string;
  /** The result that proves it: its path beside this one without `.json`, `.html` …. */
  evidence: string;
}
