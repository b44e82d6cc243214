// The load client as a process of its own, so that it takes no time from whoever measures: a plan in, figures out, as JSON.

import { setTimeout as delay } from "node:timers/promises";
import type { LoadFigures, LoadPlan } from "./plan.js";

// Standard input is a pipe from whoever measures: when that ends, however it ends, so does the load.
process.stdin.resume().once("end", () => process.exit(1));

const plan: LoadPlan = JSON.parse(process.argv[2]!);
const own = !plan.kept || plan.bytes !== null;
const load = own ? (await import("./visits.js")).visits : (await import("./cannon.js")).cannon;

const tally = load(plan);
await tally.steady(); // threads and processes that serve it have been started by then
tally.begin();
const before = process.cpuUsage();
const start = performance.now();
await delay(plan.seconds * 1000);
const { user, system } = process.cpuUsage(before);
const figures: LoadFigures = {
  driver: own ? "own" : "autocannon",
  elapsedMs: performance.now() - start,
  ...tally.figures(),
  generatorCpuMs: (user + system) / 1000,
};
process.stdout.write(JSON.stringify(figures), () => process.exit());
