// The server that is examined: started, started again when it ended by itself, asked by a lone client first, and ended.

import type { Note, Outcome, ServerResult } from "../../results/result.js";
import type { ClientKind } from "../scenario.js";
import type { ServerProgram } from "../servers.js";
import type { Texts } from "../texts/texts.js";
import type { Kernel } from "./kernel/index.js";
import type { Knockers } from "./knockers.js";
import { launch, type RunningServer } from "./launch.js";
import { Observer } from "./observer.js";
import { askAlone, type LoneAnswer, patienceFor } from "./patience.js";
import { type Question, question } from "./question.js";
import { decidingLines } from "./source.js";

/** A lone client asks so often before the trials: the slowest answer counts. A browser is too slow to start for more than once. */
const LONE_CLIENTS = { tcp: 3, browser: 1 };

/** What experiments need that is not about one server. */
export interface Equipment {
  kernel: Kernel;
  knockers: Knockers;
  texts: Texts;
  /** Called when the first server's answer time is known: from then on there is time for other things. */
  timeToSpare: () => void;
}

/** What is asked for in an experiment. */
export interface Paths {
  path: string;
  largePath: string;
}

export class Subject {
  readonly program: ServerProgram;
  readonly equipment: Equipment;
  readonly question: Question;
  readonly notes: Note[] = [];
  /** The last lines of the server that ended last. */
  lastWords: string[] = [];
  /** How often it ended when a client left, and had to be started again. */
  restarts = 0;
  alone: LoneAnswer | null = null;
  patienceMs: number | null = null;
  #server: RunningServer | null = null;
  /** What is known of lone clients, by kind: whoever makes several experiments on one server asks once. */
  readonly #learned = new Map<ClientKind, LoneAnswer>();

  constructor(program: ServerProgram, { path, largePath }: Paths, equipment: Equipment) {
    this.program = program;
    this.equipment = equipment;
    this.question = question(path, largePath);
  }

  get server(): RunningServer {
    if (this.#server === null) throw new Error(`${this.program.name} was not started`);
    return this.#server;
  }

  /** Takes over a server that is being started. Throws NotStarted. */
  async begin(start: Promise<RunningServer>): Promise<void> {
    this.#server = await start;
  }

  /** An observer of the running server; of a new one, where the old one ended when its client left. */
  async observer(): Promise<Observer> {
    const { kernel } = this.equipment;
    if (this.server.pids().length === 0) {
      this.lastWords = this.server.output();
      await this.server.end();
      this.restarts++;
      this.note({ key: "ended-when-client-left" });
      this.#server = await launch(this.program, kernel);
    }
    return new Observer(this.server, kernel);
  }

  /** A client of that kind, alone: what it gets, and how fast, is what it should get in company. Throws NoLoneAnswer. */
  async learnAnswerTime(kind: ClientKind): Promise<LoneAnswer> {
    const alone = this.#learned.get(kind) ?? (await this.#askAlone(kind));
    this.#learned.set(kind, alone);
    this.alone = alone;
    this.patienceMs = patienceFor(alone.answerMs, this.equipment.kernel.canSeeConnections);
    this.equipment.timeToSpare();
    return alone;
  }

  /** Takes for known what a lone client of that kind would get, instead of asking with one. */
  assume(kind: ClientKind, answer: LoneAnswer): void {
    this.#learned.set(kind, answer);
  }

  async #askAlone(kind: ClientKind): Promise<LoneAnswer> {
    const answers: LoneAnswer[] = [];
    for (let asked = 0; asked < LONE_CLIENTS[kind]; asked++) {
      const observer = await this.observer();
      const [client] = await this.equipment.knockers.ready([kind], ["lone client"], this.server.endpoint);
      answers.push(await askAlone(client!, observer, this.question));
    }
    // The first one finds a server that has just started, and says little about how fast it is.
    const usual = answers.length > 1 ? answers.slice(1) : answers;
    return { ...answers[0]!, answerMs: Math.max(...usual.map(({ answerMs }) => answerMs)) };
  }

  /** Why its clients fared as they did, where that is the server's failure; null: it isn't. */
  failureOf(outcome: Outcome | null): string | null {
    const { outcomes } = this.equipment.texts;
    const gone = this.#server !== null && this.server.pids().length === 0;
    if (outcome === "refused" && (gone || this.restarts > 0)) {
      return outcomes.ended(gone ? this.server.output() : this.lastWords);
    }
    return outcome === "refused" || outcome === "silent" || outcome === "broken" ? outcomes[outcome] : null;
  }

  note(note: Note): void {
    if (!this.notes.some(({ key }) => key === note.key)) this.notes.push(note);
  }

  /** What is worth knowing of how it answers a lone client, and of this system. */
  remark(): void {
    if (this.alone !== null) {
      const { openEnded, closes, status } = this.alone;
      if (closes) this.note({ key: "closes-after-response" });
      if (openEnded && !closes) this.note({ key: "no-content-length" });
      if (status !== 200) this.note({ key: "not-200", values: { status } });
    }
    if (!this.equipment.kernel.canSeeConnections) this.note({ key: "no-kernel-evidence" });
  }

  async end(): Promise<void> {
    await this.#server?.end();
  }

  /** What a result says of the server itself, whatever the experiment. */
  outline(): Pick<
    ServerResult,
    "name" | "command" | "model" | "answerMs" | "patienceMs" | "code" | "log" | "notes"
  > {
    const { name, command, model } = this.program;
    const code = decidingLines(this.program);
    return {
      name,
      command,
      model,
      answerMs: this.alone?.answerMs ?? null,
      patienceMs: this.patienceMs,
      ...(code && { code }),
      ...(this.#server && { log: this.#server.output().slice(-20) }),
      notes: this.notes,
    };
  }
}
