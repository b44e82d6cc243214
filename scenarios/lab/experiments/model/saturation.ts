// One connection after the other holds a server, until the next client has to wait, or enough are held.

import { heard } from "../../../../clients/client.js";
import { get, TcpClient } from "../../../../clients/tcp.js";
import type { ClientResult, Hold, KernelEvidence, ProbeStep } from "../../../../results/result.js";
import type { Observer } from "../../observe/observer.js";
import { waitForReply } from "../../observe/wait-for-reply.js";
import { ServerEnded } from "../../subject/ending.js";
import { completeAnswer, hearsBehind, isLong } from "../../subject/patience.js";
import type { ServerUnderTest } from "../../subject/server-under-test.js";
import { holderLife, NotHeld, release, takeHold } from "../../trial/holding.js";
import { isLike, lifeOf } from "../../trial/outcome.js";

/** So many connections are held where nothing speaks for more; of a server with more threads one more than it has threads. */
const USUALLY_HELD = 12;
/** And so many at the most: a pool that is larger is not told from a server without a limit. */
const MOST_HELD = 40;
/**
 * So many where threads came with the clients and stayed: it may be a pool that starts them one by one. Of its own accord
 * Python's ThreadPoolExecutor makes 32 at the most (concurrent.futures.thread), so the next client would have to wait.
 */
const THOROUGHLY_HELD = 33;

/** The first of those that hold are looked at when the server rests: whether a thread waits for a lock only then can be told. */
const LOOKED_AT_CLOSELY = 2;

/** How the next client fares while others hold. */
type Fate = "answered" | "waiting" | "turned away";

export class Saturation {
  readonly holders: TcpClient[] = [];
  /** What was seen of the server with none held, with one, with two … */
  readonly steps: ProbeStep[] = [];
  /** The one that is not served while the others hold, and the kernel's word on it; null: all are served. */
  waiting: { client: TcpClient; turnedAway: boolean; evidence: KernelEvidence | null } | null = null;
  readonly #subject: ServerUnderTest;
  readonly #observer: Observer;
  readonly #hold: Hold;
  readonly #thorough: boolean;
  readonly #start = performance.now();
  readonly #accepted = new Map<TcpClient, Promise<number | null>>();
  /** The first that was answered while others held, and is no holder itself. */
  #answered: TcpClient | null = null;

  /** `thorough`: goes on until also a pool that starts its threads one by one would be full. */
  constructor(subject: ServerUnderTest, observer: Observer, hold: Hold, thorough = false) {
    this.#subject = subject;
    this.#observer = observer;
    this.#hold = hold;
    this.#thorough = thorough;
  }

  /** Holds the server until somebody is not served. Throws NotHeld, or ServerEnded. */
  async occupy(): Promise<void> {
    const [observer, holders] = [this.#observer, this.holders];
    await this.#look(true);
    const threads = this.steps[0]!.threads ?? 0;
    const usual = this.#thorough ? THOROUGHLY_HELD : USUALLY_HELD;
    const most = Math.min(Math.max(threads + 1, usual), MOST_HELD);
    // Each look at a slow server takes seconds: while it accepts whoever comes, it is asked only when all are there.
    let sparing = this.#hold !== "kept" && isLong(this.#subject.alone!.answerMs);
    while (holders.length < most) {
      if (this.#hold !== "kept") {
        const holder = this.#client();
        holders.push(holder);
        this.#accepted.set(
          holder,
          (await takeHold(holder, this.#hold, observer, this.#subject.question)).accepted,
        );
        if (sparing && observer.accepted(holder) === false && holders.length > 1) {
          await this.#isNext(holder);
          return;
        }
        await this.#look(false); // it rests: that has been waited for
        if (sparing && holders.length < most) continue;
      }
      const asker = this.come();
      const fate = await this.#fateOf(asker);
      // Whom the server has let go holds it no more, and says nothing about how it serves several.
      if (!holders.every((holder) => observer.stays(holder))) throw new NotHeld("closed");
      if (fate !== "answered" && sparing) {
        // They were all accepted, and how many of them were served is not known.
        sparing = false;
        await this.#startAnew(asker);
        continue;
      }
      if (fate !== "answered") {
        await this.#lookAgain();
        const turnedAway = fate === "turned away";
        this.waiting = { client: asker, turnedAway, evidence: observer.evidence(asker) };
        return;
      }
      this.#answered ??= asker;
      if (this.#hold !== "kept") {
        await asker.leave();
        await observer.atRest();
        continue;
      }
      holders.push(asker);
      // The server may still be starting threads for those to come: nobody waits for that but who can't be served without.
      await this.#look(holders.length <= LOOKED_AT_CLOSELY || holders.length === most);
    }
  }

  /** One that came to hold was not accepted: it asks, and is the first that has to wait. Throws NotHeld where it has not. */
  async #isNext(client: TcpClient): Promise<void> {
    await client.send(get(this.#subject.question.path, client.endpoint));
    const fate = await this.#fateOf(client);
    if (fate === "answered") throw new NotHeld("answered");
    this.holders.pop();
    await this.#lookAgain();
    this.waiting = { client, turnedAway: fate === "turned away", evidence: this.#observer.evidence(client) };
  }

  /** All leave, and nothing that was seen counts. */
  async #startAnew(asker: TcpClient): Promise<void> {
    await this.end();
    await asker.leave();
    await this.#observer.atRest();
    await asker.destroy();
    this.holders.length = 0;
    this.steps.length = 0;
    await this.#look(true);
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
        const life = holderLife(this.#hold, await this.life(holder));
        const holdingMs = life.lastByteMs ?? life.connectedMs ?? 0;
        const releasedMs = (holder.leftAt ?? performance.now()) - holder.startedAt;
        return { ...life, holdingMs, releasedMs };
      }),
    );
  }

  /** Where nobody had to wait: the first who held, and the one who asked after it. To be asked for when they have left. */
  async pairOfLives(): Promise<ClientResult[]> {
    const [first] = await this.holderLives();
    const asker = this.#hold === "kept" ? this.holders[1] : this.#answered;
    return asker ? [first!, { ...(await this.life(asker)), outcome: "answered" }] : [first!];
  }

  /** The first one leaves. */
  release(): Promise<void> {
    return this.#release(this.holders[0]!);
  }

  #release(holder: TcpClient): Promise<void> {
    return release(holder, this.#hold, this.#observer, this.#subject.question);
  }

  /** All that are left leave, and the server sees it. */
  async end(): Promise<void> {
    const all = [...this.holders, ...(this.waiting ? [this.waiting.client] : [])];
    // Of a slow server that has served all of them no more time is asked.
    if (this.waiting !== null || !isLong(this.#subject.alone!.answerMs))
      await Promise.all(
        this.holders.map((holder) => (holder.leftAt === null ? this.#release(holder) : null)),
      );
    await Promise.all(all.map((client) => client.leave()));
    await this.#observer.atRest();
    await Promise.all(all.map((client) => client.destroy()));
  }

  #client(before = 0): TcpClient {
    const name = `client ${this.holders.length + before + 1}`;
    return new TcpClient(name, this.#observer.server.endpoint, { keepBody: false });
  }

  /** Answered, and that to the end, while all the holders hold; or the patience is used up, and the server rests. */
  async #fateOf(asker: TcpClient): Promise<Fate> {
    const [subject, observer] = [this.#subject, this.#observer];
    await hearsBehind(asker, this.holders[0], observer, subject.question, subject.patienceMs!);
    if (!heard(asker) && this.holders.length === 0) await this.#learnFrom(asker);
    const alone = subject.alone!;
    if (alone.raw === "closed" && isLike(asker, alone)) return "answered";
    if (asker.answered) {
      const whole = await completeAnswer(asker, observer, subject.question);
      if (!whole) return "waiting";
      subject.isSlower(asker.times.firstByteMs!);
      if (alone.raw !== undefined) return isLike(asker, alone) ? "answered" : "turned away";
      const { status, broken } = asker.answer ?? {};
      return broken === null && status === alone.status ? "answered" : "turned away";
    }
    if (asker.ending === null) return "waiting";
    await observer.atRest();
    if (observer.gone) throw new ServerEnded();
    return "turned away";
  }

  /** Nobody holds the server, and yet it does not answer: it is slower than it was. Throws NotHeld when it is silent. */
  async #learnFrom(asker: TcpClient): Promise<void> {
    const { question } = this.#subject;
    await waitForReply(asker, this.#observer, question, question.silenceMs);
    if (asker.answered) this.#subject.isSlower(asker.times.firstByteMs!);
    else if (asker.ending === null) throw new NotHeld("silent");
  }

  /** By now the threads that serve the holders have come to wait for them; what has come with the next client does not count. */
  async #lookAgain(): Promise<void> {
    if (this.#hold !== "kept" || this.holders.length <= LOOKED_AT_CLOSELY) return;
    await this.#observer.atRest();
    const { dedicated, owners, onSockets } = this.#observer.step(this.holders);
    Object.assign(this.steps.at(-1)!, { dedicated, owners, onSockets });
  }

  /** Sees what the server is like; `resting`: when it rests. Where the system can't tell that, a moment is always waited. */
  async #look(resting: boolean): Promise<void> {
    if (resting || !this.#observer.kernel.canSeeConnections) await this.#observer.atRest();
    this.steps.push(this.#observer.step(this.holders));
  }
}
