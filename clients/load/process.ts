// The load client as a process of its own, so that it takes no time from whoever measures. A line in is a plan, or says
// that a server which is loaded has come to rest; a line out is a mark on the way, or the figures. One process carries
// out many plans, so that only the first finds its code cold.

import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Figures, Mark, Message, Plan } from "./plan.js";

const rest = new EventTarget();

/** Whoever carries out a plan says where it is, and may ask to be told that the server rests. */
export interface Report {
  mark(mark: Mark): void;
  rested(): Promise<unknown>;
}

const report: Report = {
  mark: (mark) => send({ mark }),
  rested: () => once(rest, "rest"),
};

function send(message: { mark: Mark } | { figures: Figures<Plan> }): void {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}

async function carryOut(plan: Plan): Promise<Figures<Plan>> {
  switch (plan.kind) {
    case "load":
      return (await import("./measure.js")).measureLoad(plan, report);
    case "crowd":
      return (await import("./crowd.js")).crowd(plan, report);
    case "schedule":
      return (await import("./schedule.js")).schedule(plan, report);
    case "capacity":
      return (await import("./capacity.js")).capacity(plan, report);
  }
}

createInterface({ input: process.stdin })
  .on("line", async (line) => {
    const message = JSON.parse(line) as Message;
    if (message === "rest") rest.dispatchEvent(new Event("rest"));
    else send({ figures: await carryOut(message) });
  })
  // Standard input is a pipe from whoever measures: when that ends, however it ends, so does the load.
  .on("close", () => process.exit());
