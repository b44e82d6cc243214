// The plans for requests that do not wait for one another: a schedule, and what it is measured by.

import type { Moments } from "./latencies.js";
import type { Failure, Target } from "./plan.js";

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
  /** How the first request failed on those that it does not serve, where it failed at all. */
  firstFailures: Record<Failure, number>;
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
  /** How late the load client saw that a planned moment had come: so much of a wait may be its own. */
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
  firstFailures: Record<Failure, number>;
  completed: number;
  failed: number;
  perSecond: number;
  latencyUs: Moments | null;
  elapsedMs: number;
  generatorCpuMs: number;
}
