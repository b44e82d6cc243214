// One probe of a server: it is held until the next client is not served, then one of those who hold it leaves, then all.

import { TcpClient } from "../../../../clients/tcp.js";
import type { ClientResult, Hold, Probe, ProbeStep } from "../../../../results/result.js";
import type { Observer } from "../../observe/observer.js";
import { waitForReply } from "../../observe/wait-for-reply.js";
import { measureBaseline, releasePatience } from "../../subject/patience.js";
import type { ServerUnderTest } from "../../subject/server-under-test.js";
import { NotHeld } from "../../trial/holding.js";
import { waitOf } from "../../trial/outcome.js";
import { SURELY_LONGER } from "../../trial/trials.js";
import { Saturation } from "./saturation.js";

/** Of what had come with the clients, so much has to go with them for it to have been theirs. */
const GONE = 0.5;

export class Probing {
  /** The lives of the clients that held and of the one that was not served; none, where all were. */
  lives: ClientResult[] = [];
  /** The one that was not served was, but so late that the release had no part in it: the probe says nothing. */
  timeoutTooShort = false;
  readonly #subject: ServerUnderTest;
  readonly #observer: Observer;
  readonly #saturation: Saturation;

  /** `thorough`: see Saturation. */
  constructor(subject: ServerUnderTest, observer: Observer, hold: Hold, thorough: boolean) {
    this.#subject = subject;
    this.#observer = observer;
    this.#saturation = new Saturation(subject, observer, hold, thorough);
  }

  /** Holds until somebody is not served. Throws NoLoneAnswer where it answers nobody after that. Null: the server does not let itself be held so. */
  async carryOut(): Promise<Probe | null> {
    const { holders, steps } = this.#saturation;
    try {
      await this.#saturation.occupy();
      const { waiting } = this.#saturation;
      const limit = waiting === null ? null : holders.length;
      const turnedAway = waiting?.turnedAway === true;
      const release = waiting === null ? null : await this.#release(waiting);
      await this.#saturation.end();
      const shrank = this.#shrank(steps);
      return { steps, limit, turnedAway, waiting: release, endsWithItsClient: false, shrank };
    } catch (error) {
      if (error instanceof NotHeld) return null;
      throw error;
    } finally {
      await this.#saturation.end();
    }
  }

  /** Where the one waits that has to, and whether it is answered once the first holder has left. */
  async #release({
    client,
    turnedAway,
    evidence,
  }: NonNullable<Saturation["waiting"]>): Promise<Probe["waiting"]> {
    const { holders, steps } = this.#saturation;
    const { question, patienceMs } = this.#subject;
    // A thread that waits for a lock since this client came has taken it; others may always have waited so.
    const onLocks = this.#observer.onLocks();
    const lock = (onLocks ?? 0) > (steps.at(-1)!.onLocks ?? 0);
    await this.#saturation.release();
    const heard = client.times.firstByteMs !== null;
    const over = () => (heard ? client.answer?.complete === true : client.answered) || client.ending !== null;
    await waitForReply(client, this.#observer, question, releasePatience(question, patienceMs!), over);
    const answeredAfterRelease = client.answered && !turnedAway;
    const lateMs = client.startedAt + (client.times.firstByteMs ?? 0) - holders[0]!.leftAt!;
    this.timeoutTooShort =
      answeredAfterRelease && !heard && lateMs > patienceMs! && patienceMs! < question.silenceMs;
    if (this.timeoutTooShort) this.#subject.isSlower(lateMs);
    // Had it been accepted, it may be that the server takes so long for any answer: the next probe, which has to say the same, tells.
    if (answeredAfterRelease && evidence?.accepted !== false)
      this.#subject.givesAtLeast(SURELY_LONGER * (client.times.firstByteMs ?? 0));
    const silent = !client.answered && client.ending === null;
    await this.#saturation.end();
    // All have left: one that answers nobody any more has no model. Throws NoLoneAnswer.
    if (silent) {
      const fresh = new TcpClient("fresh client", this.#observer.server.endpoint, { keepBody: false });
      await measureBaseline(fresh, this.#observer, question);
    }
    const outcome = turnedAway ? "refused" : answeredAfterRelease ? "blocked" : "silent";
    this.lives = [
      ...(await this.#saturation.holderLives()),
      {
        ...(await this.#saturation.life(client)),
        outcome,
        ...waitOf(client, outcome, evidence, holders[0]!),
        ...(answeredAfterRelease && { holders: holders.length }),
      },
    ];
    return turnedAway ? null : { accepted: evidence?.accepted ?? null, lock, answeredAfterRelease };
  }

  /** All have left: has what had come with them? */
  #shrank(steps: readonly ProbeStep[]): boolean | null {
    const now = this.#observer.counts();
    const [before, most] = [steps[0]!, steps.at(-1)!];
    const part = (then: number | null, peak: number | null, left: number | null) => {
      const grown = (peak ?? 0) - (then ?? 0);
      return grown <= 0 ? [] : [(peak ?? 0) - (left ?? 0) >= GONE * grown];
    };
    const parts = [
      ...part(before.threads, most.threads, now.threads),
      ...part(before.processes, most.processes, now.processes),
    ];
    return parts.length === 0 ? null : parts.some(Boolean);
  }
}
