// Every server under the same loads, in turn, so that what the machine does at one time happens to all of them.

import { LoadClient } from "../../../../clients/load/drive.js";
import type { ServerResult } from "../../../../results/result.js";
import type { LoadTest } from "../../../scenario.js";
import { untilFree } from "../../subject/free.js";
import type { Equipment } from "../../subject/server-under-test.js";
import { explain } from "../../trial/failure.js";
import { resultOf } from "../result-of.js";
import type { Run, RunOptions } from "../run-options.js";
import { type Level, type LoadMeasurement, loadOf, rate, servedOf } from "./level.js";
import { measureLoad } from "./measure-load.js";
import { MeasuredServer } from "./measured-server.js";
import { judge } from "./verdict.js";
import { warmUp } from "./warm-up.js";
import { warnings } from "./warnings.js";

const WARM_UP_CONNECTIONS = 10;

/** A server that is loaded, and what was measured of it so far. */
class Loaded extends MeasuredServer {
  /** The limit of its accept queue; null: this system can't say. */
  backlog: number | null = null;
  readonly shots = new Map<Level, LoadMeasurement[]>();

  /** Where each answer ends its connection, none can be kept. */
  can({ kept }: Level): boolean {
    return !(kept && this.subject.alone?.closes);
  }

  async shoot(client: LoadClient, level: Level, seconds: number): Promise<LoadMeasurement> {
    await untilFree(this.subject);
    return measureLoad(this.subject, client, level, seconds);
  }
}

/** The whole scenario. */
export async function runLoadScenario(
  scenario: LoadTest,
  how: RunOptions,
  equipment: Equipment,
): Promise<Run> {
  const startedAt = new Date().toISOString();
  const start = performance.now();
  const servers = await runLoad(scenario, how, equipment);
  return { result: resultOf(scenario.name, startedAt, start, servers), attachments: new Map() };
}

/** Loads all servers, round by round, each round in another order. */
async function runLoad(scenario: LoadTest, how: RunOptions, equipment: Equipment): Promise<ServerResult[]> {
  const all = how.programs.map((program) => new Loaded(program, how, equipment));
  const { connections: sizes, seconds } = how.levels ?? scenario.levels;
  const levels: Level[] = scenario.kept.flatMap((kept) =>
    sizes.map((connections) => ({ connections, kept })),
  );
  const warming = Math.min(WARM_UP_CONNECTIONS, Math.max(...sizes));
  const client = new LoadClient();
  try {
    for (const one of all) {
      await one.begin();
      await one.attempt(async () => {
        one.backlog = equipment.kernel.listener(one.subject.server.endpoint)?.backlog ?? null;
      });
      for (const kept of scenario.kept) {
        if (one.can({ connections: 1, kept }))
          await one.attempt(() => warm(one, client, { connections: warming, kept }));
      }
    }
    for (let round = 0; round < how.trials; round++) {
      const order = all.map((_, at) => all[(at + round) % all.length]!);
      for (const level of levels) {
        for (const one of order) {
          how.progress(scenario.name, one.program.name);
          if (!one.can(level)) continue;
          await one.attempt(async () => {
            const shot = await one.shoot(client, level, seconds);
            one.shots.set(level, [...(one.shots.get(level) ?? []), shot]);
          });
        }
      }
    }
  } finally {
    await client.end();
    for (const one of all) await one.subject.end();
  }
  return all.map((one) => serverResult(one, scenario, how.partOfMore ?? false));
}

/** Whoever is never served warms nothing: where its connection was dropped, the kernel would try again for seconds, each time. */
async function warm(one: Loaded, client: LoadClient, level: Level): Promise<void> {
  let { connections } = level;
  await warmUp(async (seconds) => {
    const shot = await one.shoot(client, { ...level, connections }, seconds);
    connections = Math.max(1, servedOf(shot));
    return rate(shot);
  });
}

function serverResult(one: Loaded, scenario: LoadTest, partOfMore: boolean): ServerResult {
  const load = [...one.shots].map(([level, shots]) => loadOf(level, shots));
  for (const note of warnings(load, { partOfMore, backlog: one.backlog })) one.subject.note(note);
  const { verdict, agreeing, why } = judge(load);
  const failure = why === undefined ? null : explain(why, one.subject);
  return one.result(scenario, {
    verdict,
    trials: load[0]?.rounds ?? 0,
    agreeing,
    load,
    ...(failure !== null && { failure }),
  });
}
