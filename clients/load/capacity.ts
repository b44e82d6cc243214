// How much a server answers at the most, over the connections that it serves: each asks again as soon as it is answered.

import { setImmediate as turn } from "node:timers/promises";
import { Latencies } from "./latencies.js";
import type { Line } from "./line.js";
import { servedLines } from "./lines.js";
import type { CapacityFigures, CapacityPlan } from "./plan.js";
import type { Report } from "./process.js";

/** Not counted: from the first requests to the full load. */
const RAMP_MS = 100;

export async function capacity(plan: CapacityPlan, report: Report): Promise<CapacityFigures> {
  const { lines, firstFailures } = await servedLines(plan, report);
  const latencies = new Latencies();
  const asked = new Map<Line, number>();
  let [completed, failed, stopped] = [0, 0, false];
  let [first, last] = [0, 0];
  const ask = (line: Line) => {
    asked.set(line, performance.now());
    line.ask();
  };
  for (const line of lines) {
    line.onDone((_, failure) => {
      if (failure === null) {
        last = performance.now();
        if (completed++ === 0) first = last;
        latencies.record(last - asked.get(line)!);
      } else failed++;
      if (!stopped) ask(line);
    });
    ask(line);
  }
  await spin(RAMP_MS);
  latencies.reset();
  [completed, failed] = [0, 0];
  report.mark("begin");
  const before = process.cpuUsage();
  const began = performance.now();
  await spin(plan.seconds * 1000);
  const { user, system } = process.cpuUsage(before);
  const elapsedMs = performance.now() - began;
  report.mark("end");
  stopped = true;
  for (const line of lines) line.close();
  return {
    lines: lines.length,
    firstFailures,
    completed,
    failed,
    // From the first answer to the last: of a slow server only a few fit into the time, and seldom just to its ends.
    perSecond: completed > 1 ? ((completed - 1) * 1000) / (last - first) : (completed * 1000) / elapsedMs,
    latencyUs: latencies.moments(),
    elapsedMs,
    generatorCpuMs: (user + system) / 1000,
  };
}

/** As a schedule is followed: a client that slept between answers would be woken late, and measure that. */
async function spin(milliseconds: number): Promise<void> {
  const end = performance.now() + milliseconds;
  while (performance.now() < end) await turn();
}
