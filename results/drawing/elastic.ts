// A time axis that stretches where much happens.

export interface Axis {
  /** The moments and their places, for a scale that is linear between each two of them. */
  domain: number[];
  range: number[];
  /** Where a moment stands. */
  at(moment: number): number;
}

/** No step is narrower than this, as long as all such steps together leave half of the axis to be shared by time. */
const least = 9;

/**
 * An axis over those moments, from one place to the other. Each step from one moment to the next has a least width
 * and the rest is shared out by time, so that an accept of 0.2 ms is seen beside a wait of 10 s.
 */
export function elastic(moments: readonly number[], [left, right]: readonly [number, number]): Axis {
  const domain = [...new Set(moments)].sort((a, b) => a - b);
  if (domain.length === 0) domain.push(0);
  if (domain.length === 1) domain.push(domain[0]! + 1);
  const [start, end] = [domain[0]!, domain.at(-1)!];
  const steps = domain.length - 1;
  const step = Math.min(least, (right - left) / 2 / steps);
  const spare = right - left - steps * step;
  const range = domain.map((moment, at) => left + at * step + (spare * (moment - start)) / (end - start));
  return {
    domain,
    range,
    at(moment) {
      const after = Math.max(
        1,
        domain.findIndex((each) => each >= moment),
      );
      const [from, to] = [domain[after - 1]!, domain[after]!];
      const part = Math.min(1, Math.max(0, (moment - from) / (to - from)));
      return range[after - 1]! + part * (range[after]! - range[after - 1]!);
    },
  };
}
