// What the load client is told, and what it tells.

import type { Endpoint } from "../client.js";
import type { Moments } from "./latencies.js";

/** Whom to ask for what. */
export interface Target {
  endpoint: Endpoint;
  path: string;
  /** How many bytes a whole body has, where the server does not say so: nothing else tells the end of an answer. */
  bytes: number | null;
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

/** Why a request has failed. lost: the connection broke, or ended before the answer did. */
export type Failure = "lost" | "timedOut" | "not2xx";

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
  /** From the request to the end of its answer, of the completed ones; null: none was. */
  latencyUs: { p50: number; p90: number; p99: number; max: number } | null;
  /** The same at more percentiles, for a curve. */
  distribution: { percentile: number; us: number }[];
  /** How many requests were completed on each connection, or by each visitor where connections are not kept. */
  perConnection: number[];
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
  /** lost: its connection was refused or broke; wrong: it got no whole 2xx answer; waiting: it had none when the time was up. */
  fate: "answered" | "lost" | "wrong" | "waiting";
}

export interface CrowdFigures {
  lives: CrowdLife[];
  elapsedMs: number;
  generatorCpuMs: number;
}

/** Requests at a fixed rate, at moments that are planned beforehand, over those of so many connections that are served. */
export interface SchedulePlan extends Target {
  kind: "schedule";
  connections: number;
  perSecond: number;
  seconds: number;
  told: boolean;
}

export interface ScheduleFigures {
  /** Over how many connections they went: those of the plan that the server serves at all. */
  lines: number;
  /** planned = completed + failed + unfinished */
  planned: number;
  completed: number;
  failed: number;
  failures: Record<Failure, number>;
  /** Not answered even when the server had had three times as much time again as the schedule took. */
  unfinished: number;
  /** Not answered when the schedule ended. */
  backlogAtEnd: number;
  /** While the schedule went on. */
  answeredPerSecond: number;
  /** How many had been planned and not answered, on the average over the time of the schedule. */
  inSystem: number;
  /** From the planned moment, and from the moment of sending, to the end of the answer; null: none was answered. */
  fromPlanUs: Moments | null;
  fromSendUs: Moments | null;
  /** How late those were sent for which a connection was free: the load client's own fault. */
  lateUs: Moments | null;
  /** From the planned moment. */
  distribution: { percentile: number; us: number }[];
  /** How long the schedule was, and how long it took until everything was answered or given up. */
  elapsedMs: number;
  tookMs: number;
  generatorCpuMs: number;
}

/** As fast as answers come, over those of so many connections that are served: what a schedule is measured by. */
export interface CapacityPlan extends Target {
  kind: "capacity";
  connections: number;
  seconds: number;
  told: boolean;
}

export interface CapacityFigures {
  lines: number;
  completed: number;
  failed: number;
  perSecond: number;
  latencyUs: Moments | null;
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
