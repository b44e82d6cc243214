// The server that is examined: started, started again when it ended by itself, asked by a lone client first, and ended.

import { heard } from "../../../clients/client.js";
import { TcpClient } from "../../../clients/tcp.js";
import type { Hold, Note, Outcome, ServerResult, Trial, WhySilent } from "../../../results/result.js";
import type { ClientKind } from "../../scenario.js";
import type { ServerProgram } from "../../servers.js";
import type { Texts } from "../../texts/texts.js";
import type { Kernel } from "../kernel/index.js";
import type { ClientFactory } from "../observe/client-factory.js";
import type { Observer } from "../observe/observer.js";
import { type Question, question } from "../observe/question.js";
import type { RunningServer } from "../process/launch.js";
import { severalPorts } from "../process/several-ports.js";
import type { WaitingForPort } from "../process/start.js";
import { remedyOf, type ServerEnding } from "./ending.js";
import { type Baseline, isLong, measureBaseline, NoLoneAnswer, patienceFor } from "./patience.js";
import { ServerLifecycle } from "./server-lifecycle.js";
import { decidingLines } from "./source.js";

/** A lone client asks so often before the trials: the slowest answer counts. A browser is too slow to start for more than once; so is a slow server. */
const LONE_CLIENTS = { tcp: 3, browser: 1 };

/** What experiments need that is not about one server. */
export interface Equipment {
  kernel: Kernel;
  clientFactory: ClientFactory;
  texts: Texts;
  /** Called when a server cannot be started before its port is free. */
  waiting: WaitingForPort;
  /** Called when the first server's answer time is known: from then on there is time for other things. */
  timeToSpare: () => void;
}

/** What is asked for in an experiment. */
export interface Paths {
  path: string;
  largePath: string;
}

export class ServerUnderTest {
  readonly program: ServerProgram;
  readonly equipment: Equipment;
  readonly question: Question;
  readonly notes: Note[] = [];
  /** The trials of two TCP clients that were made, by hold: whoever makes several experiments on one server makes them once. */
  readonly trials = new Map<Hold, Trial[]>();
  alone: Baseline | null = null;
  /** Did it end when a client that had said nothing left, after all else had been seen? */
  endedOnSilence = false;
  patienceMs: number | null = null;
  readonly #lives: ServerLifecycle;
  /** What is known of lone clients, by kind: whoever makes several experiments on one server asks once. */
  readonly #learned = new Map<ClientKind, Baseline>();

  constructor(program: ServerProgram, { path, largePath }: Paths, equipment: Equipment) {
    this.program = program;
    this.equipment = equipment;
    this.question = question(path, largePath);
    this.#lives = new ServerLifecycle(program, equipment, this.question);
  }

  get server(): RunningServer {
    return this.#lives.server;
  }

  /** Takes over a server that is being started. Throws NotStarted. */
  async begin(start: Promise<RunningServer>): Promise<void> {
    const { waitedForPort: port } = await this.#lives.begin(start);
    if (port !== undefined) this.note({ key: "waited-for-port", values: { port } });
  }

  /** An observer of the running server; of a new one, where the old one has ended. Throws NotStarted, or ServerEnded. */
  observer(): Promise<Observer> {
    return this.#lives.observer();
  }

  /** Was it started, and does it run no more? */
  get isGone(): boolean {
    return this.#lives.begun && this.server.pids().length === 0;
  }

  /** How it ended, each time that it had to be started again. */
  get endings(): readonly ServerEnding[] {
    return this.#lives.endings;
  }

  /** A client of that kind, alone: what it gets, and how fast, is what it should get in company. Throws NoLoneAnswer. */
  learnAnswerTime(kind: ClientKind): Promise<Baseline> {
    return this.#learn(kind, (error) => {
      throw error;
    });
  }

  /** The same where it counts who is served, and not what with: a reply that is no HTTP is taken, too. Throws NoLoneAnswer. */
  learnReplyTime(kind: ClientKind): Promise<Baseline> {
    return this.#learn(kind, async (error) => {
      if (!(error instanceof NoLoneAnswer && error.reply !== null)) throw error;
      this.question.endsBySilence = true;
      await this.#mustNotComeUnasked(error.reply);
      return error.reply;
    });
  }

  /** A greeting is no reply. */
  async #mustNotComeUnasked({ answerMs, raw }: Baseline): Promise<void> {
    const observer = await this.observer();
    const client = new TcpClient("silent client", this.server.endpoint, { keepBody: false });
    const patienceMs = patienceFor(answerMs, this.equipment.kernel.canSeeConnections);
    client.connect();
    const unasked = await client.until(() => heard(client), patienceMs).finally(() => client.destroy());
    await observer.atRest();
    if (unasked) throw new NoLoneAnswer(raw === "closed" ? "closed" : "unasked", null);
  }

  async #learn(kind: ClientKind, otherwise: (error: unknown) => Promise<Baseline>): Promise<Baseline> {
    const alone = this.#learned.get(kind) ?? (await this.#measure(kind, otherwise));
    this.#learned.set(kind, alone);
    this.alone = alone;
    this.patienceMs = patienceFor(alone.answerMs, this.equipment.kernel.canSeeConnections);
    this.equipment.timeToSpare();
    return alone;
  }

  /** What a lone client of that kind got; null: nobody has asked yet. */
  learned(kind: ClientKind): Baseline | null {
    return this.#learned.get(kind) ?? null;
  }

  /** Takes for known what a lone client of that kind would get, instead of asking with one. */
  assume(kind: ClientKind, answer: Baseline): void {
    this.#learned.set(kind, answer);
  }

  async #measure(kind: ClientKind, otherwise: (error: unknown) => Promise<Baseline>): Promise<Baseline> {
    const answers: Baseline[] = [];
    // The first one to come may find a server that is still starting.
    const enough = this.#lives.asked ? 1 : 2;
    const known = () => answers.length >= enough && isLong(answers.at(-1)!.answerMs);
    while (answers.length < LONE_CLIENTS[kind] && !known()) {
      const observer = await this.observer();
      const [client] = await this.equipment.clientFactory.ready(
        [kind],
        ["lone client"],
        this.server.endpoint,
      );
      const asked = measureBaseline(client!, observer, this.question).finally(() => this.#lookAtPorts());
      answers.push(
        await asked.catch((error: unknown) => {
          this.noteSilence(error);
          return otherwise(error);
        }),
      );
    }
    return this.learn(answers);
  }

  /** A client in whose way nobody was had to wait longer than lone clients before it. */
  isSlower(answerMs: number): void {
    this.givesAtLeast(patienceFor(answerMs, this.equipment.kernel.canSeeConnections));
  }

  /** From now on clients are given so long at the least. */
  givesAtLeast(milliseconds: number): void {
    this.patienceMs = Math.max(this.patienceMs ?? 0, milliseconds);
  }

  /** Notes why it is silent, where that is what was wrong, and the system can say. */
  noteSilence(error: unknown): void {
    if (error instanceof NoLoneAnswer && error.how === "silent" && error.detail !== null)
      this.note({ key: `silent-${error.detail as WhySilent}` });
  }

  /** Did it end when its clients had left, or had all been answered? */
  get endedUnasked(): boolean {
    const when = this.#lives.lastEnding?.when;
    return when === "left" || when === "answered";
  }

  /** By now it listens wherever it means to. */
  #lookAtPorts(): void {
    const note = severalPorts(this.server, this.equipment.kernel);
    if (note !== null) this.note(note);
  }

  /** Keeps what lone clients got, of whom there was one at least. */
  learn(answers: readonly Baseline[]): Baseline {
    // The first one finds a server that has just started, and says little about how fast it is.
    const usual = answers.length > 1 ? answers.slice(1) : answers;
    const [first] = answers;
    this.alone = {
      ...first!,
      answerMs: Math.max(...usual.map(({ answerMs }) => answerMs)),
      varies: answers.some(({ bytes }) => bytes !== first!.bytes),
    };
    return this.alone;
  }

  /** That it ended, and how; null: it never did. */
  endedWords(): string | null {
    const ending = this.#lives.lastEnding;
    return ending === null ? null : this.equipment.texts.ended(ending);
  }

  /** Why its clients fared as they did, where that is the server's failure; null: it isn't. */
  failureOf(outcome: Outcome | null, outcomes = this.equipment.texts.outcomes): string | null {
    const ended = outcome === "refused" ? this.endedWords() : null;
    if (ended !== null) return ended;
    return outcome === "refused" || outcome === "silent" || outcome === "broken" ? outcomes[outcome] : null;
  }

  note(note: Note): void {
    if (!this.notes.some(({ key }) => key === note.key)) this.notes.push(note);
  }

  /** What is worth knowing of how it answers a lone client, and of this system. */
  remark(): void {
    if (this.alone !== null) {
      const { openEnded, closes, status, raw } = this.alone;
      if (closes) this.note({ key: "closes-after-response" });
      if (raw !== undefined) this.note({ key: `raw-${raw}` });
      else if (openEnded && !closes) this.note({ key: "no-content-length" });
      const { path, missing } = this.question;
      const key = this.program.source === null ? "not-200" : "not-on-sample-site";
      if (raw === undefined && status !== 200 && !missing) this.note({ key, values: { status, path } });
    }
    if (!this.equipment.kernel.canSeeConnections) this.note({ key: "no-kernel-evidence" });
  }

  async end(): Promise<void> {
    await this.#lives.end();
  }

  /** What a result says of the server itself, whatever the experiment. */
  outline(): Pick<
    ServerResult,
    "name" | "command" | "model" | "answerMs" | "patienceMs" | "code" | "log" | "notes"
  > {
    const { name, command, model } = this.program;
    const code = decidingLines(this.program);
    const ending = this.#lives.lastEnding;
    if (ending !== null) this.note({ key: remedyOf(ending) });
    else if (this.#lives.begun) this.#lookAtPorts();
    return {
      name,
      command,
      model,
      answerMs: this.alone?.answerMs ?? null,
      patienceMs: this.patienceMs,
      ...(code && { code }),
      ...(this.#lives.begun && { log: this.server.output().slice(-20) }),
      notes: this.notes,
    };
  }
}
