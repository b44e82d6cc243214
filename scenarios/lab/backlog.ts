// How many clients may connect while nobody is accepted, and when those come in whom the kernel has turned away.

import { TcpClient } from "../../clients/tcp.js";
import type { ClientResult, QueueResult, ServerResult } from "../../results/result.js";
import type { Inquiry } from "../scenario.js";
import { takeHold } from "./holding.js";
import type { Observer } from "./observer.js";
import { completeAnswer } from "./patience.js";
import type { Found } from "./run.js";
import type { Subject } from "./subject.js";
import { lifeOf } from "./trial.js";

/** So many come that are not let in, then no more. */
const TURNED_AWAY = 2;
const MOST_CLIENTS = 80;
/** A connection on this machine is made at once, or not before the kernel tries again: after a second, on Linux. */
const CONNECT_MS = 100;
/** Linux tries again after 1, 2, 3 … seconds (net.ipv4.tcp_syn_linear_timeouts), older ones after 1, 3, 7. */
const RETRIES_MS = 8000;

export class BacklogInquiry {
  readonly #subject: Subject;
  readonly #inquiry: Inquiry;
  #queue: QueueResult | null = null;
  #lives: ClientResult[] = [];

  constructor(subject: Subject, inquiry: Inquiry) {
    this.#subject = subject;
    this.#inquiry = inquiry;
  }

  /** Fills the accept queue of a server that is held, and lets it run empty. Throws what `explain` explains. */
  async carryOut(): Promise<Found> {
    await this.#subject.learnAnswerTime("tcp");
    await this.#fill(await this.#subject.observer());
    this.#subject.remark();
    return { server: this.outline(), pictures: new Map() };
  }

  async #fill(observer: Observer): Promise<void> {
    const { question } = this.#subject;
    const start = performance.now();
    const holder = this.#client(1, observer);
    const guests: { client: TcpClient; accepted: Promise<number | null>; let: boolean }[] = [];
    try {
      const hold = await takeHold(holder, this.#subject.alone!.closes ? "idle" : "kept", observer, question);
      const holdingMs = performance.now() - holder.startedAt;
      while (guests.length < MOST_CLIENTS && guests.filter((guest) => !guest.let).length < TURNED_AWAY) {
        const client = this.#client(guests.length + 2, observer);
        const accepted = observer.follow(client);
        client.ask(question.path);
        await client.until(() => client.times.connectedMs !== null || client.ending !== null, CONNECT_MS);
        guests.push({ client, accepted, let: client.times.connectedMs !== null });
      }
      const listener = observer.kernel.listener(observer.server.endpoint);
      const releasedMs = performance.now() - holder.startedAt;
      await holder.leave();
      // Each leaves as soon as it is answered, so that the next one has its turn.
      await Promise.all(
        guests.map(async ({ client }) => {
          await client.until(() => client.answered || client.ending !== null, RETRIES_MS);
          if (client.answered) await completeAnswer(client, observer, question);
          await client.leave();
        }),
      );
      const late = guests.filter((guest) => !guest.let).map(({ client }) => client.times.connectedMs);
      this.#queue = {
        backlog: listener?.backlog ?? null,
        acceptQueue: listener?.acceptQueue ?? null,
        connected: guests.filter((guest) => guest.let).length,
        turnedAway: late.length,
        cameInMs: late,
      };
      this.#lives = [
        { ...lifeOf(holder, start, await hold.accepted), outcome: "answered", holdingMs, releasedMs },
        ...(await Promise.all(
          guests.map(async ({ client, accepted, let: connected }): Promise<ClientResult> => {
            const life = lifeOf(client, start, await accepted);
            if (!client.answered)
              return { ...life, outcome: client.ending === "refused" ? "refused" : "silent" };
            const waitedMs = (life.firstByteMs ?? 0) - (connected ? (life.connectedMs ?? 0) : 0);
            if (!connected) return { ...life, outcome: "blocked", waitedMs }; // for the queue, not for a client
            return { ...life, outcome: "blocked", blockedBy: "client 1", waitedMs, waitedIn: "accept queue" };
          }),
        )),
      ];
    } finally {
      await Promise.all([holder, ...guests.map(({ client }) => client)].map((client) => client.destroy()));
    }
  }

  #client(number: number, observer: Observer): TcpClient {
    return new TcpClient(`client ${number}`, observer.server.endpoint, { keepBody: false });
  }

  outline(): ServerResult {
    const outline = this.#subject.outline();
    const verdict = this.#queue === null ? "failed" : this.#queue.turnedAway > 0 ? "blocks" : "concurrent";
    const expected = this.#inquiry.expected[outline.name] ?? null;
    return {
      ...outline,
      verdict,
      expected,
      asExpected: expected === null ? verdict !== "failed" : verdict === expected,
      hold: "kept",
      trials: 1,
      agreeing: 1,
      clients: this.#lives,
      eachTrial: [],
      report: null,
      ...(this.#queue && { queue: this.#queue }),
    };
  }
}
