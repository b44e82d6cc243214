// Axes with round ticks, and names that keep off one another.

import type { Axis } from "../chart.js";

export interface Scale {
  /** A value as it is placed on an even axis: its logarithm, where that is meant. */
  turn(value: number): number;
  /** The axis from end to end, turned. */
  domain: [number, number];
  /** The values that are named, the first and the last at the ends. */
  ticks: number[];
  /** Where a value stands. */
  at(value: number): number;
}

/** So many ticks are room for. */
const MOST_TICKS = 7;

/** How far before the least value nothing stands on a logarithmic axis, in tens. */
const ZERO = 0.4;

/** An axis on which all those values find their place, between round ends. On a logarithmic one 0 stands a step before the rest. */
export function scaleOf(
  values: readonly number[],
  scale: Axis["scale"],
  [from, to]: readonly [number, number],
): Scale {
  const ticks = { log: tens, even, tail, names }[scale](values);
  const [first, last] = [ticks[0]!, ticks.at(-1)!];
  const least = ticks.find((tick) => tick > 0)!;
  const turns = {
    even: (value: number) => value,
    names: (value: number) => value,
    log: (value: number) => (value > 0 ? Math.log10(Math.max(value, least)) : Math.log10(least) - ZERO),
    tail: (percentile: number) => worse(percentile, ticks.at(-2)!),
  };
  const turn = turns[scale];
  const domain: [number, number] = [turn(first), turn(last)];
  return {
    turn,
    domain,
    ticks,
    at: (value) => from + ((turn(value) - domain[0]) / (domain[1] - domain[0])) * (to - from),
  };
}

/** One in how many is worse, as a logarithm. All of them stand a step behind the last that is told apart. */
const worse = (percentile: number, last: number): number =>
  percentile === 100 ? worse(last, last) + 0.7 : Math.log10(100 / (100 - percentile));

/** 0, 50, 90, 99, 99.9 … and 100 percent. */
function tail(percentiles: readonly number[]): number[] {
  const most = Math.max(...percentiles.filter((percentile) => percentile < 100), 50);
  return [...[0, 50, 90, 99, 99.9, 99.99].filter((percentile) => percentile <= most), 100];
}

/** 1, 2, 5, 10, 20, 50 … from below the least to above the greatest; where that would be many, 1, 10, 100. 0 where there is one. */
function tens(values: readonly number[]): number[] {
  const positive = values.filter((value) => value > 0);
  if (positive.length === 0) return [1, 10];
  const [least, greatest] = [Math.min(...positive), Math.max(...positive)];
  for (const steps of [[1, 2, 5], [1, 3], [1]]) {
    const all: number[] = [];
    // A logarithm may be rounded up to the next power, which would be above the least.
    const [from, to] = [Math.floor(Math.log10(least)) - 1, Math.ceil(Math.log10(greatest)) + 1];
    for (let power = from; power <= to; power++) {
      all.push(...steps.map((step) => Number((step * 10 ** power).toPrecision(1))));
    }
    const first = all.findLastIndex((tick) => tick <= least);
    let last = all.findIndex((tick) => tick >= greatest);
    if (last <= first) last = first + 1;
    const ticks = [...(values.includes(0) ? [0] : []), ...all.slice(first, last + 1)];
    if (ticks.length <= MOST_TICKS + 2 || steps.length === 1) return ticks;
  }
  throw new Error("the last steps are always taken");
}

/** A place for each name, and room at both sides. */
const names = (values: readonly number[]): number[] => [-0.3, ...new Set(values), Math.max(...values) + 0.1];

/** 0 and even steps of 1, 2 or 5 times a power of ten, until above the greatest. */
function even(values: readonly number[]): number[] {
  const greatest = Math.max(0, ...values) || 1;
  const rough = greatest / (MOST_TICKS - 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((times) => times * power).find((each) => each >= rough)!;
  const count = Math.ceil(greatest / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, at) => Number((at * step).toPrecision(12)));
}

/** The places, moved so that no two are nearer than `least`, within the bounds as far as there is room. In the given order. */
export function apart(
  places: readonly number[],
  least: number,
  [top, bottom]: readonly [number, number],
): number[] {
  const order = places.map((_, at) => at).sort((a, b) => places[a]! - places[b]!);
  const moved = [...places];
  order.forEach((one, at) => {
    const above = at === 0 ? top : moved[order[at - 1]!]! + least;
    moved[one] = Math.max(places[one]!, above);
  });
  order.toReversed().forEach((one, at) => {
    const below = at === 0 ? bottom : moved[order[order.length - at]!]! - least;
    moved[one] = Math.min(moved[one]!, below);
  });
  return moved;
}
