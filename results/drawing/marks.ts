// What a timeline is made of, as marks of Observable Plot.

import * as Plot from "@observablehq/plot";
import type { Phase } from "../phases.js";
import type { Texts } from "../texts/texts.js";
import type { Lane } from "./lanes.js";
import type { Anchor, Form, Layout } from "./layout.js";
import { fill, type Palette } from "./palette.js";

const words = ({ font }: Form) => ({ fontSize: font, textAnchor: "start", lineAnchor: "middle" }) as const;

const anchors: readonly Anchor[] = ["middle", "end"];

const phases: readonly Phase[] = ["connecting", "queued", "waiting", "receiving", "holding"];

/** A bar for each phase, and a cross where a connection was closed. */
export function bars({ bars, top, form: { bar } }: Layout, palette: Palette): Plot.Markish[] {
  const drawn = phases.map((name) =>
    Plot.rect(
      bars.filter(({ phase }) => phase === name),
      {
        x1: "from",
        x2: "to",
        y1: ({ lane }) => top(lane),
        y2: ({ lane }) => top(lane) + bar,
        inset: 0.75,
        rx: 2,
        fill: fill(name),
        stroke: palette(name),
        strokeWidth: 1.5,
      },
    ),
  );
  const closed = Plot.dot(
    bars.filter(({ phase }) => phase === "closed"),
    {
      x: "from",
      y: ({ lane }) => top(lane) + bar / 2,
      dx: 7,
      symbol: "times",
      r: 4.5,
      stroke: palette("closed"),
      strokeWidth: 2,
    },
  );
  return [...drawn, closed];
}

/** The lines at which somebody left, and the arrows from who waits to who is waited for. */
export function meetings(plan: Layout, palette: Palette, lanes: number): Plot.Markish[] {
  const { releases, waits, top } = plan;
  const { bar } = plan.form;
  // Through each bar from there on down, and not through the words between them.
  const crossed = releases.flatMap(({ lane, moment }) =>
    Array.from({ length: lanes - lane }, (_, down) => ({ moment, lane: lane + down })),
  );
  return [
    Plot.ruleX(crossed, {
      x: "moment",
      y1: ({ lane }) => top(lane) - 3,
      y2: ({ lane }) => top(lane) + bar + 3,
      stroke: palette("ink"),
      strokeWidth: 1.5,
      strokeDasharray: "4 3",
    }),
    Plot.arrow(waits, {
      x: "moment",
      y1: ({ lane }) => top(lane),
      y2: ({ lane, to }) => top(to) + (to < lane ? bar : 0),
      stroke: palette("wait"),
      strokeWidth: 2.5,
      headLength: 7,
      inset: 1,
    }),
    ...bracket(plan, palette),
  ];
}

/** One line for all who wait, with a tick at each of them, and an arrow at each of those they wait for. */
function bracket({ bracket, top, form: { bar } }: Layout, palette: Palette): Plot.Markish[] {
  if (bracket === null) return [];
  const { place: x, waiters, holders } = bracket;
  const middle = (lane: number) => top(lane) + bar / 2;
  const rows = [...waiters, ...holders].map(middle);
  const line = { stroke: palette("wait"), strokeWidth: 2.5 };
  const across = (length: number) => ({ x1: place<number>(() => x), x2: place<number>(() => x - length) });
  return [
    Plot.link([0], {
      ...line,
      x: place<number>(() => x),
      y1: () => Math.min(...rows),
      y2: () => Math.max(...rows),
      strokeLinecap: "square",
    }),
    Plot.link(waiters, { ...line, ...across(8), y: middle }),
    Plot.arrow(holders, { ...line, ...across(15), y: middle, headLength: 7 }),
  ];
}

/** The names of the phases in their bars, over the lines, with a halo of the bar's ground. */
export function names({ bars, roomy, top, form }: Layout, palette: Palette, texts: Texts): Plot.Markish[] {
  return phases.map((name) =>
    Plot.text(
      bars.filter((stretch) => stretch.phase === name && roomy(stretch)),
      {
        ...words(form),
        x: "from",
        y: ({ lane }) => top(lane) + form.bar / 2,
        dx: 7,
        text: () => texts.phases[name],
        fill: palette(name === "receiving" ? "paper" : "ink"),
        stroke: palette(`${name}-ground`),
        strokeWidth: 5,
      },
    ),
  );
}

/** The words above each bar: who it is, what became of it, when it let go. Of a compact drawing the name alone, beside its bar. */
export function headings(plan: Layout, palette: Palette, lanes: readonly Lane[]): Plot.Markish[] {
  const { form, top } = plan;
  const halo = { stroke: palette("paper"), strokeWidth: 4 };
  const y = (_: Lane, at: number) => (form.beside ? top(at) + form.bar / 2 : top(at) - 12);
  const line = { ...words(form), ...halo, y, fill: palette("ink") };
  const name = Plot.text(lanes, { ...line, x: place(() => plan.names), text: "name", fontWeight: 700 });
  if (form.beside) return [name];
  return [
    name,
    Plot.text(lanes, { ...line, x: place(() => plan.fates), text: "fate" }),
    ...anchors.map((textAnchor) =>
      Plot.text(
        plan.releases.filter(({ anchor }) => anchor === textAnchor),
        {
          ...words(form),
          ...halo,
          textAnchor,
          x: place((release) => release.place),
          y: ({ lane }) => top(lane) - 12,
          text: "said",
          fill: palette("quiet"),
        },
      ),
    ),
  ];
}

/** A place on the drawing itself, not a moment on its axis. */
function place<Datum>(value: (datum: Datum) => number) {
  return { value, scale: null };
}
