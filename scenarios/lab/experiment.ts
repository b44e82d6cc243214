// One scenario on one server: start it, learn its answer time, run the trials, and say what they agree on.

import type { Hold, Note, ServerResult, Trial } from "../../results/result.js";
import type { Scenario } from "../scenario.js";
import type { ServerProgram } from "../servers.js";
import type { Texts } from "../texts/texts.js";
import { agreement, medianTrial, verdictOf, verdictSeen } from "./agreement.js";
import { explain, notCarriedOut } from "./failure.js";
import type { Kernel } from "./kernel/index.js";
import { type Knockers, picturesOf } from "./knockers.js";
import { launch, type RunningServer } from "./launch.js";
import { Observer } from "./observer.js";
import { askAlone, type LoneAnswer, patienceFor } from "./patience.js";
import { type Question, question } from "./question.js";
import { decidingLines } from "./source.js";
import { NotHeld, runLoneTrial, runTrial } from "./trial.js";

/** A lone client asks so often before the trials: the slowest answer counts. A browser is too slow to start for more than once. */
const LONE_CLIENTS = { tcp: 3, browser: 1 };
/** Fewer trials than this agree too easily. */
const ENOUGH_TRIALS = 3;

export interface Plan {
  scenario: Scenario;
  trials: number;
  path: string;
}

/** What experiments need that is not about one server. */
export interface Equipment {
  kernel: Kernel;
  knockers: Knockers;
  texts: Texts;
}

/** What an experiment found, with the pictures that belong to it by their path beside the result. */
export interface Found {
  server: ServerResult;
  pictures: Map<string, Buffer>;
}

/** Runs the scenario on a program. What the server does wrong becomes part of the result; the server is always ended. */
export async function experiment(
  program: ServerProgram,
  plan: Plan,
  equipment: Equipment,
  start: Promise<RunningServer> = launch(program, equipment.kernel),
): Promise<Found> {
  const run = new Experiment(program, plan, equipment);
  try {
    return await run.carryOut(await start);
  } catch (error) {
    const failure = explain(error, equipment.texts);
    if (failure === null) throw error;
    const server = {
      ...run.outline(),
      failure,
      ...(notCarriedOut(error) && { notCarriedOut: true as const }),
    };
    return { server, pictures: new Map() };
  } finally {
    await run.end();
  }
}

class Experiment {
  readonly #program: ServerProgram;
  readonly #plan: Plan;
  readonly #equipment: Equipment;
  readonly #question: Question;
  readonly #notes: Note[] = [];
  readonly #trials: Trial[] = [];
  readonly #pictures = new Map<Trial, Map<string, Buffer>>();
  #server: RunningServer | null = null;
  #alone: LoneAnswer | null = null;
  #patienceMs: number | null = null;
  #hold: Hold;

  constructor(program: ServerProgram, plan: Plan, equipment: Equipment) {
    this.#program = program;
    this.#plan = plan;
    this.#equipment = equipment;
    this.#question = question(plan.scenario.path ?? plan.path);
    this.#hold = plan.scenario.hold;
  }

  async carryOut(server: RunningServer): Promise<Found> {
    this.#server = server;
    if (this.#plan.scenario.clients.length === 1) await this.#runLoneTrials();
    else await this.#runTrials(await this.#learnAnswerTime());
    this.#remark();
    const result = this.outline();
    const shown = medianTrial(this.#trials);
    return { server: result, pictures: this.#attach(result, shown) };
  }

  async end(): Promise<void> {
    await this.#server?.end();
  }

  async #runLoneTrials(): Promise<void> {
    const { scenario, trials } = this.#plan;
    while (this.#trials.length < trials) {
      const observer = await this.#observer();
      const [client] = await this.#clients(["client 1"]);
      let pictures = new Map<string, Buffer>();
      const trial = await runLoneTrial(client!, observer, {
        question: this.#question,
        status: scenario.status ?? 200,
        look: async (clients) => {
          pictures = await picturesOf(clients);
        },
      });
      this.#trials.push(trial);
      this.#pictures.set(trial, pictures);
    }
  }

  /** The last client of the scenario, alone: what it gets, and how fast, is what it should get in company. */
  async #learnAnswerTime(): Promise<LoneAnswer> {
    const kind = this.#plan.scenario.clients.at(-1)!;
    const answers: LoneAnswer[] = [];
    for (let asked = 0; asked < LONE_CLIENTS[kind]; asked++) {
      const observer = await this.#observer();
      const [client] = await this.#equipment.knockers.ready([kind], ["lone client"], this.#server!.endpoint);
      answers.push(await askAlone(client!, observer, this.#question));
    }
    // The first one finds a server that has just started, and says little about how fast it is.
    const usual = answers.length > 1 ? answers.slice(1) : answers;
    this.#alone = { ...answers[0]!, answerMs: Math.max(...usual.map(({ answerMs }) => answerMs)) };
    this.#patienceMs = patienceFor(this.#alone.answerMs, this.#equipment.kernel.canSeeConnections);
    return this.#alone;
  }

  /** Some holds can't be had of some servers: one that closes after its answer can only be held by a client that says nothing. */
  async #runTrials(expected: LoneAnswer): Promise<void> {
    if (expected.closes && this.#hold === "kept") this.#hold = "idle";
    while (this.#trials.length < this.#plan.trials) {
      const observer = await this.#observer();
      const [first, second] = await this.#clients(["client 1", "client 2"]);
      let pictures = new Map<string, Buffer>();
      try {
        const trial = await runTrial([first!, second!], observer, {
          hold: this.#hold,
          question: this.#question,
          expected,
          patienceMs: this.#patienceMs!,
          look: async (clients) => {
            pictures = await picturesOf(clients);
          },
        });
        this.#trials.push(trial);
        this.#pictures.set(trial, pictures);
      } catch (error) {
        if (!(error instanceof NotHeld && error.how === "closed" && this.#hold === "kept")) throw error;
        this.#hold = "idle";
        this.#trials.length = 0;
      }
    }
  }

  /** The scenario's clients, ready. A server that is held by silence is held by a TCP client: a browser always asks. */
  #clients(names: string[]) {
    const [first, ...rest] = this.#plan.scenario.clients;
    const kinds = [this.#hold === "idle" ? "tcp" : first, ...rest] as const;
    return this.#equipment.knockers.ready(kinds, names, this.#server!.endpoint);
  }

  /** An observer of the running server; of a new one, where the old one ended when its client left. */
  async #observer(): Promise<Observer> {
    const { kernel } = this.#equipment;
    const server = this.#server!;
    if (server.pids().length === 0) {
      await server.end();
      this.#note({ key: "ended-when-client-left" });
      this.#server = await launch(this.#program, kernel);
    }
    return new Observer(this.#server!, kernel);
  }

  #remark(): void {
    if (this.#hold === "idle" && this.#plan.scenario.hold !== "idle")
      this.#note({ key: "closes-after-response" });
    if (this.#alone !== null) {
      const { openEnded, closes, status } = this.#alone;
      if (openEnded && !closes) this.#note({ key: "no-content-length" });
      if (status !== 200) this.#note({ key: "not-200", values: { status } });
    }
    const { trials } = this.#plan;
    if (!this.#equipment.kernel.canSeeConnections) this.#note({ key: "no-kernel-evidence" });
    if (trials < ENOUGH_TRIALS) this.#note({ key: "few-trials", values: { trials } });
  }

  #note(note: Note): void {
    if (!this.#notes.some(({ key }) => key === note.key)) this.#notes.push(note);
  }

  /** Names the shown trial's pictures in the result. Answers them by their path beside it. */
  #attach(result: ServerResult, shown: Trial | undefined): Map<string, Buffer> {
    const attached = new Map<string, Buffer>();
    for (const [client, picture] of (shown && this.#pictures.get(shown)) ?? []) {
      const path = `${this.#plan.scenario.name}/${result.name}-${client}.png`.replaceAll(/[^\w./-]+/g, "-");
      attached.set(path, picture);
      const its = result.clients.find(({ name }) => name === client);
      if (its) its.picture = path;
    }
    return attached;
  }

  /** All that is known so far, whether the trials could be run or not. */
  outline(): ServerResult {
    const { name, command, model } = this.#program;
    const { scenario } = this.#plan;
    const { outcome, agreeing } = agreement(this.#trials);
    const verdict = verdictOf(outcome, agreeing === this.#trials.length, scenario.clients.length);
    const expected = scenario.expected[name] ?? null;
    const saw = Object.entries(scenario.report?.saw ?? {}).find(([server]) => server === name)?.[1];
    const code = decidingLines(this.#program);
    return {
      name,
      command,
      model,
      verdict,
      expected,
      asExpected:
        expected === null ? verdict !== "inconclusive" && verdict !== "failed" : verdict === expected,
      hold: this.#hold,
      trials: this.#trials.length,
      agreeing,
      answerMs: this.#alone?.answerMs ?? null,
      patienceMs: this.#patienceMs,
      clients: medianTrial(this.#trials)?.clients ?? [],
      eachTrial: this.#trials,
      ...(code && { code }),
      report: saw === undefined ? null : verdictSeen(saw),
      ...(this.#server && { log: this.#server.output().slice(-20) }),
      notes: this.#notes,
    };
  }
}
