// Follows clients from the moment before they connect: when the server accepts them, and whom it lets stand.

import { setTimeout as delay } from "node:timers/promises";
import type { Client } from "../../../clients/client.js";
import type { Observer } from "./observer.js";

const LOOK_EVERY_MS = 1;
/** For so long the moment of accept is looked for at every turn of the event loop, then every millisecond. */
const CLOSE_LOOK_MS = 2;
/** And for so long when somebody leaves, for then the next one may be accepted and answered between two looks. */
const RELEASE_LOOK_MS = 20;

/** `left`: the server rested, and had not accepted it. */
interface Seen {
  accepted: boolean;
  left: boolean;
}

export class AcceptWatch {
  readonly #observer: Observer;
  readonly #seen = new Map<Client, Seen>();
  #closelyUntil = 0;

  constructor(observer: Observer) {
    this.#observer = observer;
  }

  /** Those who have come to the server under the observer's eyes, in their order. */
  get clients(): Client[] {
    return [...this.#seen.keys()];
  }

  /**
   * Resolves with when the server accepted the client, in milliseconds since its connect; null when that is not seen before
   * the client ends, or can't be. A browser does not say which port its connection has, so it is found as the connection
   * that was not there before.
   */
  async follow(client: Client): Promise<number | null> {
    const observer = this.#observer;
    const seen: Seen = { accepted: false, left: false };
    this.#seen.set(client, seen);
    if (!observer.kernel.canSeeConnections) return null;
    const before = client.kind === "browser" ? observer.ends().map(({ port }) => port) : [];
    let looked = performance.now();
    while (client.ending === null) {
      if (client.kind === "browser" && client.localPort === null) {
        const end = observer.ends().find(({ port }) => !before.includes(port));
        client.localPort = end?.port ?? null;
        client.localAddress = end?.address ?? null;
        if (client.localPort !== null) client.times.connectedMs ??= performance.now() - client.startedAt;
      }
      if (client.localPort === null) looked = performance.now();
      else if (observer.accepted(client)) {
        seen.accepted = true;
        return performance.now() - client.startedAt;
      }
      const now = performance.now();
      const closely = now - looked < CLOSE_LOOK_MS || now < this.#closelyUntil;
      if (closely && client.localPort !== null) await turn();
      else {
        if (client.localPort !== null && !seen.left) seen.left = this.#leaves(client);
        await delay(LOOK_EVERY_MS);
      }
    }
    return null;
  }

  /** Call this before somebody leaves for whom others wait. Resolves when nobody looks away any more. */
  async lookClosely(): Promise<void> {
    this.#closelyUntil = performance.now() + RELEASE_LOOK_MS;
    if (this.#observer.kernel.canSeeConnections) await delay(2 * LOOK_EVERY_MS);
  }

  /**
   * May the server have had to do with this client? One that ends as soon as it has accepted is too quick to be seen; but whom
   * it had not accepted when it rested, it did not know of.
   */
  hadIt(client: Client): boolean {
    const { accepted = false, left = false } = this.#seen.get(client) ?? {};
    return accepted || client.answered || (client.times.connectedMs !== null && !left);
  }

  /** Does the server rest, and leave this client where it stands? One that is gone rests, too. */
  #leaves(client: Client): boolean {
    const observer = this.#observer;
    return observer.resting() === true && observer.accepted(client) === false && !observer.gone;
  }
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
