// The few statistics that a comparison needs: the middle, the spread, and how many times one is the other.

/** A central value between the least and the greatest that were seen. */
export interface Range {
  low: number;
  high: number;
}

/** How many times one thing is the other: the middle of the ratios, and the ratios' range. */
export interface Ratio extends Range {
  ratio: number;
}

/**
 * The value below which the fraction `p` (0 to 1) of the values lies, linear between two neighbours:
 * Hyndman and Fan's type 7, which is also what R, NumPy and spreadsheets mean by a quantile.
 * Throws RangeError when there are no values or `p` is no fraction.
 */
export function quantile(values: readonly number[], p: number): number {
  if (values.length === 0) throw new RangeError("a quantile needs at least one value");
  if (!(p >= 0 && p <= 1)) throw new RangeError(`a quantile's fraction is from 0 to 1, not ${p}`);
  const sorted = values.toSorted((a, b) => a - b);
  const position = (sorted.length - 1) * p;
  const below = sorted[Math.floor(position)]!;
  const above = sorted[Math.ceil(position)]!;
  return below + (above - below) * (position - Math.floor(position));
}

/** The middle value; of an even number of values, the mean of the middle two. Throws RangeError when there are none. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The least and the greatest value. Throws RangeError when there are none. */
export function range(values: readonly number[]): Range {
  return { low: quantile(values, 0), high: quantile(values, 1) };
}

/**
 * How evenly something is shared out: 1 when all have the same, 1/n when one of n has everything; null when there is
 * nothing to share. Jain, Chiu and Hawe, A Quantitative Measure of Fairness, DEC-TR-301 (1984).
 */
export function fairness(shares: readonly number[]): number | null {
  const sum = shares.reduce((total, share) => total + share, 0);
  const squares = shares.reduce((total, share) => total + share * share, 0);
  return squares === 0 ? null : (sum * sum) / (shares.length * squares);
}

/**
 * How many times `ours` is `theirs`, from interleaved rounds: `ours[i]` and `theirs[i]` were measured one after the
 * other, so a machine that is slow for a while is slow for both. The middle is the median of the rounds' ratios, which
 * one bad round does not move; of an even number of rounds, the geometric mean of the middle two, because ratios multiply:
 * twice as fast in one round and half as fast in the next is 1, where the arithmetic mean would say 1.25.
 * Throws RangeError unless both have the same number of values, at least one, all above 0.
 */
export function ratioWithRange(ours: readonly number[], theirs: readonly number[]): Ratio {
  if (ours.length !== theirs.length) throw new RangeError("interleaved rounds come in pairs");
  if (![...ours, ...theirs].every((value) => value > 0)) throw new RangeError("a ratio needs values above 0");
  const ratios = ours.map((value, round) => value / theirs[round]!);
  const { low, high } = range(ratios);
  const middle = Math.exp(median(ratios.map(Math.log)));
  // The detour through logarithms rounds: keep the middle where it must be.
  return { ratio: Math.min(Math.max(middle, low), high), low, high };
}
