// What the load client is told, and what it tells.

import type { Endpoint } from "../client.js";

export interface LoadPlan {
  endpoint: Endpoint;
  path: string;
  connections: number;
  /** Are connections kept, or made anew for each request? */
  kept: boolean;
  seconds: number;
  /** How many bytes a whole body has, where the server does not say so: then autocannon would never see the end of an answer. */
  bytes: number | null;
}

export interface LoadFigures {
  driver: "autocannon" | "own";
  elapsedMs: number;
  /** sent = completed + failed + inFlight */
  sent: number;
  completed: number;
  /** Lost, or answered with another status than 2xx. */
  failed: number;
  inFlight: number;
  /** From the request to the end of its answer, of the completed ones; null: none was. */
  latencyUs: { p50: number; p90: number; p99: number; max: number } | null;
  /** How many requests were completed on each connection, or by each visitor where connections are not kept. */
  perConnection: number[];
  /** Processor time that the load client itself took. */
  generatorCpuMs: number;
}
