// One scenario on one server: start it, learn its answer time, run the trials, and say what they agree on.

import type { Client } from "../../clients/client.js";
import { TcpClient } from "../../clients/tcp.js";
import type { Hold, Note, Outcome, ServerResult, Trial, Verdict } from "../../results/result.js";
import { median } from "../../results/statistics.js";
import type { Scenario } from "../scenario.js";
import type { ServerProgram } from "../servers.js";
import type { Texts } from "../texts/texts.js";
import type { Kernel } from "./kernel/index.js";
import { launch, NotStarted, type RunningServer } from "./launch.js";
import { Observer } from "./observer.js";
import { askAlone, type LoneAnswer, NoLoneAnswer, patienceFor } from "./patience.js";
import { type Question, question } from "./question.js";
import { NotHeld, runTrial } from "./trial.js";

/** A lone client asks so often before the trials: the slowest answer counts. */
const LONE_CLIENTS = 3;
/** Fewer trials than this agree too easily. */
const ENOUGH_TRIALS = 3;

export interface Plan {
  scenario: Scenario;
  trials: number;
  path: string;
}

/** Runs the scenario on a program. What the server does wrong becomes part of the result; the server is always ended. */
export async function experiment(
  program: ServerProgram,
  plan: Plan,
  kernel: Kernel,
  texts: Texts,
  start: Promise<RunningServer> = launch(program, kernel),
): Promise<ServerResult> {
  const run = new Experiment(program, plan, kernel);
  try {
    return await run.carryOut(await start);
  } catch (error) {
    const failure = explain(error, texts);
    if (failure === null) throw error;
    return { ...run.failed(failure), ...(notCarriedOut(error) && { notCarriedOut: true }) };
  } finally {
    await run.end();
  }
}

class Experiment {
  readonly #program: ServerProgram;
  readonly #plan: Plan;
  readonly #kernel: Kernel;
  readonly #question: Question;
  readonly #notes: Note[] = [];
  #server: RunningServer | null = null;
  #alone: LoneAnswer | null = null;
  #hold: Hold;

  constructor(program: ServerProgram, plan: Plan, kernel: Kernel) {
    this.#program = program;
    this.#plan = plan;
    this.#kernel = kernel;
    this.#question = question(plan.path);
    this.#hold = plan.scenario.hold;
  }

  async carryOut(server: RunningServer): Promise<ServerResult> {
    this.#server = server;
    const alone = await this.#learnAnswerTime();
    this.#remark(alone);
    const patienceMs = patienceFor(alone.answerMs, this.#kernel.canSeeConnections);
    const trials = await this.#runTrials(alone, patienceMs);
    return { ...this.#outline(trials), patienceMs };
  }

  failed(failure: string): ServerResult {
    return { ...this.#outline([]), failure };
  }

  async end(): Promise<void> {
    await this.#server?.end();
  }

  async #learnAnswerTime(): Promise<LoneAnswer> {
    const answers: LoneAnswer[] = [];
    while (answers.length < LONE_CLIENTS) {
      const observer = await this.#observer();
      answers.push(await askAlone(this.#client("lone client"), observer, this.#question));
    }
    this.#alone = { ...answers[0]!, answerMs: Math.max(...answers.map(({ answerMs }) => answerMs)) };
    return this.#alone;
  }

  /** Some holds can't be had of some servers: one that closes after its answer can only be held by a client that says nothing. */
  async #runTrials(expected: LoneAnswer, patienceMs: number): Promise<Trial[]> {
    if (expected.closes && this.#hold === "kept") this.#hold = "idle";
    const trials: Trial[] = [];
    while (trials.length < this.#plan.trials) {
      const plan = { hold: this.#hold, question: this.#question, expected, patienceMs };
      try {
        const observer = await this.#observer();
        trials.push(await runTrial([this.#client("client 1"), this.#client("client 2")], observer, plan));
      } catch (error) {
        const closed = error instanceof NotHeld && error.how === "closed" && this.#hold === "kept";
        if (!closed) throw error;
        this.#hold = "idle";
        trials.length = 0;
      }
    }
    return trials;
  }

  /** An observer of the running server; of a new one, where the old one ended when its client left. */
  async #observer(): Promise<Observer> {
    const server = this.#server!;
    if (server.pids().length === 0) {
      await server.end();
      this.#note({ key: "ended-when-client-left" });
      this.#server = await launch(this.#program, this.#kernel);
    }
    return new Observer(this.#server!, this.#kernel);
  }

  #client(name: string): Client {
    return new TcpClient(name, this.#server!.endpoint, { keepBody: false });
  }

  #remark({ closes, openEnded, status }: LoneAnswer): void {
    if (closes) this.#note({ key: "closes-after-response" });
    if (openEnded && !closes) this.#note({ key: "no-content-length" });
    if (status !== 200) this.#note({ key: "not-200", values: { status } });
    if (!this.#kernel.canSeeConnections) this.#note({ key: "no-kernel-evidence" });
    if (this.#plan.trials < ENOUGH_TRIALS)
      this.#note({ key: "few-trials", values: { trials: this.#plan.trials } });
  }

  #note(note: Note): void {
    if (!this.#notes.some(({ key }) => key === note.key)) this.#notes.push(note);
  }

  /** All that is known, whether the trials could be run or not. */
  #outline(trials: Trial[]): ServerResult {
    const { name, command, model } = this.#program;
    const { scenario } = this.#plan;
    const { outcome, agreeing } = agreement(trials);
    const verdict = verdictOf(outcome, agreeing === trials.length);
    const expected = scenario.expected[name] ?? null;
    return {
      name,
      command,
      model,
      verdict,
      expected,
      asExpected: expected === null ? verdict === "blocks" || verdict === "concurrent" : verdict === expected,
      hold: this.#hold,
      trials: trials.length,
      agreeing,
      answerMs: this.#alone?.answerMs ?? null,
      patienceMs: null,
      clients: medianTrial(trials.filter((trial) => trial.outcome === outcome))?.clients ?? [],
      eachTrial: trials,
      report: scenario.report[name] ?? null,
      notes: this.#notes,
    };
  }
}

/** The outcome that most trials had, and how many had it. */
function agreement(trials: Trial[]): { outcome: Outcome | null; agreeing: number } {
  const counts = new Map<Outcome, number>();
  for (const { outcome } of trials) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most === undefined ? { outcome: null, agreeing: 0 } : { outcome: most[0], agreeing: most[1] };
}

function verdictOf(outcome: Outcome | null, allAgree: boolean): Verdict {
  if (outcome !== null && !allAgree) return "inconclusive";
  if (outcome === "blocked") return "blocks";
  return outcome === "answered" ? "concurrent" : "failed";
}

/** The trial whose client 2 heard its first byte at the median moment. */
function medianTrial(trials: Trial[]): Trial | undefined {
  const firstByte = ({ clients }: Trial) => clients[1]!.firstByteMs ?? 0;
  if (trials.length === 0) return undefined;
  const middle = median(trials.map(firstByte));
  return trials.toSorted((a, b) => Math.abs(firstByte(a) - middle) - Math.abs(firstByte(b) - middle))[0];
}

/** The shell found no such program (127) or may not run it (126); or one of our own servers could not listen (3). */
function notCarriedOut(error: unknown): boolean {
  if (!(error instanceof NotStarted)) return false;
  const status = error.ended?.exitCode ?? null;
  return status === 126 || status === 127 || (status === 3 && error.program.source !== null);
}

/** What the server, not we, did wrong, in words; null for an error of ours. */
function explain(error: unknown, texts: Texts): string | null {
  if (error instanceof NotStarted) return texts.notStarted(error);
  if (error instanceof NoLoneAnswer) return texts.noLoneAnswer[error.how](error.detail);
  if (error instanceof NotHeld) return texts.notHeld[error.how];
  return null;
}
