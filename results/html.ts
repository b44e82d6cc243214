// One page for a projector, a phone or paper: no script, nothing fetched, everything in the file.

import { details, headline } from "./answer.js";
import { listings } from "./code.js";
import { patterns, variable } from "./drawing/palette.js";
import { findingOf } from "./findings.js";
import { remarks } from "./notes.js";
import { howDecided } from "./page/decided.js";
import { grid } from "./page/grid.js";
import { indexOf } from "./page/index-page.js";
import { Html, h } from "./page/markup.js";
import { code, type Draw, key, pictures, timelineOf } from "./page/parts.js";
import { report } from "./page/report.js";
import { reportStyle } from "./page/report-style.js";
import { section } from "./page/section.js";
import { style } from "./page/style.js";
import type { Attachments, Result, ServerResult } from "./result.js";
import { clientRows, serverRows } from "./rows.js";
import type { Texts } from "./texts/texts.js";
import { trialRows } from "./trials.js";
import { clean, ran } from "./words.js";

/** The whole run as a page; the pictures are taken from the attachments. */
export async function html(
  result: Result,
  texts: Texts,
  attachments: Attachments,
): Promise<{ html: string }> {
  const drawing = hasClients(result) ? await import("./drawing/timeline.js") : undefined;
  const charts = await chartsOf(result, texts);
  const draw: Draw = (lanes, form) => drawing?.draw(lanes, texts, variable, form).svg ?? "";
  return { html: page(result, texts, attachments, draw, charts).text };
}

/** Is there anybody to be drawn? */
const hasClients = ({ servers, observations = [] }: Result): boolean =>
  servers.some(({ clients }) => clients.length > 0) ||
  observations.some(({ measurement }) => measurement !== undefined);

/** Its charts, as cards; none where its scenario has none. */
async function chartsOf(result: Result, texts: Texts): Promise<Html[]> {
  const all = findingOf(result)?.charts?.(result, texts) ?? [];
  if (all.length === 0) return [];
  const { drawChart } = await import("./drawing/curves.js");
  return all.map(
    (chart) =>
      h`<article class="card"><figure>${new Html(drawChart(chart, texts, variable))}<figcaption>${chart.title}</figcaption></figure></article>\n`,
  );
}

function page(
  result: Result,
  texts: Texts,
  attachments: Attachments,
  draw: Draw,
  charts: readonly Html[],
): Html {
  const answer = headline(result, texts);
  const { os, cpus, memoryMiB, node } = result.machine;
  const machine = texts.machine(clean(os), String(cpus), String(memoryMiB), clean(node));
  return h`<!doctype html>
<html lang="${texts.code}">
<head>
<meta charset="utf-8">
<title>${answer} ${texts.title(clean(result.scenario))}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<link rel="icon" href="data:,">
<style>${new Html(style() + (result.observations ? reportStyle : ""))}</style>
</head>
<body>
<svg class="patterns" aria-hidden="true" width="0" height="0">${new Html(patterns(variable))}</svg>
<header>
<p class="eyebrow">${texts.title(clean(result.scenario))}</p>
<h1>${answer}</h1>
<p class="lede">${details(result, texts).join(" ")}</p>
</header>
<main>
${result.conclusions !== undefined && section(texts.all.title, indexOf(result, texts))}
${result.observations !== undefined && report(result, texts, attachments, draw)}
${result.servers.length > 0 ? servers(result, texts, attachments, draw, charts) : [notes(result, texts), howDecided(result, texts)]}
</main>
<footer><h2>${texts.machineTitle}</h2><p>${machine} ${ran(result, texts)}</p></footer>
</body>
</html>
`;
}

function servers(
  result: Result,
  texts: Texts,
  attachments: Attachments,
  draw: Draw,
  charts: readonly Html[],
): Html[] {
  const clients = clientRows(result, texts);
  const trials = trialRows(result, texts);
  const found = findingOf(result);
  const chartWords = found?.chartWords?.(texts);
  const comparisons = found?.comparisons?.(result, texts) ?? [];
  const tables = found?.tables(result, texts) ?? [];
  const windows = pictures(result, texts, attachments);
  const lines = listings(result, texts);
  const words = texts.page;
  const parts: (Html | false)[] = [
    chartWords !== undefined &&
      charts.length > 0 &&
      section(
        chartWords.title,
        h`<div class="beside">${charts}</div>\n<p class="small">${chartWords.under}</p>`,
      ),
    waits(result.servers, texts, draw),
    section(
      words.compared,
      h`${grid(serverRows(result, texts), words.comparison)}${tables.map((table) => grid(table, table.title, table))}${clients.rows.length > 0 && !found?.whole && grid(clients, texts.clientsTitle, { headers: 2 })}`,
    ),
    comparisons.length > 0 &&
      section(
        texts.comparedTitle,
        h`<ul class="notes">${comparisons.map((sentence) => h`<li>${sentence}</li>`)}</ul>`,
      ),
    notes(result, texts),
    windows.length > 0 && section(words.pictures, h`<div class="beside">${windows}</div>`),
    lines.length > 0 &&
      section(
        words.code,
        h`<div class="beside">${code(lines, texts)}</div>${lines.length > 1 && h`<p class="small">${words.marked}</p>`}`,
      ),
    howDecided(result, texts),
    trials.rows.length > 0 &&
      !found?.whole &&
      section(words.trials, grid(trials, words.trials, { headers: 2, silent: true })),
  ];
  return parts.filter((part) => part !== false);
}

function notes(result: Result, texts: Texts): Html | false {
  const all = remarks(result, texts);
  if (all.length === 0) return false;
  const items = all.map(({ servers, text }) => h`<li>${texts.about(servers, text)}</li>`);
  return section(texts.notesTitle, h`<ul class="notes">${items}</ul>`);
}

/** Who waited for whom, drawn; where nobody is to be drawn, as in an inquiry, what was found, in words. */
function waits(servers: readonly ServerResult[], texts: Texts, draw: Draw): Html {
  const cards = h`<div class="beside">${servers.map((server) => timelineOf(server, texts, draw))}</div>`;
  if (servers.every(({ clients }) => clients.length === 0)) return section(texts.happenedTitle, cards);
  const { who, scale, arrows } = texts.page;
  const pointed = servers.some(({ clients }) => clients.some(({ releasedMs }) => releasedMs !== undefined));
  return section(
    who,
    h`${key(servers, texts)}${cards}\n<p class="small">${scale}${pointed && ` ${arrows}`}</p>`,
  );
}
