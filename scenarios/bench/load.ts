// The bench's load: wrk, where it is installed, else our own; every answer must be the page, whole.

import { LoadClient } from "../../clients/load/drive.js";
import { type WrkPlan, wrk } from "../../clients/load/wrk.js";
import type { RunningServer } from "../lab/process/launch.js";

export interface How {
  connections: number;
  kept: boolean;
  seconds: number;
}

/** How many answers came, in how long. Throws unless each of them was the page. */
export async function load(
  { program, endpoint }: RunningServer,
  path: string,
  page: string,
  how: How,
): Promise<{ completed: number; requestsPerSecond: number }> {
  const answer = await fetch(`http://${endpoint.address}:${endpoint.port}${path}`, {
    headers: { Connection: "close" },
  });
  if ((await answer.text()) !== page) throw new Error(`${program.name} does not answer with the page`);
  const plan = { endpoint, path, ...how };
  const figures = (await wrk(plan)) ?? (await ours(plan, page));
  const { completed, failed, bytesReceived, requestsPerSecond } = figures;
  if (failed > 0) throw new Error(`${program.name}: ${failed} requests failed`);
  if (bytesReceived < 0.99 * completed * page.length) throw new Error(`${program.name}: answers fall short`);
  return { completed, requestsPerSecond };
}

/** autocannon's answers are whole where they are answers at all: it ends them by their Content-Length. */
async function ours(plan: WrkPlan, page: string) {
  const client = new LoadClient();
  try {
    const load = {
      kind: "load",
      bytes: null,
      expected: null,
      told: false,
      timeoutMs: 10_000,
      ...plan,
    } as const;
    const { completed, failed, elapsedMs } = await client.drive(load, plan.seconds * 1000 + 30_000);
    const requestsPerSecond = (completed * 1000) / elapsedMs;
    return { completed, failed, requestsPerSecond, bytesReceived: completed * page.length };
  } finally {
    await client.end();
  }
}
