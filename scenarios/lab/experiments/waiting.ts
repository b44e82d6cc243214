// One experiment on one server: one client asks, or two of which the first holds; several trials, and what they agree on.

import type { Hold, ServerResult, Trial } from "../../../results/result.js";
import type { WaitingScenario } from "../../scenario.js";
import { picturesOf } from "../observe/client-factory.js";
import type { ServerEnded } from "../subject/ending.js";
import type { Baseline, NoLoneAnswer } from "../subject/patience.js";
import type { ServerUnderTest } from "../subject/server-under-test.js";
import { leaveSilently } from "../subject/silent-leave.js";
import { agreement, asExpected, medianTrial, verdictOf, verdictSeen } from "../trial/agreement.js";
import { NotHeld } from "../trial/holding.js";
import { loneFailure, runLoneTrial } from "../trial/lone-trial.js";
import { type Look, runTrial } from "../trial/trial.js";
import { makeTrials } from "../trial/trials.js";
import type { ExperimentResult, RunOptions, Trying } from "./run-options.js";

/** Fewer trials than this agree too easily. */
const ENOUGH_TRIALS = 3;

export class WaitingExperiment {
  readonly #subject: ServerUnderTest;
  readonly #scenario: WaitingScenario;
  readonly #wanted: number;
  #trials: Trial[] = [];
  readonly #pictures = new Map<Trial, Map<string, Buffer>>();
  /** What was wrong with what a lone client got. */
  readonly #problems = new Map<Trial, NoLoneAnswer | ServerEnded>();
  /** Made once among others, as in a report, it needs no warning of few trials. */
  readonly #partOfMore: boolean;
  readonly #trying: Trying | undefined;
  readonly #pictured: boolean;
  #hold: Hold;

  /** `pictured`: are pictures to be taken of what browsers show? */
  constructor(
    subject: ServerUnderTest,
    scenario: WaitingScenario,
    {
      trials,
      partOfMore = false,
      trying,
      pictured = true,
    }: Pick<RunOptions, "trials" | "partOfMore" | "trying"> & { pictured?: boolean },
  ) {
    this.#subject = subject;
    this.#scenario = scenario;
    this.#wanted = trials;
    this.#partOfMore = partOfMore;
    this.#trying = trying;
    this.#pictured = pictured;
    this.#hold = scenario.hold;
  }

  /** Makes the experiment. Throws what `explain` explains. */
  async carryOut(): Promise<ExperimentResult> {
    if (this.#scenario.clients.length === 1) await this.#runLoneTrials();
    else await this.#runTrials();
    if (this.#scenario.clients.every((kind) => kind === "tcp"))
      this.#subject.trials.set(this.#hold, this.#trials);
    if (this.#hold === "idle" && !this.#partOfMore) await leaveSilently(this.#subject);
    this.#subject.remark();
    if (this.#hold !== this.#scenario.hold) {
      this.#subject.note({ key: "closes-after-response" });
      if (this.#scenario.clients[0] === "browser") this.#subject.note({ key: "held-without-browser" });
    }
    if (this.#wanted < ENOUGH_TRIALS && !this.#partOfMore)
      this.#subject.note({ key: "few-trials", values: { trials: this.#wanted } });
    const server = this.outline();
    return { server, pictures: this.#attach(server) };
  }

  async #runLoneTrials(): Promise<void> {
    const { question } = this.#subject;
    const { status = 200 } = this.#scenario;
    const answers: Baseline[] = [];
    while (this.#trials.length < this.#wanted) {
      this.#trying?.(this.#trials.length + 1, this.#wanted);
      const observer = await this.#subject.observer();
      const [client] = await this.#clients(["client 1"]);
      const made = await this.#picturing(async (look) => {
        const { trial, answer } = await runLoneTrial(client!, observer, { question, status, look });
        this.#subject.noteSilence(answer);
        if (answer instanceof Error) this.#problems.set(trial, answer);
        else answers.push(answer);
        return trial;
      });
      this.#trials.push(made);
    }
    if (answers.length > 0) this.#subject.learn(answers);
  }

  /** Some holds can't be had of some servers: one that closes after its answer can only be held by a client that says nothing. */
  async #runTrials(): Promise<void> {
    const expected = await this.#subject.learnReplyTime(this.#scenario.clients.at(-1)!);
    if (expected.closes && this.#hold === "kept") this.#hold = "idle";
    const make = async (number: number) => {
      this.#trying?.(number, this.#wanted);
      const observer = await this.#subject.observer();
      const [first, second] = await this.#clients(["client 1", "client 2"]);
      const { question, patienceMs } = this.#subject;
      const plan = { hold: this.#hold, question, expected, patienceMs: patienceMs! };
      return this.#picturing((look) => runTrial([first!, second!], observer, { ...plan, look }));
    };
    try {
      this.#trials = await makeTrials(this.#subject, this.#wanted, make);
    } catch (error) {
      if (!(error instanceof NotHeld && error.how === "closed" && this.#hold === "kept")) throw error;
      this.#hold = "idle";
      this.#trials = await makeTrials(this.#subject, this.#wanted, make);
    }
  }

  /** Makes a trial, and keeps the pictures that are taken in it. */
  async #picturing(run: (look: Look) => Promise<Trial>): Promise<Trial> {
    let pictures = new Map<string, Buffer>();
    const trial = await run(async (clients) => {
      if (this.#pictured) pictures = await picturesOf(clients);
    });
    this.#pictures.set(trial, pictures);
    return trial;
  }

  /** The scenario's clients, ready. A server that is held by silence is held by a TCP client: a browser always asks. */
  #clients(names: string[]) {
    const [first, ...rest] = this.#scenario.clients;
    const kinds = [this.#hold === "idle" ? "tcp" : first, ...rest] as const;
    return this.#subject.equipment.clientFactory.ready(kinds, names, this.#subject.server.endpoint);
  }

  /** Names the shown trial's pictures in the result. Answers them by their path beside it. */
  #attach(result: ServerResult): Map<string, Buffer> {
    const attached = new Map<string, Buffer>();
    const shown = medianTrial(this.#trials);
    for (const [client, picture] of (shown && this.#pictures.get(shown)) ?? []) {
      const path = `${this.#scenario.name}/${result.name}-${client}.png`.replaceAll(/[^\w./-]+/g, "-");
      attached.set(path, picture);
      const its = result.clients.find(({ name }) => name === client);
      if (its) its.picture = path;
    }
    return attached;
  }

  #loneFailure(shown: Trial | undefined): string | null {
    if (shown === undefined || shown.outcome === "answered") return null;
    return loneFailure(shown, this.#problems.get(shown), this.#scenario.status ?? 200, this.#subject);
  }

  /** All that is known so far, whether the trials could be run or not. */
  outline(): ServerResult {
    const outline = this.#subject.outline();
    const { outcome, agreeing } = agreement(this.#trials);
    const verdict = verdictOf(outcome, agreeing === this.#trials.length, this.#scenario.clients.length);
    const shown = medianTrial(this.#trials);
    const alone = this.#scenario.clients.length === 1;
    const failure = alone ? this.#loneFailure(shown) : this.#subject.failureOf(outcome);
    const expected = this.#scenario.expected[outline.name] ?? null;
    const saw = Object.entries(this.#scenario.report?.saw ?? {}).find(
      ([server]) => server === outline.name,
    )?.[1];
    return {
      ...outline,
      verdict,
      expected,
      asExpected: asExpected(verdict, expected),
      hold: this.#hold,
      trials: this.#trials.length,
      agreeing,
      clients: shown?.clients ?? [],
      eachTrial: this.#trials,
      report: saw === undefined ? null : verdictSeen(saw),
      ...(verdict === "failed" && failure !== null && { failure }),
    };
  }
}
