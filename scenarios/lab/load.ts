// Every server under the same loads, in turn, so that what the machine does at one time happens to all of them.

import { drive } from "../../clients/load/drive.js";
import type { LoadFigures } from "../../clients/load/plan.js";
import type { LoadResult, ServerResult } from "../../results/result.js";
import { fairness, median } from "../../results/statistics.js";
import type { LoadTest } from "../scenario.js";
import type { ServerProgram } from "../servers.js";
import { explain, notCarriedOut } from "./failure.js";
import { launch } from "./launch.js";
import { type How, type Run, resultOf } from "./run.js";
import { type Equipment, Subject } from "./subject.js";

export interface LoadLevels {
  connections: readonly number[];
  seconds: number;
}

interface Level {
  connections: number;
  kept: boolean;
}

/** One measurement: what the load client told, and the processor time that the server took. */
interface Shot extends LoadFigures {
  serverCpuMs: number | null;
}

/** A server that is loaded, and what was measured of it so far. */
class Loaded {
  readonly subject: Subject;
  readonly program: ServerProgram;
  readonly shots = new Map<Level, Shot[]>();
  failure: unknown = null;

  constructor(program: ServerProgram, how: How, equipment: Equipment) {
    this.program = program;
    this.subject = new Subject(program, how, equipment);
  }

  /** Does something with the server. What goes wrong with it ends its part, and not the others'. */
  async attempt(act: () => Promise<void>): Promise<void> {
    if (this.failure !== null) return;
    await act().catch((error: unknown) => {
      this.failure = error;
    });
  }

  async shoot(level: Level, seconds: number): Promise<Shot> {
    const observer = await this.subject.observer(); // a server that has ended is started again, and that is noted
    const { alone, question, server, equipment } = this.subject;
    const cpu = () => equipment.kernel.cpuTimeMs(server.pids());
    const before = cpu();
    const figures = await drive({
      endpoint: server.endpoint,
      path: question.path,
      ...level,
      seconds,
      bytes: alone!.openEnded ? alone!.bytes : null,
    });
    const after = cpu();
    await observer.atRest(); // it has seen that they all left
    return { ...figures, serverCpuMs: before === null || after === null ? null : after - before };
  }
}

/** The whole scenario. */
export async function runLoadScenario(
  scenario: LoadTest,
  how: How,
  levels: LoadLevels,
  equipment: Equipment,
): Promise<Run> {
  const startedAt = new Date().toISOString();
  const start = performance.now();
  const servers = await runLoad(scenario, how, levels, equipment);
  return { result: resultOf(scenario.name, startedAt, start, servers), attachments: new Map() };
}

/** Loads all servers, round by round, each round in another order. */
async function runLoad(
  scenario: LoadTest,
  how: How,
  levels: LoadLevels,
  equipment: Equipment,
): Promise<ServerResult[]> {
  const all = how.programs.map((program) => new Loaded(program, how, equipment));
  const each: Level[] = [true, false].flatMap((kept) =>
    levels.connections.map((connections) => ({ connections, kept })),
  );
  try {
    for (const one of all) {
      await one.attempt(async () => {
        await one.subject.begin(launch(one.program, equipment.kernel));
        await one.subject.learnAnswerTime("tcp");
        await one.shoot({ connections: 1, kept: !one.subject.alone!.closes }, 1); // not counted: its code is still cold
      });
    }
    for (let round = 0; round < how.trials; round++) {
      const order = all.map((_, at) => all[(at + round) % all.length]!);
      for (const level of each) {
        for (const one of order) {
          how.progress(scenario.name, one.program.name);
          // Where each answer ends its connection, none can be kept.
          if (level.kept && one.subject.alone?.closes) continue;
          await one.attempt(async () => {
            const shot = await one.shoot(level, levels.seconds);
            one.shots.set(level, [...(one.shots.get(level) ?? []), shot]);
          });
        }
      }
    }
  } finally {
    for (const one of all) await one.subject.end();
  }
  return all.map((one) => serverResult(one, scenario, equipment));
}

function serverResult(one: Loaded, scenario: LoadTest, equipment: Equipment): ServerResult {
  const load = [...one.shots].map(([level, shots]) => loadOf(level, shots));
  const failure = one.failure === null ? null : explain(one.failure, equipment.texts);
  if (one.failure !== null && failure === null) throw one.failure;
  one.subject.remark();
  for (const note of warnings(load)) one.subject.note(note);
  const why = notCarriedOut(one.failure);
  const verdict = failure === null ? verdictOn(load) : "failed";
  const expected = scenario.expected[one.program.name] ?? null;
  return {
    ...one.subject.outline(),
    verdict,
    expected,
    asExpected: expected === null ? verdict !== "failed" : verdict === expected,
    hold: "kept",
    trials: load[0]?.rounds ?? 0,
    agreeing: load[0]?.rounds ?? 0,
    clients: [],
    eachTrial: [],
    report: null,
    load,
    ...(failure !== null && { failure }),
    ...(why && { notCarriedOut: why }),
  };
}

/** Of several who ask over connections that stay, is only one served? */
function verdictOn(load: LoadResult[]): ServerResult["verdict"] {
  const several = load.filter(({ connections, kept }) => kept && connections > 1);
  const fewest = several.sort((a, b) => a.connections - b.connections)[0];
  if (fewest === undefined) return "answers";
  return fewest.served > 1 ? "concurrent" : "blocks";
}

/** The round with the median throughput stands for all; the range is that of all. */
function loadOf({ connections, kept }: Level, shots: Shot[]): LoadResult {
  const rate = ({ completed, elapsedMs }: Shot) => (completed * 1000) / elapsedMs;
  const rates = shots.map(rate);
  const sorted = shots.toSorted((a, b) => rate(a) - rate(b));
  const shown = sorted[Math.floor((sorted.length - 1) / 2)]!;
  const { perConnection, driver, sent, completed, failed, inFlight, latencyUs } = shown;
  const served = perConnection.filter((count) => count > 0);
  return {
    connections,
    kept,
    driver,
    rounds: shots.length,
    requestsPerSecond: median(rates),
    requestsPerSecondLow: Math.min(...rates),
    requestsPerSecondHigh: Math.max(...rates),
    latencyUs,
    served: served.length,
    starved: perConnection.length - served.length,
    leastServed: Math.min(...perConnection),
    mostServed: Math.max(...perConnection),
    fairness: fairness(perConnection),
    sent,
    completed,
    failed,
    inFlight,
    elapsedMs: shown.elapsedMs,
    generatorCpuMs: shown.generatorCpuMs,
    serverCpuMs: shown.serverCpuMs,
  };
}

/** What keeps the figures from bearing a conclusion, and what to do about it. */
function* warnings(load: LoadResult[]) {
  const starved = load.filter((level) => level.kept && level.starved > 0);
  const worst = starved.toSorted((a, b) => b.starved - a.starved)[0];
  if (worst !== undefined) {
    const values = { starved: worst.starved, connections: worst.connections };
    yield { key: "starved", values } as const;
  }
  // The load client is one thread: near a whole processor it is what is measured.
  if (load.some(({ generatorCpuMs, elapsedMs }) => generatorCpuMs > 0.85 * elapsedMs)) {
    yield { key: "generator-busy" } as const;
  }
  const wide = ({ requestsPerSecondLow: low, requestsPerSecondHigh: high }: LoadResult) => high > 1.5 * low;
  if (load.some(wide)) yield { key: "wide-range" } as const;
  if (load.some(({ driver, kept }) => kept && driver === "own")) yield { key: "own-load-client" } as const;
  if (load.some(({ rounds }) => rounds < 3)) {
    yield { key: "few-trials", values: { trials: load[0]!.rounds } } as const;
  }
}
