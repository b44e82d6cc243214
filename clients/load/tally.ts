// Keeps account of every request, by connection: nothing that was sent may get lost in the figures.

import { once } from "node:events";
import type { Body } from "./bodies.js";
import { Latencies } from "./latencies.js";
import { Opening } from "./opening.js";
import { FAILURES, type Failure, type LoadFigures } from "./plan.js";

/** Where only time can tell: when for so long no connection was served that was not before, none will be. */
const SETTLING_MS = 1000;

type Account = Omit<LoadFigures, "driver" | "elapsedMs" | "generatorCpuMs">;

export class Tally extends Opening {
  readonly #pending: boolean[];
  readonly #completed: number[];
  /** How many answers there were, right or wrong; and has the connection had one since it was made? */
  readonly #answers: number[];
  readonly #heard: boolean[];
  readonly #latencies = new Latencies();
  readonly #failures: Record<Failure, number> = { lost: 0, timedOut: 0, not2xx: 0, wrong: 0 };
  readonly #otherStatuses = new Map<number, number>();
  #otherBodies = 0;
  #unasked = 0;
  #sent = 0;

  constructor(connections: number) {
    super(connections);
    const none = () => Array.from({ length: connections }, () => false);
    this.#pending = none();
    this.#heard = none();
    this.#completed = Array.from({ length: connections }, () => 0);
    this.#answers = [...this.#completed];
  }

  override connecting(connection: number): void {
    this.#heard[connection] = false;
    super.connecting(connection);
  }

  /** A request goes out. One that still had no answer on this connection never gets one now: it was lost. */
  sent(connection: number): void {
    if (this.#pending[connection]) this.failed(connection, "lost");
    this.#pending[connection] = true;
    this.#sent++;
  }

  /** A whole answer has come. */
  answered(connection: number, status: number, latencyMs: number, body: ReturnType<Body["end"]>): void {
    this.#heard[connection] = true;
    if (this.#answers[connection]!++ === 0) this.dispatchEvent(new Event("first"));
    if (status < 200 || status > 299) {
      this.#otherStatuses.set(status, (this.#otherStatuses.get(status) ?? 0) + 1);
      this.failed(connection, "not2xx");
    } else if (body === "other length") {
      this.failed(connection, "wrong");
    } else {
      if (body === "other bytes") this.#otherBodies++;
      this.#pending[connection] = false;
      this.#completed[connection]!++;
      this.#latencies.record(latencyMs);
    }
  }

  /** An answer has come that nobody had asked for. */
  unasked(): void {
    this.#unasked++;
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

  /** Resolves when every connection has had an answer. */
  async served(): Promise<void> {
    while (this.#answers.includes(0)) await once(this, "first");
  }

  /** Resolves when for a while no connection was answered that was not before. */
  async settled(): Promise<void> {
    while (await this.next("first", SETTLING_MS));
  }

  /** Counts from now on. What is on its way was sent, as far as this count goes. */
  begin(): void {
    this.#completed.fill(0);
    this.#answers.fill(0);
    this.#latencies.reset();
    for (const why of FAILURES) this.#failures[why] = 0;
    this.#otherStatuses.clear();
    this.#otherBodies = 0;
    this.#unasked = 0;
    this.#sent = this.#pending.filter(Boolean).length;
  }

  /** The account as it stands: a copy, which later events do not change. */
  figures(): Account {
    const failures = { ...this.#failures };
    return {
      sent: this.#sent,
      completed: sum(this.#completed),
      failed: sum(Object.values(failures)),
      failures,
      otherStatus: [...this.#otherStatuses].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null,
      otherBodies: this.#otherBodies,
      unasked: this.#unasked,
      inFlight: this.#pending.filter(Boolean).length,
      latencyUs: this.#latencies.summary(),
      distribution: this.#latencies.distribution(),
      perConnection: [...this.#completed],
      starved: this.#heard.filter((heard, at) => !heard && this.#answers[at] === 0).length,
      turnedAway: this.turnedAway,
    };
  }
}

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);
