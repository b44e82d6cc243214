// Where everything of a timeline stands. Places are units of the drawing; moments stay moments, for the axis.

import type { Stretch } from "../phases.js";
import type { Texts } from "../texts/texts.js";
import { width as columns } from "../words.js";
import { type Axis, elastic } from "./elastic.js";
import type { Lane } from "./lanes.js";

/** How large a timeline is drawn, and how much it says. */
export interface Form {
  width: number;
  font: number;
  tickFont: number;
  /** The heights of a bar, of what is above it and below it, and of the axis under all lanes. */
  bar: number;
  head: number;
  gap: number;
  axis: number;
  /** Do the names stand beside the bars, and nothing above them? */
  beside: boolean;
}

/** Drawn small and scaled up: what can be read on a phone is large on a projector. */
export const full: Form = {
  width: 440,
  font: 13,
  tickFont: 12,
  bar: 28,
  head: 24,
  gap: 14,
  axis: 20,
  beside: false,
};

/** One of many on a page that says in words what became of each client. As wide as a phone. */
export const compact: Form = {
  width: 324,
  font: 12,
  tickFont: 12,
  bar: 18,
  head: 4,
  gap: 8,
  axis: 18,
  beside: true,
};

const side = 3;
const bracketWidth = 24;

export type Anchor = "middle" | "end";

export interface Layout {
  form: Form;
  height: number;
  x: Axis;
  /** The left edge of the names, and that of what became of each client. */
  names: number;
  fates: number;
  /** The top of a lane's bar. */
  top(lane: number): number;
  bars: (Stretch & { lane: number })[];
  /** When a client's system sent its SYN again. */
  retries: { lane: number; moment: number }[];
  /** Is its bar wide enough for its name? */
  roomy(stretch: Stretch): boolean;
  /** Where the words of a release stand, and which part of them stands there. */
  releases: { lane: number; moment: number; said: string; place: number; anchor: Anchor }[];
  /** Who waits for whom, where one arrow says it. */
  waits: { lane: number; to: number; moment: number }[];
  /** Where more wait, or wait for more: at the right edge, with a tick at each of them and an arrow at whom they wait for. */
  bracket: { place: number; waiters: number[]; holders: number[] } | null;
}

/** The geometry of one server's timeline. */
export function layout(lanes: readonly Lane[], texts: Texts, form: Form = full): Layout {
  const { width, font, bar, head, gap } = form;
  // No browser, so no font to measure: an estimate that is wide enough for the usual system fonts, of which DejaVu Sans is
  // the widest. Words at the right edge end there, however wide they are.
  const wide = (text: string) => columns(text) * font * 0.62;
  const waiting = lanes.flatMap(({ waitedFor }, lane) => (waitedFor ? [{ ...waitedFor, lane }] : []));
  const single = waiting.length <= 1 && waiting.every(({ holders }) => holders.length === 1);
  const edge = width - side - (single ? 0 : bracketWidth);
  const bars = lanes.flatMap(({ life }, lane) => life.map((stretch) => ({ ...stretch, lane })));
  const fates = side + 14 + Math.max(...lanes.map(({ name }) => 1.08 * wide(name)));
  const moments = bars.flatMap(({ from, to }) => [from, to]);
  const letGo = lanes.flatMap(({ released }) => (released ? [released.moment] : []));
  const x = elastic([0, ...moments, ...letGo], [form.beside ? fates : side, edge - 10]);

  /** Over its line, as far as the edge and the fate beside it allow. */
  const over = (moment: number, said: string, lane: number): { place: number; anchor: Anchor } => {
    const taken = fates + wide(lanes[lane]!.fate) + 12;
    const middle = Math.max(x.at(moment), taken + wide(said) / 2);
    return middle + wide(said) / 2 > edge
      ? { place: edge, anchor: "end" }
      : { place: middle, anchor: "middle" };
  };
  return {
    form,
    height: lanes.length * (head + bar + gap) + form.axis,
    x,
    names: side,
    fates,
    top: (lane) => lane * (head + bar + gap) + head,
    bars,
    retries: lanes.flatMap(({ retries }, lane) => retries.map((moment) => ({ lane, moment }))),
    roomy: ({ phase, from, to }) => x.at(to) - x.at(from) > wide(texts.phases[phase]) + 14,
    releases: lanes.flatMap(({ released }, lane) =>
      released ? [{ ...released, lane, ...over(released.moment, released.said, lane) }] : [],
    ),
    waits: single
      ? waiting.map(({ holders, stretch: { from, to }, lane }) => ({
          lane,
          to: holders[0]!,
          // Off the name in the bar, and while the other one was still there.
          moment: from + (Math.min(to, lanes[holders[0]!]!.released?.moment ?? to) - from) * 0.88,
        }))
      : [],
    bracket: single
      ? null
      : {
          place: width - side - 2,
          waiters: waiting.map(({ lane }) => lane),
          holders: [...new Set(waiting.flatMap(({ holders }) => holders))],
        },
  };
}
