// All timelines of a run in one SVG file, with their names and a key, for documents that show pictures.

import type { Result } from "../result.js";
import type { Texts } from "../texts/texts.js";
import { label, wrap } from "../words.js";
import { keyOf } from "./key.js";
import { described, lanes } from "./lanes.js";
import { full } from "./layout.js";
import { fixed as palette, patterns } from "./palette.js";
import { draw } from "./timeline.js";

const [edge, title, row, line] = [20, 34, 24, 17];
/** So many characters in small letters are as wide as a timeline. */
const SMALL_COLUMNS = 90;
const { width } = full;

/** The file. It has a ground of its own, so that it can be read where the document around it is dark. */
export function poster(result: Result, texts: Texts): string {
  const parts: string[] = [];
  const said: string[] = [];
  let y = edge;
  for (const server of result.servers) {
    const all = lanes(server, texts);
    if (all.length === 0) continue;
    const { svg, height } = draw(all, texts, palette);
    const name = `${label(server.name)}: ${texts.verdicts[server.verdict]}`;
    parts.push(text(edge, y + 15, name, `font-size="16" font-weight="700"`));
    parts.push(svg.replace("<svg", `<svg x="${edge}" y="${y + title}" width="${width}" height="${height}"`));
    said.push(`${name}. ${described(all)}`);
    y += title + height + 26;
  }
  const key = keyOf(result.servers, texts, palette);
  key.forEach(({ drawn, name }, at) => {
    const [left, top] = [edge + (at % 2) * (width / 2), y + Math.floor(at / 2) * row];
    parts.push(`<g transform="translate(${left},${top})">${drawn}</g>`);
    parts.push(text(left + 38, top + 11.5, name, `font-size="13"`));
  });
  y += Math.ceil(key.length / 2) * row;
  for (const words of wrap(texts.page.scale, SMALL_COLUMNS)) {
    parts.push(text(edge, y + 11.5, words, `font-size="12"`));
    y += line;
  }
  const size = [width + 2 * edge, y + edge - 10];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.join(" ")}" width="${size[0]! * 1.6}" role="img" font-family="system-ui, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif">
<title>${escaped(said.join(" "))}</title>
${patterns(palette)}
<rect width="100%" height="100%" rx="8" fill="${palette("paper")}"/>
${parts.join("\n")}
</svg>
`;
}

function text(x: number, y: number, words: string, attributes: string): string {
  return `<text x="${x}" y="${y}" fill="${palette("ink")}" ${attributes}>${escaped(words)}</text>`;
}

/** Words as they may stand in SVG. */
export function escaped(words: string): string {
  return words.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}
