// A chart as data: what it shows, in figures and in words. How it is drawn is said in drawing/.

import type { Texts } from "./texts/texts.js";
import { figure } from "./words.js";

export interface Point {
  x: number;
  y: number;
  /** The range of the rounds, where it is known. */
  low?: number;
  high?: number;
  /** It was more than this: whoever measured did not wait for the end. */
  more?: boolean;
  /** It holds for some of the clients alone: the others were not served. Marked as in the table, with "!". */
  alarm?: boolean;
}

/** One server's line. */
export interface Curve {
  name: string;
  points: Point[];
}

export interface Axis {
  label: string;
  /**
   * log: twice as much is as far everywhere, so that 1 is still seen beside 1000. even: it begins at 0. tail: percentiles,
   * with as much room for the last hundredth as for the last tenth. names: 0, 1, 2 … are called by their names.
   */
  scale: "log" | "even" | "tail" | "names";
  names?: readonly string[];
}

export interface Chart {
  title: string;
  /** What the picture shows, in words: for those who can't see it. */
  said: string;
  x: Axis;
  y: Axis;
  curves: Curve[];
  /** Points alone, and the line on which both axes say the same, with its name. */
  diagonal?: string;
  /** Does a line go on level from each point to the next, and then jump? */
  steps?: boolean;
}

/** The chart, with its figures in words: "… single: 1: 0.3, 10: 2.1. multi: …". Curves without points are left out. */
export function chart(texts: Texts, parts: Omit<Chart, "said">): Chart {
  const curves = parts.curves.filter(({ points }) => points.length > 0);
  const point = ({ x, y, more = false, alarm = false }: Point) =>
    `${parts.x.names?.[x] ?? tick(x, texts)}: ${more ? texts.moreThan(figure(y, texts)) : figure(y, texts)}${alarm ? " !" : ""}`;
  const each = curves.map(({ name, points }) => `${name}: ${points.map(point).join("; ")}.`);
  const { title, x, y } = parts;
  return { ...parts, curves, said: `${title} ${texts.axes(x.label, y.label)} ${each.join(" ")}` };
}

/** A number as it stands at an axis: 0.2, 50, 5k. */
export function tick(value: number, texts: Texts): string {
  const [number, unit] = value >= 1e6 ? [value / 1e6, "M"] : value >= 1e4 ? [value / 1e3, "k"] : [value, ""];
  return `${Number(number.toPrecision(4))}${unit}`.replace(".", texts.decimal);
}
