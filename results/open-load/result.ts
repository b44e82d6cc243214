// What the scenario open-load measures.

/** Latencies in microseconds. */
export interface Latencies {
  mean: number;
  p50: number;
  p90: number;
  p99: number;
  max: number;
}

/** What a server can do, measured at once before the schedules of the same round. */
export interface Capacity {
  /** Of the connections that were opened, so many are served at all; the requests go over these. */
  lines: number;
  /** The most answers in a second, over all of them. */
  perSecond: number;
  /** How long a request takes that is alone, and how much that varies: standard deviation by mean. */
  serviceUs: number;
  variation: number;
}

/** What follows from the measured capacity and service time, before anything was seen. */
export interface Prediction {
  /**
   * D/G/1: planned below the capacity. Requests come at fixed intervals to one server that takes 1/capacity for each, with
   * the measured variation (Kingman's formula). fluid: planned above it. What comes in and is not answered piles up.
   * none: planned at the capacity, where no steady state exists.
   */
  model: "D/G/1" | "fluid" | "none";
  /** The mean latency from the planned moment; null: the model has none. */
  meanUs: number | null;
}

/** One schedule at one server. planned = completed + failed + unfinished. */
export interface OpenLoadRound {
  capacity: Capacity;
  plannedPerSecond: number;
  /** While the schedule went on. */
  answeredPerSecond: number;
  planned: number;
  completed: number;
  failed: number;
  failures: { lost: number; timedOut: number; not2xx: number; wrong: number };
  /** Not answered even in three times as much time again as the schedule took. */
  unfinished: number;
  /** Not answered when the schedule ended. */
  backlogAtEnd: number;
  /** How many were planned and not answered, on the average over the time of the schedule. */
  inSystem: number;
  /** From the planned moment, and from the moment of sending, to the end of the answer; null: none was answered. */
  fromPlanUs: Latencies | null;
  fromSendUs: Latencies | null;
  /** The mean latency that Little's law makes of `inSystem` and the rate; null: nothing was planned. */
  littleUs: number | null;
  predicted: Prediction;
  /** How late the load client saw that a planned moment had come: so much of a wait may be its own. */
  lateUs: Latencies | null;
  /** How long the schedule was, and how long it took until everything was answered or given up. */
  elapsedMs: number;
  tookMs: number;
  /** Processor time in that time: of the load client, of the server, of everything else; null: this system can't say. */
  generatorCpuMs: number;
  serverCpuMs: number | null;
  othersCpuMs: number | null;
}

/** The figures are those of the round in which the server's capacity was the median of all rounds. */
export interface OpenLoadResult extends OpenLoadRound {
  /** How much was planned, in percent of the server's own capacity. */
  percent: number;
  rounds: number;
  /** Does its queue grow for as long as the schedule goes on? */
  saturated: boolean;
  /** The mean latency from the planned moment, least and greatest of all rounds; null: in one of them none was answered. */
  meanUsRange: { low: number; high: number } | null;
  /** From the planned moment: how long so many percent of the requests took at the most. */
  distribution: { percentile: number; us: number }[];
  eachRound: OpenLoadRound[];
}
