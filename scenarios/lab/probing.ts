// One probe of a server: it is held until the next client has to wait, and then one of those who hold it leaves.

import type { ClientResult, Hold, Probe } from "../../results/result.js";
import { NotHeld } from "./holding.js";
import type { Observer } from "./observer.js";
import { Occupation } from "./occupation.js";
import { releasePatience } from "./patience.js";
import type { Subject } from "./subject.js";
import { waitOf } from "./trial.js";

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
    const occupation = new Occupation(this.#subject, this.#observer, this.#hold);
    const { holders, steps } = occupation;
    try {
      await occupation.occupy();
      if (occupation.waiting === null) return { steps, limit: null, waiting: null, endsWithItsClient: false };
      const waiting = await this.#release(occupation);
      return { steps, limit: holders.length, waiting, endsWithItsClient: false };
    } catch (error) {
      if (error instanceof NotHeld) return null;
      throw error;
    } finally {
      await occupation.end();
    }
  }

  /** Where the one waits that has to, and whether it is answered once the first holder has left. */
  async #release(occupation: Occupation): Promise<Probe["waiting"]> {
    const { holders, waiting } = occupation;
    const { client, evidence } = waiting!;
    const lock = this.#observer.threads().some(({ waitsFor }) => waitsFor === "lock");
    const { question, patienceMs } = this.#subject;
    await holders[0]!.leave();
    const over = () => client.answered || client.ending !== null;
    await client.until(over, releasePatience(question, patienceMs!));
    const answeredAfterRelease = client.answered;
    await occupation.end();
    const outcome = answeredAfterRelease ? "blocked" : "silent";
    this.lives = [
      ...(await occupation.holderLives()),
      {
        ...(await occupation.life(client)),
        outcome,
        ...waitOf(client, outcome, evidence, holders[0]!),
        ...(answeredAfterRelease && { holders: holders.length }),
      },
    ];
    return { accepted: evidence?.accepted ?? null, lock, answeredAfterRelease };
  }
}
