// The load client: as many requests as a server answers, from several connections, for a stated time. autocannon, on loopback only.

import autocannon from "autocannon";
import type { Endpoint } from "./client.js";

export interface Load {
  path: string;
  connections: number;
  seconds: number;
  /** Requests until a connection is closed and made anew; null: connections are kept. */
  requestsPerConnection: number | null;
}

export interface LoadResult {
  requestsPerSecond: number;
  completed: number;
  /** Connections that were lost, time-outs, and answers that were not 2xx: a figure with any of these is worth nothing. */
  errors: number;
}

/** Loads one server. It must send Content-Length: without it autocannon completes nothing and reports no error. */
export async function load(endpoint: Endpoint, plan: Load): Promise<LoadResult> {
  const result = await autocannon({
    url: `http://${endpoint.address}:${endpoint.port}${plan.path}`,
    connections: plan.connections,
    duration: plan.seconds,
    ...(plan.requestsPerConnection !== null && { reconnectRate: plan.requestsPerConnection }),
  });
  const completed = result["2xx"];
  return {
    requestsPerSecond: completed / result.duration,
    completed,
    errors: result.errors + result.timeouts + result.non2xx,
  };
}
