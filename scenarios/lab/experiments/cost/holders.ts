// Clients that hold a server: they have been answered and stay, or, where it closes then, have connected and say nothing.

import { TcpClient } from "../../../../clients/tcp.js";
import type { Observer } from "../../observe/observer.js";
import type { ServerUnderTest } from "../../subject/server-under-test.js";

/** So many come at a time: more might be turned away by a short accept queue. */
const GROUP = 2;
/** Whom it has turned away all the same comes again after a second. */
const AGAIN_MS = 1300;

export class Holders {
  readonly #subject: ServerUnderTest;
  readonly #clients: TcpClient[] = [];

  constructor(subject: ServerUnderTest) {
    this.#subject = subject;
  }

  /** Has more clients come until so many are held, or the next ones have to wait. */
  async growTo(count: number, observer: Observer, withinMs: number): Promise<void> {
    const deadline = performance.now() + withinMs;
    while (this.#clients.length < count && performance.now() < deadline) {
      const group = Array.from({ length: Math.min(GROUP, count - this.#clients.length) }, () =>
        this.#come(observer),
      );
      const all = () => this.held(observer) === this.#clients.length;
      if (!(await this.#settle(group, all, observer, deadline))) return;
    }
  }

  #come({ server }: Observer): TcpClient {
    const { alone, question } = this.#subject;
    const client = new TcpClient(`holder ${this.#clients.length + 1}`, server.endpoint, { keepBody: false });
    this.#clients.push(client);
    if (alone!.closes) client.connect();
    else client.ask(question.path);
    return client;
  }

  /** True as soon as all are held; false when the server is at rest, and whoever is not held by then has to wait. */
  async #settle(
    group: TcpClient[],
    all: () => boolean,
    observer: Observer,
    deadline: number,
  ): Promise<boolean> {
    const { patienceMs } = this.#subject;
    const begun = performance.now();
    while (performance.now() < deadline) {
      const over = (client: TcpClient) => this.#holds(client, observer) || client.ending !== null;
      await Promise.all(group.map((client) => client.until(() => over(client), patienceMs!)));
      if (all()) return true;
      const rested = await observer.rests({ clock: deadline - performance.now() });
      if (all()) return true;
      const connecting = group.some(({ times, ending }) => times.connectedMs === null && ending === null);
      if (rested && !(connecting && performance.now() - begun < AGAIN_MS)) return false;
    }
    return false;
  }

  /** How many have the server to themselves, or their part of it. */
  held(observer: Observer): number {
    return this.#clients.filter((client) => this.#holds(client, observer)).length;
  }

  #holds(client: TcpClient, observer: Observer): boolean {
    const { alone } = this.#subject;
    if (client.ending !== null) return false;
    if (alone!.closes) return observer.accepted(client) ?? client.times.connectedMs !== null;
    return client.answer?.complete === true || (alone!.openEnded && client.answer?.bytes === alone!.bytes);
  }

  async leave(): Promise<void> {
    await Promise.all(this.#clients.map((client) => client.destroy()));
  }
}
