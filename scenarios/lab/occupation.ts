// One connection after the other holds a server, until the next client has to wait, or enough are held.

import { TcpClient } from "../../clients/tcp.js";
import type { ClientResult, Hold, KernelEvidence, ProbeStep } from "../../results/result.js";
import { ServerEnded } from "./ending.js";
import { holderOutcome, takeHold } from "./holding.js";
import type { Observer } from "./observer.js";
import { completeAnswer } from "./patience.js";
import type { Subject } from "./subject.js";
import { lifeOf } from "./trial.js";

/** So many connections are held at the most. A larger pool is told from an event loop by its waiting threads. */
const MOST_HELD = 12;

export class Occupation {
  readonly holders: TcpClient[] = [];
  /** What was seen of the server with none held, with one, with two … */
  readonly steps: ProbeStep[] = [];
  /** The one that has to wait while the others hold, and the kernel's word on it; null: none has to. */
  waiting: { client: TcpClient; evidence: KernelEvidence | null } | null = null;
  readonly #subject: Subject;
  readonly #observer: Observer;
  readonly #hold: Hold;
  readonly #start = performance.now();
  readonly #accepted = new Map<TcpClient, Promise<number | null>>();
  /** The first that was answered while others held, and is no holder itself. */
  #answered: TcpClient | null = null;

  constructor(subject: Subject, observer: Observer, hold: Hold) {
    this.#subject = subject;
    this.#observer = observer;
    this.#hold = hold;
  }

  /** Holds the server until somebody has to wait. Throws NotHeld, or ServerEnded. */
  async occupy(): Promise<void> {
    const [observer, holders] = [this.#observer, this.holders];
    await observer.atRest();
    this.#look();
    while (holders.length < MOST_HELD) {
      if (this.#hold !== "kept") {
        const holder = this.#client();
        holders.push(holder);
        this.#accepted.set(
          holder,
          (await takeHold(holder, this.#hold, observer, this.#subject.question)).accepted,
        );
        this.#look();
      }
      const asker = this.come();
      if (!(await this.#isAnswered(asker))) {
        this.waiting = { client: asker, evidence: observer.evidence(asker) };
        return;
      }
      if (this.#hold === "kept") holders.push(asker);
      else await asker.leave();
      this.#answered ??= asker;
      await observer.atRest();
      if (this.#hold === "kept") this.#look();
    }
  }

  /** The next client comes and asks; `before`: so many are there that do not hold. */
  come(before = 0): TcpClient {
    const client = this.#client(before);
    this.#accepted.set(client, this.#observer.follow(client));
    client.ask(this.#subject.question.path);
    return client;
  }

  /** What is known of a client's life, its times counted from when the first one came. */
  async life(client: TcpClient) {
    return lifeOf(client, this.#start, (await this.#accepted.get(client)) ?? null);
  }

  /** The lives of those that hold; to be asked for when they have left. */
  holderLives(): Promise<ClientResult[]> {
    return Promise.all(
      this.holders.map(async (holder) => {
        const life = await this.life(holder);
        const holdingMs = life.lastByteMs ?? life.connectedMs ?? 0;
        const releasedMs = (holder.leftAt ?? performance.now()) - holder.startedAt;
        return { ...life, outcome: holderOutcome(this.#hold), holdingMs, releasedMs };
      }),
    );
  }

  /** Where nobody had to wait: the first who held, and the one who asked after it. To be asked for when they have left. */
  async pairOfLives(): Promise<ClientResult[]> {
    const [first] = await this.holderLives();
    const asker = this.#hold === "kept" ? this.holders[1] : this.#answered;
    return asker ? [first!, { ...(await this.life(asker)), outcome: "answered" }] : [first!];
  }

  /** All that are left leave, and the server sees it. */
  async end(): Promise<void> {
    const all = [...this.holders, ...(this.waiting ? [this.waiting.client] : [])];
    await Promise.all(all.map((client) => client.leave()));
    await this.#observer.atRest();
    await Promise.all(all.map((client) => client.destroy()));
  }

  #client(before = 0): TcpClient {
    const name = `client ${this.holders.length + before + 1}`;
    return new TcpClient(name, this.#observer.server.endpoint, { keepBody: false });
  }

  /** True: it was answered while all the holders hold. False: the patience is used up, and the server rests. */
  async #isAnswered(asker: TcpClient): Promise<boolean> {
    const { question, patienceMs } = this.#subject;
    const heard = () => asker.answered || asker.ending !== null;
    if (!(await asker.until(heard, patienceMs!))) {
      await this.#observer.atRest(0);
      await asker.until(heard, 0);
    }
    if (asker.answered) await completeAnswer(asker, this.#observer, question);
    else if (asker.ending !== null) {
      await this.#observer.atRest();
      if (this.#observer.gone) throw new ServerEnded();
    }
    return asker.answered;
  }

  #look(): void {
    const { threads, processes } = this.#observer.activity();
    this.steps.push({
      held: this.holders.length,
      threads,
      processes,
      dedicated: this.#observer.dedicated(this.holders),
      owners: this.#observer.owners(this.holders),
    });
  }
}
