// Which of the four holds makes client 2 wait: each hold in its turn, several trials each.

import { TcpClient } from "../../../clients/tcp.js";
import type { Hold, HoldResult, ServerResult, Trial, Verdict } from "../../../results/result.js";
import type { Experiment } from "../../scenario.js";
import { ServerEnded } from "../subject/ending.js";
import type { ServerUnderTest } from "../subject/server-under-test.js";
import { leaveSilently } from "../subject/silent-leave.js";
import { agreement, asExpected, medianTrial } from "../trial/agreement.js";
import { NotHeld } from "../trial/holding.js";
import { runTrial } from "../trial/trial.js";
import { makeTrials } from "../trial/trials.js";
import type { ExperimentResult, RunOptions, Trying } from "./run-options.js";

export const HOLDS: readonly Hold[] = ["kept", "idle", "partial", "unread"];

const UNTRIED = { agreeing: 0, waitedMs: null, waitedIn: null };

export class HoldsExperiment {
  readonly #subject: ServerUnderTest;
  readonly #experiment: Experiment;
  readonly #wanted: number;
  readonly #holds: Partial<Record<Hold, HoldResult>> = {};
  readonly #trying: Trying | undefined;
  readonly #trials: Trial[] = [];

  constructor(
    subject: ServerUnderTest,
    experiment: Experiment,
    { trials, trying }: Pick<RunOptions, "trials" | "trying">,
  ) {
    this.#subject = subject;
    this.#experiment = experiment;
    this.#wanted = trials;
    this.#trying = trying;
  }

  /** Tries every hold. Throws what `explain` explains. */
  async carryOut(): Promise<ExperimentResult> {
    await this.#subject.learnReplyTime("tcp");
    for (const hold of HOLDS) this.#holds[hold] = await this.#try(hold);
    if (this.#holds.idle?.outcome !== null) await leaveSilently(this.#subject);
    this.#subject.remark();
    return { server: this.outline(), pictures: new Map() };
  }

  async #try(hold: Hold): Promise<HoldResult> {
    const { alone, question } = this.#subject;
    let made = 0;
    const make = async (number: number): Promise<Trial> => {
      made = number - 1;
      this.#trying?.(HOLDS.indexOf(hold) * this.#wanted + number, HOLDS.length * this.#wanted);
      const observer = await this.#subject.observer();
      const clients = ["client 1", "client 2"].map(
        (name) => new TcpClient(name, observer.server.endpoint, { keepBody: false }),
      );
      const plan = { hold, question, expected: alone!, patienceMs: this.#subject.patienceMs! };
      return runTrial(clients as [TcpClient, TcpClient], observer, plan);
    };
    if (hold === "kept" && alone!.closes) return { ...UNTRIED, trials: 0, outcome: null, why: "closed" };
    const before = this.#subject.trials.get(hold) ?? [];
    let trials = before.slice(0, this.#wanted);
    try {
      if (trials.length < this.#wanted) trials = await makeTrials(this.#subject, this.#wanted, make);
    } catch (error) {
      const untried = { ...UNTRIED, trials: made };
      if (error instanceof ServerEnded) return { ...untried, outcome: "refused" };
      if (error instanceof NotHeld) return { ...untried, outcome: null, why: error.how };
      throw error;
    }
    this.#trials.push(...trials);
    const { outcome, agreeing } = agreement(trials);
    const second = medianTrial(trials)?.clients[1];
    return {
      outcome: agreeing === trials.length ? outcome : "inconclusive",
      trials: trials.length,
      agreeing,
      waitedMs: second?.waitedMs ?? null,
      waitedIn: second?.waitedIn ?? null,
    };
  }

  outline(): ServerResult {
    const outline = this.#subject.outline();
    const outcomes = Object.values(this.#holds).map(({ outcome }) => outcome);
    const verdict = verdictOn(outcomes.filter((outcome) => outcome !== null));
    const expected = this.#experiment.expected[outline.name] ?? null;
    const [why] = Object.values(this.#holds).flatMap((hold) => (hold.why === undefined ? [] : [hold.why]));
    const bad = outcomes.find(
      (outcome) => outcome !== "answered" && outcome !== "blocked" && outcome !== null,
    );
    const failure =
      this.#subject.failureOf(bad ?? null) ??
      (why === undefined ? null : this.#subject.equipment.texts.notHeld[why]);
    const complete = HOLDS.every((hold) => this.#holds[hold]);
    return {
      ...outline,
      verdict,
      expected,
      asExpected: asExpected(verdict, expected),
      hold: "kept",
      trials: this.#trials.length,
      agreeing: Object.values(this.#holds).reduce((sum, { agreeing }) => sum + agreeing, 0),
      clients: [],
      eachTrial: this.#trials,
      report: null,
      ...(verdict === "failed" && failure !== null && { failure }),
      ...(complete && { holds: this.#holds as Record<Hold, HoldResult> }),
    };
  }
}

/** One hold that blocks is enough to call a server blocking; that none does, must be sure of all that could be tried. */
function verdictOn(outcomes: (HoldResult["outcome"] & string)[]): Verdict {
  if (outcomes.includes("inconclusive")) return "inconclusive";
  if (outcomes.some((outcome) => outcome !== "blocked" && outcome !== "answered")) return "failed";
  if (outcomes.includes("blocked")) return "blocks";
  return outcomes.length > 0 ? "concurrent" : "failed";
}
