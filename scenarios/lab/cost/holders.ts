// Clients that hold a server: they have been answered and stay, or, where it closes then, have connected and say nothing.

import { setTimeout as delay } from "node:timers/promises";
import { TcpClient } from "../../../clients/tcp.js";
import type { Observer } from "../observer.js";
import { untilRest } from "../rest.js";
import type { Subject } from "../subject.js";

export class Holders {
  readonly #subject: Subject;
  readonly #clients: TcpClient[] = [];

  constructor(subject: Subject) {
    this.#subject = subject;
  }

  /** Has so many clients come, those included that are there already. Resolves when all are held, or the server rests. */
  async growTo(count: number, observer: Observer, withinMs: number): Promise<void> {
    const { alone, question, patienceMs } = this.#subject;
    while (this.#clients.length < count) {
      const client = new TcpClient(`holder ${this.#clients.length + 1}`, observer.server.endpoint, {
        keepBody: false,
      });
      this.#clients.push(client);
      if (alone!.closes) client.connect();
      else client.ask(question.path);
    }
    const deadline = performance.now() + withinMs;
    const left = () => deadline - performance.now();
    await Promise.all(
      this.#clients.map((client) => client.until(() => settled(client), Math.min(2000, left()))),
    );
    while (this.held(observer) < count && left() > 0) {
      const before = this.held(observer);
      await delay(patienceMs!); // a server that thinks by sleeping looks as if it were at rest
      const rested = await untilRest(observer.server, observer.kernel, left());
      if (rested && this.held(observer) === before) return;
    }
  }

  /** How many have the server to themselves, or their part of it. */
  held(observer: Observer): number {
    const { alone } = this.#subject;
    return this.#clients.filter((client) => {
      if (client.ending !== null) return false;
      if (alone!.closes) return observer.accepted(client) ?? client.times.connectedMs !== null;
      return client.answer?.complete === true || (alone!.openEnded && client.answer?.bytes === alone!.bytes);
    }).length;
  }

  async leave(): Promise<void> {
    await Promise.all(this.#clients.map((client) => client.destroy()));
  }
}

/** It is connected, or it never will be. */
const settled = ({ times, ending }: TcpClient): boolean => times.connectedMs !== null || ending !== null;
