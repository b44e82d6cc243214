// Keeps account of every request, by connection: nothing that was sent may get lost in the figures.

import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { Latencies } from "./latencies.js";
import type { Failure, LoadFigures } from "./plan.js";

/** A client that a full accept queue has turned away tries again after a second (RFC 6298 §2), and then after others. */
const CONNECTING_MS = 3500;
const TURNED_AWAY_MS = 900;
/** Where only time can tell: when for so long no connection was served that was not before, none will be. */
const SETTLING_MS = 1000;

type Account = Pick<
  LoadFigures,
  | "sent"
  | "completed"
  | "failed"
  | "failures"
  | "inFlight"
  | "latencyUs"
  | "distribution"
  | "perConnection"
  | "turnedAway"
>;

export class Tally extends EventTarget {
  readonly #pending: boolean[];
  readonly #connected: boolean[];
  /** When a connection was begun that is not made yet. */
  readonly #connecting: (number | null)[];
  readonly #turnedAway = new Set<number>();
  readonly #completed: number[];
  readonly #latencies = new Latencies();
  readonly #failures: Record<Failure, number> = { lost: 0, timedOut: 0, not2xx: 0 };
  #sent = 0;

  constructor(connections: number) {
    super();
    const none = () => Array.from({ length: connections }, () => false);
    this.#pending = none();
    this.#connected = none();
    this.#connecting = Array.from({ length: connections }, () => null);
    this.#completed = Array.from({ length: connections }, () => 0);
  }

  connecting(connection: number): void {
    this.#connecting[connection] = performance.now();
  }

  connected(connection: number): void {
    this.#look(connection);
    this.#connecting[connection] = null;
    this.#connected[connection] = true;
    this.dispatchEvent(new Event("connected"));
  }

  /** A connection on this machine is made at once, or not before the system tries again. */
  #look(connection: number): void {
    const since = this.#connecting[connection];
    if (typeof since === "number" && performance.now() - since > TURNED_AWAY_MS)
      this.#turnedAway.add(connection);
  }

  /** A request goes out. One that still had no answer on this connection never gets one now: it was lost. */
  sent(connection: number): void {
    if (this.#pending[connection]) this.failed(connection, "lost");
    this.#pending[connection] = true;
    this.#sent++;
  }

  completed(connection: number, latencyMs: number): void {
    this.#pending[connection] = false;
    if (this.#completed[connection]!++ === 0) this.dispatchEvent(new Event("first"));
    this.#latencies.record(latencyMs);
  }

  failed(connection: number, why: Failure): void {
    if (!this.#pending[connection]) return;
    this.#pending[connection] = false;
    this.#failures[why]++;
  }

  /** The request that was just taken for lost had timed out. */
  lostInTime(): void {
    if (this.#failures.lost === 0) return; // it was lost before the count began
    this.#failures.lost--;
    this.#failures.timedOut++;
  }

  /** Resolves when every connection is made, and so has asked, or is not made soon. */
  async asked(): Promise<void> {
    const deadline = performance.now() + CONNECTING_MS;
    for (let left = CONNECTING_MS; this.#connected.includes(false) && left > 0; ) {
      await this.#next("connected", left);
      left = deadline - performance.now();
    }
  }

  /** Resolves when every connection has been served. */
  async served(): Promise<void> {
    while (this.#completed.includes(0)) await once(this, "first");
  }

  /** Resolves when for a while no connection was served that was not before. */
  async settled(): Promise<void> {
    while (await this.#next("first", SETTLING_MS));
  }

  /** Does this happen within that time? */
  async #next(event: "first" | "connected", withinMs: number): Promise<boolean> {
    const calm = new AbortController();
    const { signal } = calm;
    const late = delay(withinMs, false, { signal });
    const happened = once(this, event, { signal }).then(() => true);
    // Whichever comes first calls the other off, which says so by an AbortError.
    const first = await Promise.race([late, happened]);
    calm.abort();
    await Promise.allSettled([late, happened]);
    return first;
  }

  /** Counts from now on. What is on its way was sent, as far as this count goes. */
  begin(): void {
    this.#completed.fill(0);
    this.#latencies.reset();
    for (const why of Object.keys(this.#failures) as Failure[]) this.#failures[why] = 0;
    this.#sent = this.#pending.filter(Boolean).length;
  }

  /** The account as it stands: a copy, which later events do not change. */
  figures(): Account {
    const failures = { ...this.#failures };
    this.#connecting.forEach((_, connection) => {
      this.#look(connection);
    });
    return {
      sent: this.#sent,
      completed: this.#completed.reduce((sum, count) => sum + count, 0),
      failed: failures.lost + failures.timedOut + failures.not2xx,
      failures,
      inFlight: this.#pending.filter(Boolean).length,
      latencyUs: this.#latencies.summary(),
      distribution: this.#latencies.distribution(),
      perConnection: [...this.#completed],
      turnedAway: this.#turnedAway.size,
    };
  }
}
