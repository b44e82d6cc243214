// Which moments an elastic axis names: round ones, and none so near to another that their names would run together.

import type { Texts } from "../texts/texts.js";
import type { Axis } from "./elastic.js";

/** About so wide is a character, of its font size. */
const CHARACTER = 0.62;
const APART = 8;
const MOST = 6;

export interface Tick {
  moment: number;
  name: string;
}

/** The last one has the unit and comes first; of the others those that have room beside it. `right`: the edge of the drawing. */
export function ticksOf({ domain, at }: Axis, texts: Texts, right: number, tickFont: number): Tick[] {
  const all = round(domain[0]!, domain.at(-1)!);
  const tick = (moment: number, unit = ""): Tick => ({
    moment,
    name: `${moment}${unit}`.replace(".", texts.decimal),
  });
  const half = ({ name }: Tick) => (name.length * tickFont * CHARACTER) / 2;
  const whole = all.map((moment) => tick(moment, " ms"));
  const last = whole.findLast((one) => at(one.moment) + half(one) <= right) ?? whole[0]!;
  const named = [last];
  for (const one of all.filter((moment) => moment < last.moment).map((moment) => tick(moment))) {
    const room = named.every(
      (other) => Math.abs(at(one.moment) - at(other.moment)) > half(one) + half(other) + APART,
    );
    if (room) named.push(one);
  }
  return named.toSorted((a, b) => a.moment - b.moment);
}

/** Multiples of 1, 2 or 5 times a power of ten, from the first moment to the last. */
function round(first: number, end: number): number[] {
  const power = 10 ** Math.floor(Math.log10((end - first) / MOST));
  const step = [1, 2, 5, 10].map((times) => times * power).find((each) => (end - first) / each <= MOST)!;
  const from = Math.ceil(first / step);
  const moments = Array.from({ length: 2 * MOST }, (_, at) => Number(((from + at) * step).toPrecision(12)));
  return moments.filter((moment) => moment <= end);
}
