// Crowds of one server: a small one, client by client, then larger and larger ones, by their own process.

import { LoadClient } from "../../../../clients/load/drive.js";
import type { CrowdFigures } from "../../../../clients/load/plan.js";
import type { CrowdResult, ServerResult, Trial } from "../../../../results/result.js";
import type { Experiment, Levels } from "../../../scenario.js";
import { bearable } from "../../subject/descriptors.js";
import { untilFree } from "../../subject/free.js";
import type { ServerUnderTest } from "../../subject/server-under-test.js";
import { agreement, asExpected, medianTrial, verdictOf } from "../../trial/agreement.js";
import { explain } from "../../trial/failure.js";
import { targetOf } from "../load/measure-load.js";
import type { ExperimentResult } from "../run-options.js";
import { watchCrowd } from "./lanes.js";
import { crowdOf } from "./summary.js";
import { warnings, whyNothing } from "./trouble.js";

/** As many as can be drawn one under the other, and more than twice as many as serve in our pool. */
const LANES = 10;
/** Long enough to be seen beside an answer. */
const LANE_STAY_MS = 50;
/** Rounds of one crowd are repeated until they have taken so long. */
const ENOUGH_MS = 600;
const BESIDES_MS = 30_000;

export class CrowdExperiment {
  readonly #subject: ServerUnderTest;
  readonly #experiment: Experiment;
  readonly #wanted: number;
  readonly #levels: Levels;
  readonly #doing: (what: string) => void;
  readonly #trials: Trial[] = [];
  readonly #crowds: CrowdResult[] = [];

  constructor(
    subject: ServerUnderTest,
    experiment: Experiment,
    { trials, levels }: { trials: number; levels: Levels },
    doing: (what: string) => void,
  ) {
    this.#subject = subject;
    this.#experiment = experiment;
    this.#wanted = trials;
    this.#levels = levels;
    this.#doing = doing;
  }

  /** Throws what `explain` explains. */
  async carryOut(): Promise<ExperimentResult> {
    await this.#subject.learnAnswerTime("tcp");
    await this.#watch();
    const client = new LoadClient();
    try {
      // Where each answer ends its connection, nobody can stay.
      const { stayMs = 0 } = this.#levels;
      const stays = this.#subject.alone!.closes || stayMs === 0 ? [0] : [stayMs, 0];
      for (const stay of stays) await this.#grow(client, stay);
    } finally {
      await client.end();
    }
    this.#subject.remark();
    const backlog = this.#subject.equipment.kernel.listener(this.#subject.server.endpoint)?.backlog ?? null;
    for (const note of warnings(this.#crowds, backlog)) this.#subject.note(note);
    return { server: this.outline(), pictures: new Map() };
  }

  async #watch(): Promise<void> {
    const { question, alone, patienceMs } = this.#subject;
    const clients = Math.min(LANES, Math.max(...this.#levels.connections));
    while (this.#trials.length < this.#wanted) {
      const observer = await this.#subject.observer();
      const plan = { clients, stayMs: LANE_STAY_MS, question, expected: alone!, patienceMs: patienceMs! };
      this.#trials.push(await watchCrowd(plan, observer));
    }
  }

  /** Larger and larger crowds, until one has not been answered in time: the next one would not be either. */
  async #grow(client: LoadClient, stayMs: number): Promise<void> {
    const limitMs = this.#levels.seconds * 1000;
    for (const clients of bearable(this.#levels.connections, this.#subject)) {
      const size = { clients, stayMs, limitMs };
      this.#doing(`${clients}`);
      const rounds: CrowdFigures[] = [];
      for (let spent = 0; rounds.length < this.#wanted && spent < ENOUGH_MS; ) {
        rounds.push(await this.#come(client, size));
        spent += rounds.at(-1)!.elapsedMs;
      }
      const crowd = crowdOf(size, rounds);
      this.#crowds.push(crowd);
      if (crowd.waiting > 0) return;
    }
  }

  async #come(client: LoadClient, size: { clients: number; stayMs: number; limitMs: number }) {
    await untilFree(this.#subject);
    const target = targetOf(this.#subject);
    return client.drive({ kind: "crowd", ...target, ...size }, size.limitMs + BESIDES_MS);
  }

  /** All that is known so far. */
  outline(): ServerResult {
    const outline = this.#subject.outline();
    const { outcome, agreeing } = agreement(this.#trials);
    const nothing = whyNothing(this.#crowds, this.#subject);
    const verdict =
      nothing === null ? verdictOf(outcome, agreeing === this.#trials.length, 2) : ("failed" as const);
    const expected = this.#experiment.expected[outline.name] ?? null;
    const failure = nothing
      ? explain(nothing, this.#subject)
      : this.#subject.failureOf(outcome, this.#subject.equipment.texts.crowdOutcomes);
    return {
      ...outline,
      verdict,
      expected,
      asExpected: asExpected(verdict, expected),
      hold: "kept",
      trials: this.#trials.length,
      agreeing,
      clients: medianTrial(this.#trials)?.clients ?? [],
      eachTrial: this.#trials,
      report: null,
      crowd: this.#crowds,
      ...(verdict === "failed" && failure !== null && { failure }),
    };
  }
}
