// A server's timeline as SVG, drawn by Observable Plot on a DOM without a browser.
// Loading both takes a quarter of a second: import this file only when a picture is to be drawn.

import * as Plot from "@observablehq/plot";
// The same library in one file, which loads in a third of the time.
import { parseHTML } from "linkedom/worker";
import type { Texts } from "../texts/texts.js";
import { described, type Lane } from "./lanes.js";
import { type Form, full, type Layout, layout } from "./layout.js";
import { bars, headings, meetings, names } from "./marks.js";
import type { Palette } from "./palette.js";
import { ticksOf } from "./ticks.js";

/** An svg element of that size; it refers to the patterns of its palette, which its document must have. */
export interface Drawing {
  svg: string;
  width: number;
  height: number;
}

/** The timeline of one server: a lane per client, who let go when, and an arrow from who waits to who is waited for. */
export function draw(lanes: readonly Lane[], texts: Texts, palette: Palette, form: Form = full): Drawing {
  const { document } = parseHTML("<html><body></body></html>");
  const plan = layout(lanes, texts, form);
  const { x, height } = plan;
  const { width } = form;
  const ticks = ticksOf(x, texts, width, form.tickFont);
  const svg = Plot.plot({
    document,
    width,
    height,
    margin: 0,
    marginBottom: form.axis,
    ariaLabel: described(lanes),
    x: { type: "linear", domain: x.domain, range: x.range },
    y: { type: "identity", axis: null },
    marks: [
      Plot.axisX(
        ticks.map(({ moment }) => moment),
        {
          tickSize: 4,
          tickFormat: (_: number, at: number) => ticks[at]!.name,
          fontSize: form.tickFont,
          color: palette("quiet"),
          label: null,
        },
      ),
      ...bars(plan, palette),
      ...meetings(plan, palette, lanes.length),
      ...names(plan, palette, texts),
      retryMarks(plan, palette),
      ...headings(plan, palette, lanes),
    ],
  });
  // Plot names its groups ("rect", "arrow"), which would be read aloud inside our own description.
  for (const group of svg.querySelectorAll("g")) group.removeAttribute("aria-label");
  svg.setAttribute("role", "img");
  svg.removeAttribute("width");
  svg.removeAttribute("height");
  svg.querySelector("style")?.remove();
  return { svg: svg.outerHTML, width, height };
}

/** An arrowhead that ends where a client's system sent its SYN again. */
function retryMarks({ retries, top, form }: Layout, palette: Palette): Plot.Markish {
  return Plot.dot(retries, {
    x: "moment",
    y: ({ lane }) => top(lane) + form.bar / 2,
    dx: -6,
    symbol: "triangle",
    rotate: 90,
    r: 4.5,
    fill: palette("ink"),
    stroke: palette("paper"),
    strokeWidth: 1,
  });
}
