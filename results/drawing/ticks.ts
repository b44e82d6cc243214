// The round moments that are named under a timeline, where its axis has room for them.

import type { Texts } from "../texts/texts.js";
import { width as columns } from "../words.js";
import type { Layout } from "./layout.js";

const MOST = 6;

/** A tick's name. */
export const tickName = (ms: number, texts: Texts): string => `${ms}`.replace(".", texts.decimal);

/** From 0 on, in steps of 1, 2 or 5 times a power of ten; of two whose names would touch, the later one stays: it has the unit. */
export function ticksOf({ x, form }: Layout, texts: Texts): number[] {
  const end = x.domain.at(-1)!;
  const power = 10 ** Math.floor(Math.log10(end / (MOST - 1)));
  const step = [1, 2, 5, 10].map((times) => times * power).find((each) => end / each < MOST)!;
  const all = Array.from({ length: Math.floor(end / step) + 1 }, (_, at) =>
    Number((at * step).toPrecision(12)),
  );
  const half = (ms: number, unit: string) =>
    (columns(tickName(ms, texts) + unit) * form.tickFont * 0.62 + form.tickFont / 2) / 2;
  const kept: number[] = [];
  for (const ms of all.toReversed()) {
    const next = kept[0];
    const room = next === undefined ? Infinity : x.at(next) - x.at(ms);
    if (next === undefined || room >= half(ms, "") + half(next, kept.length === 1 ? " ms" : ""))
      kept.unshift(ms);
  }
  return kept;
}
