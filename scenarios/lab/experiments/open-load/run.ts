// Every server under schedules of its own: what it can do is measured first, then it is asked for less, as much, and more.

import { LoadClient } from "../../../../clients/load/drive.js";
import type { CapacityFigures, CapacityPlan, SchedulePlan } from "../../../../clients/load/plan.js";
import type { Note, OpenLoadResult, ServerResult } from "../../../../results/result.js";
import type { OpenLoadTest } from "../../../scenario.js";
import { ServerEnded } from "../../subject/ending.js";
import { untilFree } from "../../subject/free.js";
import { NothingServed, whyFailed } from "../../subject/nothing-served.js";
import type { Equipment } from "../../subject/server-under-test.js";
import { measure } from "../load/measure-load.js";
import { MeasuredServer } from "../load/measured-server.js";
import { warmUp } from "../load/warm-up.js";
import { disturbance } from "../load/warnings.js";
import { resultOf } from "../result-of.js";
import type { Run, RunOptions } from "../run-options.js";
import { capacityOf, openLoadsOf, type Schedule } from "./summary.js";

/** How long a lone connection and all of them are measured, to know what the server can do; of a slow one, so many answers. */
const CAPACITY_SECONDS = 0.4;
const CAPACITY_ANSWERS = 20;
/** The load client keeps its schedule, if it sees 99 of 100 planned moments no later than this. */
const LATE_US = 2000;
const ENOUGH_ROUNDS = 3;

/** A server under schedules, and what was seen so far, round by round. */
class Scheduled extends MeasuredServer {
  readonly rounds: Schedule[][] = [];

  async capacity(client: LoadClient, connections: number, least = CAPACITY_SECONDS) {
    const seconds = Math.max(least, (CAPACITY_ANSWERS * this.subject.alone!.answerMs) / 1000);
    const plan = { kind: "capacity" as const, connections, seconds };
    await untilFree(this.subject);
    return (await measure<CapacityPlan>(this.subject, client, plan)).figures;
  }

  /** One round: what it can do now, then the schedules, which follow at once. */
  async round(
    client: LoadClient,
    connections: number,
    percents: readonly number[],
    seconds: number,
  ): Promise<void> {
    const alone = await this.capacity(client, 1);
    const all = await this.capacity(client, connections);
    const capacity = capacityOf(alone, all);
    if (capacity.lines === 0 || capacity.perSecond === 0) throw this.#nothing(all);
    const seen: Schedule[] = [];
    this.rounds.push(seen);
    for (const percent of percents) {
      const perSecond = Math.max(1, Math.round((capacity.perSecond * percent) / 100));
      const plan = { kind: "schedule" as const, connections, perSecond, seconds };
      await untilFree(this.subject);
      const { figures, ...cpu } = await measure<SchedulePlan>(this.subject, client, plan);
      if (figures.lines === 0) throw this.#nothing(figures);
      seen.push({ percent, capacity, perSecond, figures, cpu });
    }
  }

  /** Why it served none of those who asked. */
  #nothing({ lines, firstFailures }: Pick<CapacityFigures, "lines" | "firstFailures">): Error {
    if (this.subject.server.pids().length === 0) return new ServerEnded();
    const { status } = this.subject.alone!;
    const how = whyFailed(firstFailures) ?? "silent";
    return new NothingServed(lines > 0 ? "stopped" : how, status < 200 || status > 299 ? status : null);
  }
}

/** The whole scenario: round by round, each in another order. */
export async function runOpenLoad(
  scenario: OpenLoadTest,
  how: RunOptions,
  equipment: Equipment,
): Promise<Run> {
  const startedAt = new Date().toISOString();
  const start = performance.now();
  const { connections, seconds, percents = [] } = how.levels ?? scenario.levels;
  const all = how.programs.map((program) => new Scheduled(program, how, equipment));
  const client = new LoadClient();
  try {
    for (const one of all) {
      await one.begin();
      await one.attempt(() =>
        warmUp(async (least) => (await one.capacity(client, connections.at(-1)!, least)).perSecond),
      );
    }
    for (let round = 0; round < how.trials; round++) {
      const turned = <T>(list: readonly T[]) => list.map((_, at) => list[(at + round) % list.length]!);
      for (const one of turned(all)) {
        how.progress(scenario.name, one.program.name);
        await one.attempt(() => one.round(client, connections.at(-1)!, turned(percents), seconds));
      }
    }
  } finally {
    await client.end();
    for (const one of all) await one.subject.end();
  }
  const servers = all.map((one) => serverResult(one, scenario, percents));
  return { result: resultOf(scenario.name, startedAt, start, servers), attachments: new Map() };
}

function serverResult(one: Scheduled, scenario: OpenLoadTest, percents: readonly number[]): ServerResult {
  const openLoad = openLoadsOf(percents, one.rounds);
  for (const note of warnings(openLoad)) one.subject.note(note);
  return one.result(scenario, { verdict: "answers", trials: openLoad[0]?.rounds ?? 0, openLoad });
}

/** What keeps the figures from bearing a conclusion, and what to do about it. */
function* warnings(openLoad: readonly OpenLoadResult[]): Generator<Note> {
  const rounds = openLoad.flatMap(({ eachRound }) => eachRound);
  const late = Math.max(0, ...rounds.map(({ lateUs }) => lateUs?.p99 ?? 0));
  if (late > LATE_US) yield { key: "schedule-late", values: { milliseconds: Math.ceil(late / 1000) } };
  yield* disturbance(rounds);
  const capacities = openLoad[0]?.eachRound.map(({ capacity }) => capacity.perSecond) ?? [];
  if (Math.max(...capacities) > 1.5 * Math.min(...capacities)) yield { key: "wide-range" };
  const failing = openLoad.toSorted((a, b) => b.failed - a.failed)[0];
  if (failing !== undefined && failing.failed > 0) {
    const { failed, planned, capacity, failures } = failing;
    yield {
      key: "requests-failed",
      values: { failed, sent: planned, connections: capacity.lines, ...failures },
    };
  }
  const [first] = openLoad;
  if (first !== undefined && first.rounds < ENOUGH_ROUNDS) {
    yield { key: "few-trials", values: { trials: first.rounds } };
  }
}
