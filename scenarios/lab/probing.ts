// One probe of a server: one connection after the other is held, until the next client has to wait, or enough are held.

import { TcpClient } from "../../clients/tcp.js";
import type { ClientResult, Hold, KernelEvidence, Probe, ProbeStep } from "../../results/result.js";
import { holderOutcome, NotHeld, takeHold } from "./holding.js";
import type { Observer } from "./observer.js";
import { completeAnswer, releasePatience } from "./patience.js";
import type { Subject } from "./subject.js";
import { lifeOf, waitOf } from "./trial.js";

/** So many connections are held at the most. A larger pool is told from an event loop by its waiting threads. */
const MOST_HELD = 12;

export class Probing {
  /** The lives of the clients that held and of the one that had to wait; none, where none had to. */
  lives: ClientResult[] = [];
  readonly #subject: Subject;
  readonly #observer: Observer;
  readonly #hold: Hold;

  constructor(subject: Subject, observer: Observer, hold: Hold) {
    this.#subject = subject;
    this.#observer = observer;
    this.#hold = hold;
  }

  /** Holds until somebody has to wait. Null: the server does not let itself be held so. */
  async carryOut(): Promise<Probe | null> {
    const [observer, hold] = [this.#observer, this.#hold];
    const holders: TcpClient[] = [];
    const accepted = new Map<TcpClient, Promise<number | null>>();
    const start = performance.now();
    await observer.atRest();
    const steps: ProbeStep[] = [this.#look(holders)];
    try {
      while (holders.length < MOST_HELD) {
        if (hold !== "kept") {
          const holder = this.#client(holders.length + 1);
          holders.push(holder);
          accepted.set(holder, (await takeHold(holder, hold, observer, this.#subject.question)).accepted);
          steps.push(this.#look(holders));
        }
        const asker = this.#client(holders.length + 1);
        accepted.set(asker, observer.follow(asker));
        if (!(await this.#isAnswered(asker))) {
          const evidence = observer.evidence(asker);
          const releasedAt = performance.now();
          const waiting = await this.#release(asker, holders);
          const leftAt = performance.now();
          await Promise.all(holders.map((holder) => holder.leave()));
          this.lives = await Promise.all([
            ...holders.map(async (holder, number) =>
              held(holder, hold, start, await accepted.get(holder)!, number === 0 ? releasedAt : leftAt),
            ),
            accepted.get(asker)!.then((moment) => waited(asker, start, moment, evidence, waiting, holders)),
          ]);
          return { steps, limit: holders.length, waiting, endsWithItsClient: false };
        }
        if (hold === "kept") holders.push(asker);
        else await asker.destroy();
        await observer.atRest();
        if (hold === "kept") steps.push(this.#look(holders));
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

  #client(number: number): TcpClient {
    return new TcpClient(`client ${number}`, this.#observer.server.endpoint, { keepBody: false });
  }

  /** True: it was answered while all the holders hold. False: the patience is used up, and the server rests. */
  async #isAnswered(asker: TcpClient): Promise<boolean> {
    const { question, patienceMs } = this.#subject;
    const heard = () => asker.answered || asker.ending !== null;
    asker.ask(question.path);
    if (!(await asker.until(heard, patienceMs!))) {
      await this.#observer.atRest(0);
      await asker.until(heard, 0);
    }
    if (asker.answered) await completeAnswer(asker, this.#observer, question);
    return asker.answered;
  }

  /** Where the asker waits, and whether it is answered once the first holder has left. */
  async #release(asker: TcpClient, holders: TcpClient[]): Promise<Probe["waiting"]> {
    const evidence = this.#observer.evidence(asker);
    const lock = this.#observer.threads().some(({ waitsFor }) => waitsFor === "lock");
    const { question, patienceMs } = this.#subject;
    await holders[0]!.leave();
    await asker.until(() => asker.answered || asker.ending !== null, releasePatience(question, patienceMs!));
    const answeredAfterRelease = asker.answered;
    await asker.leave();
    await asker.destroy();
    return { accepted: evidence?.accepted ?? null, lock, answeredAfterRelease };
  }

  #look(holders: TcpClient[]): ProbeStep {
    const { threads, processes } = this.#observer.activity();
    return {
      held: holders.length,
      threads,
      processes,
      dedicated: this.#observer.dedicated(holders),
      owners: this.#observer.owners(holders),
    };
  }
}

/** The life of one that was served, and held until the first of them was told to leave. */
function held(
  holder: TcpClient,
  hold: Hold,
  start: number,
  acceptedMs: number | null,
  releasedAt: number,
): ClientResult {
  const life = lifeOf(holder, start, acceptedMs);
  const holdingMs = life.lastByteMs ?? life.connectedMs ?? 0;
  return { ...life, outcome: holderOutcome(hold), holdingMs, releasedMs: releasedAt - holder.startedAt };
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
