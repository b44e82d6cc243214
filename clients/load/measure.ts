// One load from its beginning to its end: warm up, count, stop.

import { setTimeout as delay } from "node:timers/promises";
import type { LoadFigures, LoadPlan } from "./plan.js";
import type { Report } from "./process.js";
import type { Tally } from "./tally.js";

/** Not counted: from the first requests of all to the full load. */
const RAMP_MS = 100;

/** A load that goes on until it is stopped. Each connection waits after its first answer until all are let go. */
export interface Running {
  driver: LoadFigures["driver"];
  tally: Tally;
  letGo(): void;
  /** Resolves when every connection is closed on our side. */
  stop(): Promise<void>;
}

export async function measureLoad(plan: LoadPlan, { mark, rested }: Report): Promise<LoadFigures> {
  const own = !plan.kept || plan.bytes !== null;
  const start = own ? (await import("./visits.js")).visits : (await import("./cannon.js")).cannon;
  const { driver, tally, letGo, stop } = start(plan);
  // Whoever is served at all has been served once by then: a server under full load could not start a thread for the rest.
  await tally.asked();
  const settled = plan.told ? rested() : tally.settled();
  mark("asked");
  await Promise.race([tally.served(), settled]);
  letGo();
  await delay(RAMP_MS);
  tally.begin();
  mark("begin");
  const before = process.cpuUsage();
  const began = performance.now();
  await delay(plan.seconds * 1000);
  const { user, system } = process.cpuUsage(before);
  const elapsedMs = performance.now() - began;
  const account = tally.figures();
  mark("end");
  await stop();
  return { driver, elapsedMs, ...account, generatorCpuMs: (user + system) / 1000 };
}
