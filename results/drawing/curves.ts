// Figures over a number of connections, one line a server, as SVG. Like the timeline it is slow to load.

import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom/worker";
import type { Chart } from "../chart.js";
import type { Paint, Palette } from "./palette.js";

const WIDTH = 560;
const HEIGHT = 320;
/** Each line has a colour, a mark and a dash of its own, and its name at its end: no two are told apart by colour alone. */
const LOOKS: { paint: Paint | "holding" | "receiving" | "waiting"; symbol: string; dash: string }[] = [
  { paint: "wait", symbol: "circle", dash: "" },
  { paint: "holding", symbol: "square", dash: "8 3" },
  { paint: "receiving", symbol: "triangle", dash: "3 3" },
  { paint: "waiting", symbol: "diamond", dash: "10 3 2 3" },
  { paint: "ink", symbol: "star", dash: "1 3" },
];

/** Draws the lines over two logarithmic axes: 1 and 100 connections both find their place, and twice is as far everywhere. */
export function drawChart({ curves, said, x, y }: Chart, palette: Palette): string {
  const { document } = parseHTML("<html><body></body></html>");
  const ticks = [...new Set(curves.flatMap(({ points }) => points.map((point) => point.x)))].sort(
    (a, b) => a - b,
  );
  const marks = curves.flatMap(({ name, points }, at) => {
    const { paint, symbol, dash } = LOOKS[at % LOOKS.length]!;
    const stroke = palette(paint);
    const ranges = points.filter(({ low, high }) => low !== undefined && high !== undefined);
    return [
      Plot.ruleX(ranges, { x: "x", y1: "low", y2: "high", stroke, strokeOpacity: 0.6 }),
      Plot.lineY(points, { x: "x", y: "y", stroke, strokeWidth: 2, ...(dash && { strokeDasharray: dash }) }),
      Plot.dot(points, { x: "x", y: "y", stroke, fill: palette("paper"), symbol: symbol as "circle", r: 4 }),
      Plot.text(points.slice(-1), {
        x: "x",
        y: "y",
        text: () => name,
        dx: 9,
        textAnchor: "start",
        fill: stroke,
      }),
    ];
  });
  const svg = Plot.plot({
    document,
    width: WIDTH,
    height: HEIGHT,
    marginLeft: 56,
    marginRight: 90,
    marginBottom: 40,
    marginTop: 28,
    ariaLabel: said,
    style: { color: palette("ink"), background: "transparent", fontSize: "12px" },
    x: { type: "log", label: x, ticks, tickFormat: String },
    y: { type: "log", label: y, grid: true, tickFormat: "~s", ticks: 4 },
    marks,
  });
  for (const group of svg.querySelectorAll("g")) group.removeAttribute("aria-label");
  svg.setAttribute("role", "img");
  svg.removeAttribute("width");
  svg.removeAttribute("height");
  svg.querySelector("style")?.remove();
  return svg.outerHTML;
}
