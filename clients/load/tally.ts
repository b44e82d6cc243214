// Keeps account of every request, by connection: nothing that was sent may get lost in the figures.

import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { build, type Histogram } from "hdr-histogram-js";
import type { LoadFigures } from "./plan.js";

/**
 * A load is steady when every connection is served, or when for so long none was served that was not before. A client
 * that a full accept queue has turned away tries again after a second (RFC 6298 §2).
 */
const SETTLING_MS = 1500;

export class Tally extends EventTarget {
  readonly #pending: boolean[];
  readonly #completed: number[];
  readonly #latencies: Histogram = build({ numberOfSignificantValueDigits: 3 });
  #sent = 0;
  #failed = 0;

  constructor(connections: number) {
    super();
    this.#pending = Array.from({ length: connections }, () => false);
    this.#completed = Array.from({ length: connections }, () => 0);
  }

  /** A request goes out. One that still had no answer on this connection never gets one now: it has failed. */
  sent(connection: number): void {
    if (this.#pending[connection]) this.failed(connection);
    this.#pending[connection] = true;
    this.#sent++;
  }

  completed(connection: number, latencyMs: number): void {
    this.#pending[connection] = false;
    if (this.#completed[connection]!++ === 0) this.dispatchEvent(new Event("first"));
    this.#latencies.recordValue(Math.max(1, Math.round(latencyMs * 1000)));
  }

  failed(connection: number): void {
    if (!this.#pending[connection]) return;
    this.#pending[connection] = false;
    this.#failed++;
  }

  /** Resolves when the load is steady. */
  async steady(): Promise<void> {
    while (this.#completed.includes(0)) {
      const calm = new AbortController();
      const { signal } = calm;
      const settled = delay(SETTLING_MS, true, { signal });
      const served = once(this, "first", { signal }).then(() => false);
      // Whichever comes first calls the other off, which says so by an AbortError.
      const over = await Promise.race([settled, served]);
      calm.abort();
      await Promise.allSettled([settled, served]);
      if (over) return;
    }
  }

  /** Counts from now on. What is on its way was sent, as far as this count goes. */
  begin(): void {
    this.#completed.fill(0);
    this.#latencies.reset();
    this.#failed = 0;
    this.#sent = this.#pending.filter(Boolean).length;
  }

  figures(): Pick<LoadFigures, "sent" | "completed" | "failed" | "inFlight" | "latencyUs" | "perConnection"> {
    const completed = this.#completed.reduce((sum, count) => sum + count, 0);
    const at = (percentile: number) => this.#latencies.getValueAtPercentile(percentile);
    return {
      sent: this.#sent,
      completed,
      failed: this.#failed,
      inFlight: this.#pending.filter(Boolean).length,
      latencyUs:
        completed === 0 ? null : { p50: at(50), p90: at(90), p99: at(99), max: this.#latencies.maxValue },
      perConnection: this.#completed,
    };
  }
}
