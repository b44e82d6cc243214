// Tells when an examination does nothing but wait, for a program that is silent or does not listen, and when it goes on: another
// one may have its processor time meanwhile.

import { watchThreads } from "../../scenarios/lab/kernel/activity.js";
import { tree } from "../../scenarios/lab/kernel/processes.js";

const LOOK_EVERY_MS = 100;
/** Nothing was seen to be done for so long: then it is waited. */
const IDLE_MS = 600;
/** To wait is to look now and then, which takes some time, too: this part of one processor at the most. */
const LOOKING = 0.3;

export class IdleDetector {
  /** Its own: who watches the server keeps that one's files open, and is not to lose them by our looks. */
  readonly #watch = watchThreads();
  readonly #tell: (idle: boolean) => void;
  readonly #timer: NodeJS.Timeout;
  #idle = false;
  #busyAt = performance.now();
  #lookedAt = performance.now();
  #used = process.cpuUsage();

  /** Watches this process and all that it has started. `tell` is called whenever it begins to wait, or to go on. */
  constructor(tell: (idle: boolean) => void) {
    this.#tell = tell;
    this.#timer = setInterval(() => this.#look(), LOOK_EVERY_MS);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#watch.close();
  }

  #look(): void {
    const now = performance.now();
    if (this.#isBusy(now)) this.#busyAt = now;
    const idle = now - this.#busyAt > IDLE_MS;
    if (idle !== this.#idle) this.#tell(idle);
    this.#idle = idle;
  }

  #isBusy(now: number): boolean {
    const { user, system } = process.cpuUsage(this.#used);
    const passedMs = now - this.#lookedAt;
    this.#used = process.cpuUsage();
    this.#lookedAt = now;
    // Looked at too late, we were kept from the processor ourselves: who is, does not wait.
    if ((user + system) / 1000 > LOOKING * passedMs || passedMs > 2 * LOOK_EVERY_MS) return true;
    return !this.#watch.resting(tree(process.pid).slice(1));
  }
}
