// Names a server's model from outside: holds one connection after the other, and watches who is answered and how the
// program's threads and processes grow.

import { TcpClient } from "../../clients/tcp.js";
import type {
  ClientResult,
  Hold,
  KernelEvidence,
  Probe,
  ProbeStep,
  ServerResult,
  Verdict,
} from "../../results/result.js";
import type { Inquiry } from "../scenario.js";
import { type Classification, classify, type Reason } from "./classify.js";
import { NotHeld, takeHold } from "./holding.js";
import type { Observer } from "./observer.js";
import { completeAnswer } from "./patience.js";
import type { Found } from "./run.js";
import type { Subject } from "./subject.js";
import { lifeOf, waitOf } from "./trial.js";

/** So many connections are held at the most. A larger pool is told from an event loop by its waiting threads. */
const MOST_HELD = 12;
const GROWTH: ReadonlySet<Reason> = new Set(["threads grow", "processes grow", "processes up to", "ends"]);
/** If it still says something else each time, the last word counts, and its trials do not agree. */
const MOST_PROBES = 5;

export class ModelInquiry {
  readonly #subject: Subject;
  readonly #inquiry: Inquiry;
  /** The clients' lives, for the scenario that shows them. */
  #lives: ClientResult[] = [];
  /** Held by clients that rest: they stay after their answer or, where the server closes then, have said nothing. */
  #probe: Probe | null = null;
  /** Held by clients that have sent half a request; null: not tried, or it can't be held so. */
  #askingProbe: Probe | null = null;
  #found: Classification | null = null;
  #probes = 0;

  constructor(subject: Subject, inquiry: Inquiry) {
    this.#subject = subject;
    this.#inquiry = inquiry;
  }

  /** Holds until somebody has to wait. Throws what `explain` explains. */
  async carryOut(): Promise<Found> {
    await this.#subject.learnAnswerTime("tcp");
    const probes = await this.#settle(this.#subject.alone!.closes ? "idle" : "kept");
    this.#probes = probes.length;
    this.#probe = probes.at(-1) ?? null;
    this.#found = classify(this.#probe);
    // Some servers let clients rest without a thread, and give them one of a pool only while they ask.
    if (this.#found.model === "event-loop" && this.#inquiry.inquires !== "limit") {
      this.#askingProbe = (await this.#settle("partial")).at(-1) ?? null;
      this.#found = classify(this.#probe, this.#askingProbe);
    }
    this.#subject.remark();
    return { server: this.outline(), pictures: new Map() };
  }

  /**
   * Probes until it is sure: a server may still be starting its workers when it answers already, so what is said twice
   * in a row is believed. Only growth is believed at once, for threads that are kept for later clients hide it the
   * second time. None: it can't be held so.
   */
  async #settle(hold: Hold): Promise<Probe[]> {
    const probes: Probe[] = [];
    for (let before: Classification | null = null; probes.length < MOST_PROBES; ) {
      const probe: Probe | null =
        this.#subject.restarts > 1
          ? { steps: [], limit: 1, waiting: null, endsWithItsClient: true }
          : await this.#hold(hold, await this.#subject.observer());
      if (probe === null) break;
      probes.push(probe);
      const found = classify(probe);
      if (GROWTH.has(found.reason)) break;
      if (before?.model === found.model && before.size === found.size) break;
      before = found;
    }
    return probes;
  }

  /** Null: the server does not let itself be held so. */
  async #hold(hold: Hold, observer: Observer): Promise<Probe | null> {
    const holders: TcpClient[] = [];
    const accepted = new Map<TcpClient, Promise<number | null>>();
    const start = performance.now();
    await observer.atRest();
    const steps: ProbeStep[] = [this.#look(observer, holders)];
    try {
      while (holders.length < MOST_HELD) {
        if (hold !== "kept") {
          const holder = this.#client(observer, holders.length + 1);
          holders.push(holder);
          accepted.set(holder, (await takeHold(holder, hold, observer, this.#subject.question)).accepted);
          steps.push(this.#look(observer, holders));
        }
        const asker = this.#client(observer, holders.length + 1);
        accepted.set(asker, observer.follow(asker));
        if (!(await this.#isAnswered(asker, observer))) {
          const evidence = observer.evidence(asker);
          const releasedAt = performance.now();
          const waiting = await this.#release(asker, holders, observer);
          const leftAt = performance.now();
          await Promise.all(holders.map((holder) => holder.leave()));
          this.#lives = await Promise.all([
            ...holders.map(async (holder, number) =>
              held(holder, start, await accepted.get(holder)!, number === 0 ? releasedAt : leftAt),
            ),
            accepted.get(asker)!.then((moment) => waited(asker, start, moment, evidence, waiting, holders)),
          ]);
          return { steps, limit: holders.length, waiting, endsWithItsClient: false };
        }
        if (hold === "kept") holders.push(asker);
        else await asker.destroy();
        await observer.atRest();
        if (hold === "kept") steps.push(this.#look(observer, holders));
      }
      return { steps, limit: null, waiting: null, endsWithItsClient: false };
    } catch (error) {
      if (error instanceof NotHeld) return null;
      throw error;
    } finally {
      await Promise.all(holders.map((holder) => holder.leave()));
      await observer.atRest();
      await Promise.all(holders.map((holder) => holder.destroy()));
    }
  }

  #client(observer: Observer, number: number): TcpClient {
    return new TcpClient(`client ${number}`, observer.server.endpoint, { keepBody: false });
  }

  /** True: it was answered while all the holders hold. False: the patience is used up, and the server rests. */
  async #isAnswered(asker: TcpClient, observer: Observer): Promise<boolean> {
    const { question, patienceMs } = this.#subject;
    const heard = () => asker.answered || asker.ending !== null;
    asker.ask(question.path);
    if (!(await asker.until(heard, patienceMs!))) {
      await observer.atRest(0);
      await asker.until(heard, 0);
    }
    if (asker.answered) await completeAnswer(asker, observer, question);
    return asker.answered;
  }

  /** Where the asker waits, and whether it is answered once the first holder has left. */
  async #release(asker: TcpClient, holders: TcpClient[], observer: Observer): Promise<Probe["waiting"]> {
    const evidence = observer.evidence(asker);
    const lock = observer.threads().some(({ waitsFor }) => waitsFor === "lock");
    await holders[0]!.leave();
    await asker.until(() => asker.answered || asker.ending !== null, this.#subject.question.releaseMs);
    const answeredAfterRelease = asker.answered;
    await asker.leave();
    await asker.destroy();
    return { accepted: evidence?.accepted ?? null, lock, answeredAfterRelease };
  }

  #look(observer: Observer, holders: TcpClient[]): ProbeStep {
    const { threads, processes } = observer.activity();
    return {
      held: holders.length,
      threads,
      processes,
      dedicated: observer.dedicated(holders),
      owners: observer.owners(holders),
    };
  }

  #why({ reason, whileAsking }: Classification): string {
    const { modelReasons, onlyWhileAsking } = this.#subject.equipment.texts;
    const words = modelReasons[reason];
    if (whileAsking) return onlyWhileAsking(words(figures(this.#askingProbe)));
    return words(figures(this.#probe ?? this.#askingProbe));
  }

  outline(): ServerResult {
    const outline = this.#subject.outline();
    const { model = "unknown", size = null } = this.#found ?? {};
    const { model: stated, size: statedSize, accept = [] } = this.#subject.program;
    // Asked for the limit, a server that has one blocks; asked for the model, one that serves several is concurrent.
    const limited = this.#inquiry.inquires === "limit" && this.#probe?.limit != null;
    const verdict = limited ? "blocks" : verdictOn(this.#found);
    const expected = this.#inquiry.expected[outline.name] ?? null;
    return {
      ...outline,
      model,
      ...(size !== null && { modelSize: size }),
      ...(this.#found && { modelReason: this.#why(this.#found) }),
      ...(this.#probe && { probe: this.#probe }),
      ...(this.#askingProbe && { askingProbe: this.#askingProbe }),
      statedModel: stated,
      verdict,
      expected,
      asExpected:
        stated === null
          ? model !== "unknown" && verdict !== "failed"
          : [{ model: stated, size: statedSize }, ...accept].some(
              (right) => right.model === model && (right.size === undefined || right.size === size),
            ),
      hold: "kept",
      trials: this.#probes,
      agreeing: Math.min(this.#probes, 2),
      clients: this.#inquiry.inquires === "limit" ? this.#lives : [],
      eachTrial: [],
      report: null,
    };
  }
}

/** The life of one that was served, and held until the first of them was told to leave. */
function held(holder: TcpClient, start: number, acceptedMs: number | null, releasedAt: number): ClientResult {
  const life = lifeOf(holder, start, acceptedMs);
  const holdingMs = life.lastByteMs ?? life.connectedMs ?? 0;
  return { ...life, outcome: "answered", holdingMs, releasedMs: releasedAt - holder.startedAt };
}

/** The life of the one that had to wait. */
function waited(
  asker: TcpClient,
  start: number,
  acceptedMs: number | null,
  kernel: KernelEvidence | null,
  waiting: Probe["waiting"],
  holders: TcpClient[],
): ClientResult {
  const life = lifeOf(asker, start, acceptedMs);
  const outcome = waiting?.answeredAfterRelease ? "blocked" : "silent";
  return {
    ...life,
    outcome,
    ...waitOf(asker, outcome, kernel, holders[0]!),
    ...(outcome === "blocked" && { holders: holders.length }),
  };
}

function verdictOn(found: Classification | null): Verdict {
  if (found === null || found.model === "silent" || found.model === "not-started") return "failed";
  return found.model === "iterative" || found.model === "single-shot" ? "blocks" : "concurrent";
}

/** The figures that a reason is told with. */
export interface ProbeFigures {
  held: number;
  limit: number;
  threads: readonly [number, number];
  processes: readonly [number, number];
  accepted: boolean | null;
}

function figures(probe: Probe | null): ProbeFigures {
  const [first, last] = [probe?.steps[0], probe?.steps.at(-1)];
  return {
    held: last?.held ?? 0,
    limit: probe?.limit ?? 0,
    threads: [first?.threads ?? 0, last?.threads ?? 0],
    processes: [first?.processes ?? 0, last?.processes ?? 0],
    accepted: probe?.waiting?.accepted ?? null,
  };
}
