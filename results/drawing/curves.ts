// Charts as SVG, one line a server. Like the timeline this is slow to load: import it only when a chart is to be drawn.

import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom/worker";
import { type Chart, type Point, tick } from "../chart.js";
import type { Texts } from "../texts/texts.js";
import type { Palette } from "./palette.js";
import { apart, type Scale, scaleOf } from "./scales.js";

/** Drawn small and scaled up: what can be read on a phone is large on a projector. */
export const [width, height] = [440, 290];
const margin = { top: 30, right: 76, bottom: 44, left: 48 };
const FONT = 13;
const LINE = 14; // the height of a name
const NAME = 60; // and its width
/** More marks than this hide the line. */
const MOST_MARKS = 13;

/** Each line has a mark and a dash of its own, and its name at its end: no two are told apart by colour alone. */
const colours = ["wait", "holding", "receiving", "waiting", "ink"] as const;
const symbols = ["circle", "square", "triangle", "diamond", "star", "times", "plus"] as const;
const dashes = ["", "8 3", "3 3", "10 3 2 3", "1 3", "14 4", "5 2 1 2 1 2"];

/** An svg element that scales with its place, and says what it shows. */
export function drawChart(chart: Chart, texts: Texts, palette: Palette): string {
  const { document } = parseHTML("<html><body></body></html>");
  const { curves, said } = chart;
  const points = curves.flatMap(({ points }) => points);
  const x = scaleOf(
    points.map((point) => point.x),
    chart.x.scale,
    [margin.left, width - margin.right],
  );
  const heights = points.flatMap(({ y, low = y, high = y }) => [y, low, high]);
  const y = scaleOf(heights, chart.y.scale, [height - margin.bottom, margin.top]);
  const ends = names(chart, x, y);
  const svg = Plot.plot({
    document,
    width,
    height,
    marginTop: margin.top,
    marginRight: margin.right,
    marginBottom: margin.bottom,
    marginLeft: margin.left,
    ariaLabel: said,
    style: { color: palette("ink"), background: "transparent", fontSize: `${FONT}px` },
    x: {
      ...axisOf(x, texts, chart.x.names),
      label: chart.x.label || null,
      labelAnchor: "right",
      labelOffset: 36,
    },
    y: { ...axisOf(y, texts), label: chart.y.label, grid: true },
    marks: [
      diagonal(chart, x, y, palette),
      // All lines before all names: a name that a line crosses can't be read.
      ...curves.flatMap(({ points }, at) => {
        const stroke = palette(colours[at % colours.length]!);
        const dash = dashes[at % dashes.length]!;
        const places = { x: (point: Point) => x.turn(point.x), y: (point: Point) => y.turn(point.y) };
        const lined = { ...places, stroke, strokeWidth: 2, ...(dash && { strokeDasharray: dash }) };
        return [
          Plot.ruleX(
            points.filter(({ low, high }) => low !== high),
            {
              x: places.x,
              y1: ({ low = 0 }) => y.turn(low),
              y2: ({ high = 0 }) => y.turn(high),
              stroke,
              strokeOpacity: 0.6,
            },
          ),
          Plot.lineY(chart.diagonal || chart.x.scale === "names" ? [] : points, {
            ...lined,
            ...(chart.steps && { curve: "step" as const }),
          }),
          Plot.dot(points.length > MOST_MARKS ? [] : points, {
            ...places,
            stroke,
            fill: palette("paper"),
            symbol: symbols[at % symbols.length]!,
            r: 3.5,
          }),
          Plot.text(
            points.filter(({ more, alarm }) => more || alarm),
            {
              ...places,
              text: ({ more }) => (more ? "↑" : "!"),
              dy: -12,
              fontSize: 15,
              fontWeight: 700,
              fill: stroke,
            },
          ),
        ];
      }),
      ...ends.map((end, at) =>
        Plot.text([end], {
          x: { value: "x", scale: null },
          y: { value: "y", scale: null },
          text: "name",
          textAnchor: "start",
          fill: palette(colours[at % colours.length]!),
          stroke: palette("paper"),
          strokeWidth: 4,
        }),
      ),
      called(chart, x, y, palette),
    ],
  });
  // Plot names its groups ("line", "dot"), which would be read aloud inside our own description.
  for (const group of svg.querySelectorAll("g")) group.removeAttribute("aria-label");
  svg.setAttribute("role", "img");
  svg.removeAttribute("width");
  svg.removeAttribute("height");
  svg.querySelector("style")?.remove();
  return svg.outerHTML;
}

function axisOf({ turn, domain, ticks }: Scale, texts: Texts, names?: readonly string[]) {
  const named = names ? ticks.filter((value) => names[value] !== undefined) : ticks;
  return {
    type: "linear" as const,
    domain,
    ticks: named.map(turn),
    tickFormat: (_: number, at: number) => names?.[named[at]!] ?? tick(named[at]!, texts),
  };
}

/** Where each line's name stands: beside its last point, and off the other names that stand there. */
function names({ curves }: Chart, x: Scale, y: Scale): { name: string; x: number; y: number }[] {
  const wanted = curves.map(({ name, points }) => {
    const last = points.at(-1)!;
    return { name, x: x.at(last.x) + 9, y: y.at(last.y) };
  });
  for (const here of neighbours(wanted)) {
    const places = apart(
      here.map((one) => one.y),
      LINE,
      [margin.top, height - margin.bottom],
    );
    here.forEach((one, at) => {
      one.y = places[at]!;
    });
  }
  return wanted;
}

/** Names that begin so near to one another, across, that one may stand on another. */
function neighbours<End extends { x: number }>(ends: readonly End[]): End[][] {
  const groups: End[][] = [];
  for (const end of ends.toSorted((a, b) => a.x - b.x)) {
    const last = groups.at(-1);
    if (last !== undefined && end.x - last.at(-1)!.x < NAME) last.push(end);
    else groups.push([end]);
  }
  return groups;
}

/** The ends of the line on which a value across is the same as the value up, as far as both axes have it. */
function diagonalOf({ diagonal: name }: Chart, x: Scale, y: Scale): { x: number; y: number }[] {
  if (name === undefined) return [];
  const from = Math.max(x.ticks[0]!, y.ticks[0]!);
  const to = Math.min(x.ticks.at(-1)!, y.ticks.at(-1)!);
  if (from >= to) return [];
  const ends = [from, to].map((value) => ({ x: x.turn(value), y: y.turn(value) }));
  return ends;
}

function diagonal(chart: Chart, x: Scale, y: Scale, palette: Palette): Plot.Markish {
  const stroke = palette("quiet");
  return Plot.lineY(diagonalOf(chart, x, y), { x: "x", y: "y", stroke, strokeDasharray: "2 3" });
}

/** What the diagonal is called, at its upper end: most points lie above its lower one. */
function called(chart: Chart, x: Scale, y: Scale, palette: Palette): Plot.Markish {
  return Plot.text(diagonalOf(chart, x, y).slice(-1), {
    x: "x",
    y: "y",
    text: () => chart.diagonal!,
    textAnchor: "end",
    dx: -14,
    dy: -4,
    fill: palette("quiet"),
    stroke: palette("paper"),
    strokeWidth: 4,
  });
}
