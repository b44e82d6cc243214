// What the load client is told, and what it tells.

import type { Endpoint } from "../client.js";
import type { CapacityFigures, CapacityPlan, ScheduleFigures, SchedulePlan } from "./open-plan.js";

export type { CapacityFigures, CapacityPlan, ScheduleFigures, SchedulePlan } from "./open-plan.js";

/** Whom to ask for what. */
export interface Target {
  endpoint: Endpoint;
  path: string;
  /** How many bytes a whole body has, where the server does not say so: nothing else tells the end of an answer. */
  bytes: number | null;
  /** How many bytes the body has that a client gets which is alone; null: not always as many. */
  expected: number | null;
}

/** As many requests as are answered, from so many connections. */
export interface LoadPlan extends Target {
  kind: "load";
  connections: number;
  /** Are connections kept, or made anew for each request? */
  kept: boolean;
  seconds: number;
  /** Will it be told when the server is at rest? Otherwise only time can tell that no other connection will be served. */
  told: boolean;
  /** A request without an answer for so long has timed out: it is given up, on a new connection. */
  timeoutMs: number;
}

/**
 * Why a request has failed. lost: the connection broke, or ended before the answer did; wrong: another body than a lone
 * client's, by its length, or no HTTP.
 */
export const FAILURES = ["lost", "timedOut", "not2xx", "wrong"] as const;
export type Failure = (typeof FAILURES)[number];

export interface LoadFigures {
  driver: "autocannon" | "own";
  elapsedMs: number;
  /** sent = completed + failed + inFlight */
  sent: number;
  completed: number;
  failed: number;
  /** The failed ones by reason. */
  failures: Record<Failure, number>;
  inFlight: number;
  /** The status that most of those had which had another than 2xx; null: none had. */
  otherStatus: number | null;
  /** Of the completed ones, how many had a body of the right length that was not like the first. */
  otherBodies: number;
  /** Answers that nobody had asked for, which are counted nowhere else. */
  unasked: number;
  /** From the request to the end of its answer, of the completed ones; null: none was. */
  latencyUs: { p50: number; p90: number; p99: number; max: number } | null;
  /** The same at more percentiles, for a curve. */
  distribution: { percentile: number; us: number }[];
  /** How many requests were completed on each connection, or by each visitor where connections are not kept. */
  perConnection: number[];
  /** How many connections had no answer at all, of whatever status, since they were made. */
  starved: number;
  /** How many were connected only when their system had tried again, or not at all: the accept queue was full. */
  turnedAway: number;
  /** Processor time that the load client itself took. */
  generatorCpuMs: number;
}

/** So many clients who all connect at once, ask once, and leave so long after their answer. */
export interface CrowdPlan extends Target {
  kind: "crowd";
  clients: number;
  stayMs: number;
  /** Who has no answer by then is not waited for. */
  limitMs: number;
}

/** One client of a crowd, in milliseconds since the crowd began to come; null: it never came to that. */
export interface CrowdLife {
  /** When it called connect. */
  startMs: number;
  connectedMs: number | null;
  firstByteMs: number | null;
  leftMs: number | null;
  /** lost: its connection was refused or broke; wrong: it got no whole 2xx answer of the expected length; waiting: it had none when the time was up. */
  fate: "answered" | "lost" | "wrong" | "waiting";
  /** Of its answer; null: it had none. */
  status: number | null;
}

export interface CrowdFigures {
  lives: CrowdLife[];
  elapsedMs: number;
  generatorCpuMs: number;
}

export type Plan = LoadPlan | CrowdPlan | SchedulePlan | CapacityPlan;

/** asked: every connection is made, and has sent its first request. begin, end: between these it counts. */
export type Mark = "asked" | "begin" | "end";

/** What the load client is told. rest: the server which it loads is at rest. */
export type Message = Plan | "rest";

/** What the load client tells of each kind of plan. */
interface Told {
  load: LoadFigures;
  crowd: CrowdFigures;
  schedule: ScheduleFigures;
  capacity: CapacityFigures;
}

export type Figures<P extends Plan> = Told[P["kind"]];
