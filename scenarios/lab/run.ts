// A scenario from beginning to end: every server in its turn, and what the report saw beside it.

import type { LoadObservation, Observation, Result, ServerResult } from "../../results/result.js";
import type { Collection, Experiment, OneScenario, WaitingScenario } from "../scenario.js";
import { loadObservationsOf } from "./experiments/load/observations.js";
import { resultOf } from "./experiments/result-of.js";
import type { Run, RunOptions } from "./experiments/run-options.js";
import { observationsOf, pictureBeside } from "./observations.js";
import { launch } from "./process/launch.js";
import type { Equipment } from "./subject/server-under-test.js";

/** Runs one scenario on every server. */
export async function runScenario(
  scenario: WaitingScenario | Experiment,
  how: RunOptions,
  equipment: Equipment,
): Promise<Run> {
  const startedAt = new Date().toISOString();
  const start = performance.now();
  // Our own servers pick ports of their own, so they can all start at once; others may want the same port.
  const ours = how.programs.filter(({ source }) => source !== null);
  const starting = new Map(ours.map((program) => [program, launch(program, equipment.kernel)]));
  // What is needed later is loaded while the servers start, and not while anything is measured.
  const [{ examine }] = await Promise.all([import("./examine.js"), Promise.allSettled(starting.values())]);
  const servers: ServerResult[] = [];
  const attachments = new Map<string, Buffer>();
  for (const program of how.programs) {
    how.progress(scenario.name, program.name);
    const { server, pictures } = await examine(program, scenario, how, equipment, starting.get(program));
    servers.push(server);
    for (const [path, picture] of pictures) attachments.set(path, picture);
  }
  return { result: resultOf(scenario.name, startedAt, start, servers), attachments };
}

/**
 * Runs every scenario of a collection that was not run before, hands each result over as soon as it is there, and sums up.
 * These results belong into a folder of the collection's name, so that they replace none of a scenario that was run by itself.
 */
export async function runCollection(
  { name, scenarios }: Collection,
  how: RunOptions,
  equipment: Equipment,
  finished: (run: Run) => Promise<void>,
  earlier: ReadonlyMap<string, Run> = new Map(),
): Promise<Run> {
  const startedAt = new Date().toISOString();
  const start = performance.now();
  const observations: Observation[] = [];
  const loadObservations: LoadObservation[] = [];
  const attachments = new Map<string, Buffer>();
  const before: Result[] = [];
  for (const scenario of scenarios) {
    const known = earlier.get(scenario.name);
    const run = known ?? (await runOne(scenario, { ...how, partOfMore: true }, equipment));
    if (known === undefined) await finished(run);
    else before.push(known.result);
    const evidence = known === undefined ? `${name}/${scenario.name}` : scenario.name;
    // The summary shows the browsers' pictures too: it may be passed on without its folder.
    for (const [path, picture] of run.attachments) attachments.set(pictureBeside(evidence, path), picture);
    for (const server of run.result.servers) {
      if (scenario.kind === "load") loadObservations.push(...loadObservationsOf(scenario, server, evidence));
      else observations.push(...observationsOf(scenario, server, evidence));
    }
  }
  observations.sort((a, b) => a.experiment.localeCompare(b.experiment));
  const own = resultOf(name, startedAt, start, []);
  // What was run before belongs to it: to sum it up takes a millisecond or two.
  const first = [startedAt, ...before.map((one) => one.startedAt)].sort()[0]!;
  const elapsedMs = before.reduce((sum, one) => sum + one.elapsedMs, own.elapsedMs);
  const result = { ...own, startedAt: first, elapsedMs, observations, loadObservations };
  return { result, attachments };
}

/** Runs one scenario, of whatever kind. */
export async function runOne(scenario: OneScenario, how: RunOptions, equipment: Equipment): Promise<Run> {
  if (scenario.kind === "open-load") {
    const { runOpenLoad } = await import("./experiments/open-load/run.js");
    return runOpenLoad(scenario, how, equipment);
  }
  if (scenario.kind !== "load") return runScenario(scenario, how, equipment);
  const { runLoadScenario } = await import("./experiments/load/run.js");
  return runLoadScenario(scenario, how, equipment);
}
