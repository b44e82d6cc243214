// How many clients may connect while nobody is accepted, and when those come in whom the kernel has turned away.

import type { ClientResult, Hold, Outcome, QueueResult, ServerResult } from "../../../../results/result.js";
import type { Experiment } from "../../../scenario.js";
import type { Observer } from "../../observe/observer.js";
import type { ServerUnderTest } from "../../subject/server-under-test.js";
import { asExpected, verdictOf } from "../../trial/agreement.js";
import { Saturation } from "../model/saturation.js";
import type { ExperimentResult } from "../run-options.js";
import { AcceptQueue } from "./accept-queue.js";

const WORST_FIRST: readonly Outcome[] = ["refused", "silent", "broken", "blocked"];

export class BacklogExperiment {
  readonly #subject: ServerUnderTest;
  readonly #experiment: Experiment;
  #queue: QueueResult | null = null;
  #lives: ClientResult[] = [];

  constructor(subject: ServerUnderTest, experiment: Experiment) {
    this.#subject = subject;
    this.#experiment = experiment;
  }

  /**
   * Holds the server until it accepts nobody, of a pool all of its workers, then fills the accept queue, and lets it run
   * empty. Throws what `explain` explains.
   */
  async carryOut(): Promise<ExperimentResult> {
    await this.#subject.learnAnswerTime("tcp");
    await this.#measure(await this.#subject.observer());
    this.#subject.remark();
    return { server: this.outline(), pictures: new Map() };
  }

  async #measure(observer: Observer): Promise<void> {
    const saturation = new Saturation(this.#subject, observer, this.#hold);
    const queue = new AcceptQueue(this.#subject, observer, saturation);
    try {
      await saturation.occupy();
      const { holders, waiting } = saturation;
      if (waiting === null) {
        const backlog = observer.kernel.listener(observer.server.endpoint)?.backlog ?? null;
        await saturation.end();
        this.#lives = await saturation.pairOfLives();
        this.#queue = { backlog, acceptQueue: 0, connected: 0, turnedAway: 0, cameInMs: [] };
        return;
      }
      const filled = await queue.fill();
      await holders[0]!.leave();
      const cameInMs = await queue.runEmpty();
      await saturation.end();
      this.#queue = { ...filled, cameInMs };
      this.#lives = [...(await saturation.holderLives()), ...(await queue.lives())];
    } finally {
      await queue.end();
      await saturation.end();
    }
  }

  /** A server that closes after its answer can only be held by a client that says nothing. */
  get #hold(): Hold {
    return this.#subject.alone?.closes ? "idle" : "kept";
  }

  outline(): ServerResult {
    const outline = this.#subject.outline();
    const outcome = WORST_FIRST.find((one) => this.#lives.some((life) => life.outcome === one)) ?? "answered";
    const verdict = this.#queue === null ? "failed" : verdictOf(outcome, true, 2);
    const expected = this.#experiment.expected[outline.name] ?? null;
    const failure = this.#subject.failureOf(outcome);
    return {
      ...outline,
      verdict,
      expected,
      asExpected: asExpected(verdict, expected),
      hold: this.#hold,
      trials: 1,
      agreeing: 1,
      clients: this.#lives,
      eachTrial: [],
      report: null,
      ...(verdict === "failed" && failure !== null && { failure }),
      ...(this.#queue && { queue: this.#queue }),
    };
  }
}
