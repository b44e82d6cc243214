// One slow client beside others who come, ask and leave: how these fare without it, and with it.

import { LoadClient } from "../../../../clients/load/drive.js";
import { SlowClient } from "../../../../clients/slow.js";
import type {
  ServerResult,
  SlowClientResult,
  SlowEvidence,
  Slowness,
  Verdict,
} from "../../../../results/result.js";
import type { Experiment, Levels } from "../../../scenario.js";
import type { Observer } from "../../observe/observer.js";
import { ServerEnded } from "../../subject/ending.js";
import { untilFree } from "../../subject/free.js";
import { NothingServed, whyFailed } from "../../subject/nothing-served.js";
import type { ServerUnderTest } from "../../subject/server-under-test.js";
import { asExpected, together } from "../../trial/agreement.js";
import { NotSlow } from "../../trial/failure.js";
import { NotHeld } from "../../trial/holding.js";
import { type LoadMeasurement, loadOf, rate } from "../load/level.js";
import { measureLoad } from "../load/measure-load.js";
import { warmUp } from "../load/warm-up.js";
import { warnings } from "../load/warnings.js";
import type { ExperimentResult } from "../run-options.js";
import { engage, evidenceOf } from "./engage.js";

const EACH: readonly Slowness[] = ["none", "sends", "reads"];

/** What was measured beside a client that is slow in one way. */
interface Beside {
  shots: LoadMeasurement[];
  evidence: SlowEvidence | null;
  why?: SlowClientResult["why"];
}

export class SlowClientExperiment {
  readonly #subject: ServerUnderTest;
  readonly #experiment: Experiment;
  readonly #rounds: number;
  readonly #levels: Levels;
  readonly #seen = new Map<Slowness, Beside>();

  constructor(
    subject: ServerUnderTest,
    experiment: Experiment,
    { trials, levels }: { trials: number; levels: Levels },
  ) {
    this.#subject = subject;
    this.#experiment = experiment;
    this.#rounds = trials;
    this.#levels = levels;
  }

  /** Throws what `explain` explains. */
  async carryOut(): Promise<ExperimentResult> {
    await this.#subject.learnAnswerTime("tcp");
    const client = new LoadClient();
    try {
      await warmUp(async (seconds) => rate(await measureLoad(this.#subject, client, this.#level, seconds)));
      for (let round = 0; round < this.#rounds; round++) {
        const order = EACH.map((_, at) => EACH[(at + round) % EACH.length]!);
        for (const slow of order) await this.#measure(client, slow);
      }
    } finally {
      await client.end();
    }
    this.#subject.remark();
    this.#judge();
    return { server: this.outline(), pictures: new Map() };
  }

  /** Throws where nothing was measured; otherwise says what keeps the figures from bearing a conclusion. */
  #judge(): void {
    const { server, equipment, endings } = this.#subject;
    const [alone, ...beside] = this.#results();
    if (alone?.load?.served === 0) {
      if (endings.length > 0 || server.pids().length === 0) throw new ServerEnded();
      throw new NothingServed(whyFailed(alone.load.failures) ?? "silent", alone.load.otherStatus);
    }
    if (beside.every(({ load }) => load === null)) throw new NotSlow();
    const loads = [alone, ...beside].flatMap((one) => one?.load ?? []).filter(({ served }) => served > 0);
    const backlog = equipment.kernel.listener(server.endpoint)?.backlog ?? null;
    for (const note of warnings(loads, { backlog })) this.#subject.note(note);
  }

  /** The others make a new connection for each request: those that stay would keep a pool's threads to themselves. */
  get #level() {
    return { connections: this.#levels.connections.at(-1)!, kept: false };
  }

  async #measure(client: LoadClient, slow: Slowness): Promise<void> {
    const seen: Beside = this.#seen.get(slow) ?? { shots: [], evidence: null };
    this.#seen.set(slow, seen);
    if (seen.why !== undefined) return;
    const measure = async (observer: Observer, guest: SlowClient | null) => {
      const shot = measureLoad(this.#subject, client, this.#level, this.#levels.seconds);
      seen.shots.push(await shot);
      if (guest !== null) seen.evidence = evidenceOf(guest.client, observer);
    };
    const observer = await untilFree(this.#subject);
    if (slow === "none") return measure(observer, null);
    const { path, largePath } = this.#subject.question;
    const guest = new SlowClient(observer.server.endpoint, slow === "sends" ? path : largePath, slow);
    try {
      await engage(guest, slow, observer, this.#subject.question, this.#subject.patienceMs!);
      await measure(observer, guest);
    } catch (error) {
      if (!(error instanceof NotHeld)) throw error;
      seen.why = error.how === "silent" ? "refused" : error.how;
    } finally {
      await guest.end();
      await observer.atRest();
    }
  }

  #results(): SlowClientResult[] {
    return EACH.flatMap((slow) => {
      const seen = this.#seen.get(slow);
      if (seen === undefined) return [];
      const { shots, evidence, why } = seen;
      const load = shots.length === 0 ? null : loadOf(this.#level, shots);
      return [{ slow, load, evidence, ...(why && { why }) }];
    });
  }

  /** Round by round. Blocks: beside a slow client nobody was served at all, who was served without it. */
  #verdicts(results: readonly SlowClientResult[]): Verdict[] {
    const served = (slow: Slowness, round: number) =>
      results.find((one) => one.slow === slow)?.load?.eachRound[round]?.served;
    return Array.from({ length: this.#rounds }, (_, round) => {
      const beside = [served("sends", round), served("reads", round)].filter((count) => count !== undefined);
      if (!served("none", round) || beside.length === 0) return "failed";
      return beside.includes(0) ? "blocks" : "concurrent";
    });
  }

  /** All that is known so far. */
  outline(): ServerResult {
    const outline = this.#subject.outline();
    const results = this.#results();
    const { verdict, agreeing } = together(this.#verdicts(results));
    const expected = this.#experiment.expected[outline.name] ?? null;
    return {
      ...outline,
      verdict,
      expected,
      asExpected: asExpected(verdict, expected),
      hold: "partial",
      trials: this.#rounds,
      agreeing,
      clients: [],
      eachTrial: [],
      report: null,
      slowClient: results,
    };
  }
}
