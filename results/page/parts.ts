// The parts of the page that show servers side by side: timelines, pictures, deciding lines.

import type { Listing } from "../code.js";
import { keyOf } from "../drawing/key.js";
import { type Lane, lanes } from "../drawing/lanes.js";
import type { Form } from "../drawing/layout.js";
import { variable } from "../drawing/palette.js";
import type { Attachments, Result, ServerResult } from "../result.js";
import { became, type Rows, untried, verdictWords } from "../rows.js";
import { story } from "../story.js";
import type { Texts } from "../texts/texts.js";
import { clean, figure, label, list } from "../words.js";
import { grid, scroll, scrollDrawing } from "./grid.js";
import { Html, h } from "./markup.js";

/** Draws lanes as an svg element; handed in, so that only the format that draws loads the library. */
export type Draw = (lanes: readonly Lane[], form?: Form) => string;

const marks = { blocks: "⇥", concurrent: "⇉", answers: "✓", inconclusive: "?", failed: "!" } as const;
const UNTRIED = "–";

/** One server: its verdict, its timeline, what happened, and the timeline's figures for those who don't see it. */
export function timelineOf(server: ServerResult, texts: Texts, draw: Draw): Html {
  const all = lanes(server, texts);
  const name = label(server.name);
  const verdict = h`<span class="verdict ${server.verdict}"><span aria-hidden="true">${untried(server) ? UNTRIED : marks[server.verdict]}</span> ${verdictWords(server, texts)}</span>`;
  const said = story(server, texts).join(" ");
  const nothing = said === "" && h`<p class="empty">${texts.lane.empty}</p>`;
  const picture = all.length > 0 ? scrollDrawing(texts.page.timelineOf(name), new Html(draw(all))) : nothing;
  const details = h`<details><summary>${texts.page.inFigures(name)}</summary>
${grid(phaseRows(all, texts), texts.page.timelineOf(name), { silent: true })}</details>`;
  return h`<article class="card">
<h3>${name} ${verdict}</h3>
<figure>${picture}<figcaption>${said}</figcaption></figure>
${all.length > 0 && details}</article>\n`;
}

/** What each pattern means. */
export function key(servers: readonly ServerResult[], texts: Texts): Html {
  const items = keyOf(servers, texts, variable).map(
    ({ drawn, name }) =>
      h`<li><svg width="28" height="14" aria-hidden="true">${new Html(drawn)}</svg> ${name}</li>`,
  );
  return h`<ul class="key" aria-label="${texts.page.key}">${items}</ul>`;
}

/** The browsers' windows, one figure each; nothing where no browser was used. */
export function pictures({ servers }: Result, texts: Texts, attachments: Attachments): Html[] {
  // By client, then by server: with two servers each has a column, as its timeline has.
  const most = Math.max(0, ...servers.map(({ clients }) => clients.length));
  return Array.from({ length: most }, (_, at) => at).flatMap((at) =>
    servers.flatMap((server) => {
      if (!server.clients[at]) return [];
      const { name, browser, picture, outcome } = server.clients[at];
      if (picture === undefined) return [];
      const png = attachments.get(picture);
      const said = pictureOf(name, server, texts);
      const fate = became(outcome, server.hold, texts);
      const alt = `${said}: ${fate}`;
      const image = png
        ? h`<img alt="${alt}" src="data:image/png;base64,${png.toString("base64")}">`
        : h`<p class="empty">${texts.page.pictureMissing}</p>`;
      const caption = [said, browser && clean(browser), fate].filter(Boolean).join(" · ");
      return [h`<figure class="card window">${image}<figcaption>${caption}</figcaption></figure>\n`];
    }),
  );
}

/** "client 2 at single, just before client 1 left": when a picture was taken, where there were two clients. */
export function pictureOf(client: string, { name, clients }: ServerResult, texts: Texts): string {
  const said = texts.page.picture(texts.client(label(client)), label(name));
  return clients.length > 1 ? texts.page.pictured(said) : said;
}

/** The lines that decide, each listing a card. */
export function code(all: readonly Listing[], texts: Texts): Html[] {
  return all.map(({ owners, lines }) => {
    const shown = lines.map(({ text, marked }) => (marked ? h`<mark>${text}</mark>\n` : h`${text}\n`));
    const who = owners.map(
      ({ name, file, runs }) => h`<p><strong>${name}</strong> ${file}${runs !== null && `: ${runs}`}</p>`,
    );
    const said = texts.page.codeOf(
      list(
        owners.map(({ file }) => file),
        texts,
      ),
    );
    return h`<figure class="card"><figcaption>${who}</figcaption>
${scroll(said, h`<pre><code>${shown}</code></pre>`)}</figure>\n`;
  });
}

function phaseRows(all: readonly Lane[], texts: Texts): Rows {
  const { phase, from, lasted } = texts.page;
  return {
    head: [texts.heads.client, phase, from, lasted],
    figures: [2, 3],
    rows: all.flatMap(({ name, life, retries }) => {
      const phases = life.map(({ phase, from, to }) => ({
        from,
        words: [
          texts.phases[phase],
          figure(from, texts),
          phase === "closed" ? "-" : figure(to - from, texts),
        ],
      }));
      const again = retries.map((from) => ({ from, words: [texts.synAgain, figure(from, texts), "-"] }));
      const rows = [...again, ...phases].sort((a, b) => a.from - b.from);
      return rows.map(({ words }, at) => [at === 0 ? name : "", ...words]);
    }),
  };
}
