// Fills the accept queue of a server that is held, sees whom the kernel turns away, and lets it run empty.

import { heard } from "../../../../clients/client.js";
import type { TcpClient } from "../../../../clients/tcp.js";
import type { ClientResult, KernelEvidence, QueueResult } from "../../../../results/result.js";
import type { End } from "../../kernel/index.js";
import type { Observer } from "../../observe/observer.js";
import { endOf, synRetries } from "../../observe/syn-retries.js";
import { completeAnswer, releasePatience } from "../../subject/patience.js";
import type { ServerUnderTest } from "../../subject/server-under-test.js";
import { outcomeOf, waitOf } from "../../trial/outcome.js";
import type { Saturation } from "../model/saturation.js";

/** So many come that are not let in, then no more. */
const TURNED_AWAY = 2;
const MOST_CLIENTS = 80;
/** A connection on this machine is made at once, or not before the kernel tries again: after a second, on Linux. */
const CONNECT_MS = 100;
/** Linux tries again after 1, 2, 3 … seconds (net.ipv4.tcp_syn_linear_timeouts), older ones after 1, 3, 7. */
const RETRIES_MS = 8000;

/** One who came while the server was held. `evidence`: the kernel's word, taken when the last one had come. */
interface Guest {
  client: TcpClient;
  /** Was it let in at once? If not: its own end, and when its system tried again. */
  connected: boolean;
  end: End | null;
  retries: Promise<number[]>;
  early: boolean;
  evidence: KernelEvidence | null;
}

export class AcceptQueue {
  readonly #subject: ServerUnderTest;
  readonly #observer: Observer;
  readonly #saturation: Saturation;
  readonly #guests: Guest[] = [];

  /** `saturation`: the first who has to wait stands in the queue already. */
  constructor(subject: ServerUnderTest, observer: Observer, saturation: Saturation) {
    this.#subject = subject;
    this.#observer = observer;
    this.#saturation = saturation;
  }

  /** Has clients come until the kernel turns them away. */
  async fill(): Promise<QueueResult> {
    await this.#add(this.#saturation.waiting!.client);
    const away = () => this.#guests.filter(({ connected }) => !connected).length;
    // Whom the server takes into itself, though it does not serve them, stands in no queue that could be filled.
    while (this.#standing() && this.#guests.length < MOST_CLIENTS && away() < TURNED_AWAY) {
      await this.#add(this.#saturation.come(this.#guests.length));
    }
    for (const guest of this.#guests) {
      guest.evidence = this.#observer.evidence(guest.client);
      guest.early = heard(guest.client);
    }
    const listener = this.#observer.kernel.listener(this.#observer.server.endpoint);
    return {
      backlog: listener?.backlog ?? null,
      acceptQueue: listener?.acceptQueue ?? null,
      connected: this.#guests.filter(inQueue).length,
      turnedAway: away(),
      cameInMs: [],
    };
  }

  /** Those who stand in the queue come in one after the other: each leaves as soon as it is answered. Answers when those came in who were turned away. */
  async runEmpty(): Promise<QueueResult["cameInMs"]> {
    const { question, patienceMs } = this.#subject;
    const patience = Math.max(RETRIES_MS, releasePatience(question, patienceMs!));
    let last = performance.now();
    await Promise.all(
      this.#guests.map(async ({ client }) => {
        const over = () => heard(client);
        // As long as the one before is answered, the next one has its turn.
        const left = () => last + patience - performance.now();
        while (!over() && left() > 0) await client.until(over, left());
        if (client.answered) await completeAnswer(client, this.#observer, question);
        await client.leave();
        last = performance.now();
      }),
    );
    const late = this.#guests.filter(({ connected }) => !connected);
    return late.map(({ client }) => client.times.connectedMs);
  }

  /** The lives of those who came, in their order; to be asked for when the queue is empty. */
  lives(): Promise<ClientResult[]> {
    const { holders } = this.#saturation;
    return Promise.all(
      this.#guests.map(async ({ client, connected, early, evidence, retries }): Promise<ClientResult> => {
        const outcome = outcomeOf(client, early, this.#subject.alone!);
        const life = { ...(await this.#saturation.life(client)), outcome };
        const waited = {
          ...waitOf(client, outcome, evidence, holders[0]!),
          ...(outcome === "blocked" && { holders: holders.length }),
        };
        if (connected) return { ...life, ...waited };
        // It waited from its first SYN on: for the holders, and then for its own system, which tries again when it likes.
        const outside = { ...waited, waitedIn: "outside" as const, waitedMs: life.firstByteMs ?? 0 };
        return { ...life, ...(outcome === "blocked" && outside), synRetriesMs: await retries };
      }),
    );
  }

  async end(): Promise<void> {
    await Promise.all(this.#guests.map(({ client }) => client.destroy()));
  }

  async #add(client: TcpClient): Promise<void> {
    const guest: Guest = {
      client,
      connected: false,
      end: null,
      retries: Promise.resolve([]),
      early: false,
      evidence: null,
    };
    this.#guests.push(guest); // so that it is ended, whatever comes
    await client.until(() => client.times.connectedMs !== null || client.ending !== null, CONNECT_MS);
    guest.connected = client.times.connectedMs !== null;
    if (guest.connected) return;
    guest.end = endOf(
      this.#observer,
      this.#guests.flatMap(({ end }) => end ?? []),
    );
    guest.retries = synRetries(client, guest.end, this.#observer);
  }

  /** Stands the first one in the queue? Where the system can't say, it may. */
  #standing(): boolean {
    const { client } = this.#guests[0]!;
    return this.#observer.accepted(client) !== true && !client.answered && client.ending === null;
  }
}

/** Has it been let in, and not been accepted? */
const inQueue = ({ connected, early, evidence }: Guest): boolean =>
  connected && !early && evidence?.accepted !== true;
