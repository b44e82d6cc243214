// Connections over which a server answers: as many as it serves, of those that were opened.

import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { Line } from "./line.js";
import type { Failure, Target } from "./plan.js";
import type { Report } from "./process.js";

/** Connections that a full accept queue has turned away are not waited for longer. */
const CONNECTING_MS = 1500;
/** So long the first one is given. */
const FIRST_MS = 5000;
/** Where only time can tell that no other connection will be served. */
const SETTLING_MS = 1000;

/** Those connections that were answered, and how the first request failed on others. */
export interface Opened {
  lines: Line[];
  firstFailures: Record<Failure, number>;
}

/** Opens all connections and asks once over each. Closes those that were not answered: they would wait for ever. */
export async function servedLines(
  plan: Target & { connections: number; told: boolean },
  { mark, rested }: Report,
): Promise<Opened> {
  const events = new EventTarget();
  const served = new Set<Line>();
  const firstFailures: Opened["firstFailures"] = { lost: 0, timedOut: 0, not2xx: 0, wrong: 0 };
  const all = Array.from({ length: plan.connections }, () => {
    return new Line(plan, (line, failure) => {
      if (failure === null) served.add(line);
      else firstFailures[failure]++;
      events.dispatchEvent(new Event("done"));
    });
  });
  // The first one comes alone: a server that has just lost others may have them in its queue still.
  const [first, ...others] = all;
  first!.ask();
  const alone = (async () => {
    while (first!.busy) await once(events, "done");
  })();
  await Promise.race([alone, delay(FIRST_MS)]);
  for (const line of others) line.ask();
  const every = (async () => {
    while (all.some((line) => line.busy)) await once(events, "done");
  })();
  const connected = Promise.all(all.map((line) => line.connected()));
  await Promise.race([connected, delay(CONNECTING_MS)]);
  const settled = plan.told ? rested() : delay(SETTLING_MS);
  mark("asked");
  await Promise.race([every, settled]);
  for (const line of all) if (!served.has(line)) line.close();
  return { lines: [...served], firstFailures };
}
