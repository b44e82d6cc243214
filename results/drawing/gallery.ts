// All charts of a run in one SVG file, with their titles, for documents that show pictures.

import type { Chart } from "../chart.js";
import type { Texts } from "../texts/texts.js";
import { wrap } from "../words.js";
import { drawChart, height, width } from "./curves.js";
import { fixed as palette } from "./palette.js";
import { escaped } from "./poster.js";

const [edge, line, gap, size] = [20, 19, 30, 15];
/** So many characters of a title are as wide as a chart. */
const COLUMNS = 54;
const SMALL_COLUMNS = 70;

/** The file; `under`: what stands under them all in small letters. It has a ground of its own, so that it can be read where the document around it is dark. */
export function gallery(charts: readonly Chart[], under: string, texts: Texts): string {
  const parts: string[] = [];
  let y = edge;
  for (const chart of charts) {
    for (const words of wrap(chart.title, COLUMNS)) {
      y += line;
      parts.push(
        `<text x="${edge}" y="${y}" fill="${palette("ink")}" font-size="${size}" font-weight="600">${escaped(words)}</text>`,
      );
    }
    const svg = drawChart(chart, texts, palette);
    parts.push(svg.replace("<svg", `<svg x="${edge}" y="${y + 10}" width="${width}" height="${height}"`));
    y += 10 + height + gap;
  }
  for (const words of wrap(under, SMALL_COLUMNS)) {
    parts.push(
      `<text x="${edge}" y="${y}" fill="${palette("quiet")}" font-size="12">${escaped(words)}</text>`,
    );
    y += line;
  }
  const said = charts.map((chart) => chart.said).join(" ");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width + 2 * edge} ${y}" width="${(width + 2 * edge) * 1.6}" role="img" font-family="system-ui, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif">
<title>${escaped(said)}</title>
<rect width="100%" height="100%" rx="8" fill="${palette("paper")}"/>
${parts.join("\n")}
</svg>
`;
}
