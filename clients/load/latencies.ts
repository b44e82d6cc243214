// Latencies in an HDR histogram: microseconds, three significant digits, however many there are.

import { build, type Histogram } from "hdr-histogram-js";

/** Where a distribution is drawn: evenly in the middle, and ever closer to its end, where the interesting few are. */
const PERCENTILES = [0, 10, 25, 50, 75, 90, 95, 97.5, 99, 99.5, 99.9, 99.99, 100];

/** In microseconds. */
export interface Moments {
  mean: number;
  deviation: number;
  p50: number;
  p90: number;
  p99: number;
  max: number;
}

export class Latencies {
  readonly #histogram: Histogram = build({ numberOfSignificantValueDigits: 3 });

  record(milliseconds: number): void {
    this.#histogram.recordValue(Math.max(1, Math.round(milliseconds * 1000)));
  }

  reset(): void {
    this.#histogram.reset();
  }

  /** In microseconds; null: nothing was recorded. */
  summary(): { p50: number; p90: number; p99: number; max: number } | null {
    if (this.#histogram.totalCount === 0) return null;
    return { p50: this.#at(50), p90: this.#at(90), p99: this.#at(99), max: this.#histogram.maxValue };
  }

  /** The same with the mean and the standard deviation. */
  moments(): Moments | null {
    const summary = this.summary();
    return summary && { ...summary, mean: this.#histogram.mean, deviation: this.#histogram.stdDeviation };
  }

  /** A percentile that would be a single value's, as the 99.99th of a hundred is, is left out; the greatest stays. */
  distribution(): { percentile: number; us: number }[] {
    const count = this.#histogram.totalCount;
    return PERCENTILES.filter(
      (percentile) => count > 0 && (percentile === 100 || percentile * count <= 100 * (count - 1)),
    ).map((percentile) => ({
      percentile,
      us: percentile === 100 ? this.#histogram.maxValue : this.#at(percentile),
    }));
  }

  /** The histogram says the end of the percentile's bucket, which may lie beyond the greatest value. */
  #at(percentile: number): number {
    return Math.min(this.#histogram.getValueAtPercentile(percentile), this.#histogram.maxValue);
  }
}
