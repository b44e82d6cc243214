// How the connections of a load are made, and whether the server's full accept queue turned some away.

import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";

/** A client that a full accept queue has turned away tries again after a second (RFC 6298 §2), and then after others. */
const CONNECTING_MS = 3500;
const TURNED_AWAY_MS = 900;

export class Opening extends EventTarget {
  readonly #connected: boolean[];
  /** When a connection was begun that is not made yet. */
  readonly #connecting: (number | null)[];
  readonly #turnedAway = new Set<number>();

  constructor(connections: number) {
    super();
    this.#connected = Array.from({ length: connections }, () => false);
    this.#connecting = Array.from({ length: connections }, () => null);
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

  /** How many could not connect at once. */
  get turnedAway(): number {
    this.#connecting.forEach((_, connection) => {
      this.#look(connection);
    });
    return this.#turnedAway.size;
  }

  /** A connection on this machine is made at once, or not before the system tries again. */
  #look(connection: number): void {
    const since = this.#connecting[connection];
    if (typeof since === "number" && performance.now() - since > TURNED_AWAY_MS)
      this.#turnedAway.add(connection);
  }

  /** Resolves when every connection is made, and so has asked, or is not made soon. */
  async asked(): Promise<void> {
    const deadline = performance.now() + CONNECTING_MS;
    for (let left = CONNECTING_MS; this.#connected.includes(false) && left > 0; ) {
      await this.next("connected", left);
      left = deadline - performance.now();
    }
  }

  /** Does this happen within that time? */
  protected async next(event: "first" | "connected", withinMs: number): Promise<boolean> {
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
}
