// The frame of the grader's pages, in the style of the lab's: no script, nothing fetched, everything in the file.

import { patterns, variable } from "../../results/drawing/palette.js";
import { Html, h } from "../../results/page/markup.js";
import { style } from "../../results/page/style.js";
import type { Status } from "../grade.js";
import type { Texts } from "../texts/texts.js";

const marks: Record<Status, string> = { pass: "✓", fail: "✗", inconclusive: "?", skipped: "–" };

/** In the lab's colours: green, red, amber, grey; and each with a mark of its own. */
const own = `
.pass{color:var(--receiving)}.fail{color:var(--queued)}.inconclusive{color:var(--waiting)}.skipped{color:var(--quiet)}
.checks{display:grid;gap:1rem}
.check h3{gap:.35rem .75rem;align-items:baseline;margin:0;font-size:1.0625rem}
.check .id{color:var(--quiet);font-weight:400;font-size:.875rem}
.check .points{margin-left:auto;font-variant-numeric:tabular-nums;font-weight:650}
.check dl{display:grid;grid-template-columns:max-content 1fr;gap:.3rem 1rem;margin:.75rem 0 0}
.check dt{color:var(--quiet)}.check dd{margin:0;overflow-wrap:anywhere;min-width:0}
.check .hint{font-weight:600}
.check details[open] summary{margin-bottom:.5rem}
.check pre{white-space:pre-wrap;overflow-wrap:anywhere;border:1px solid var(--line);border-radius:.5rem;background:var(--page);margin:.35rem 0 .75rem}
.check h4{margin:.75rem 0 .25rem;font-size:.9375rem;color:var(--quiet);font-weight:500}
.wraps tbody th{white-space:normal}
.score{font-variant-numeric:tabular-nums}
.notes.flag{border-left:4px solid var(--waiting);padding-left:2.2rem}
.titles{flex:1 1 20rem}
.sum{color:var(--quiet);font-weight:400;font-size:1rem;margin-left:.5rem;font-variant-numeric:tabular-nums}
.bars{width:100%;max-width:48rem;height:auto;display:block}
code{font:.9em ui-monospace,"SF Mono","Cascadia Mono",Consolas,"Liberation Mono",monospace;overflow-wrap:anywhere}
@media (max-width:40rem){.check dl{grid-template-columns:1fr}.check dd+dt{margin-top:.4rem}}
@media print{.check details{display:block}.check details:not([open])>*{display:none}}
`;

/** A whole page. */
export function page(title: string, texts: Texts, header: Html, main: readonly (Html | false)[]): string {
  return h`<!doctype html>
<html lang="${texts.code}">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<link rel="icon" href="data:,">
<style>${new Html(style())}${new Html(own)}</style>
</head>
<body>
<svg class="patterns" aria-hidden="true" width="0" height="0">${new Html(patterns(variable))}</svg>
<header>
${header}
</header>
<main>
${main}
</main>
</body>
</html>
`.text;
}

export const section = (title: string | Html, content: Html | readonly Html[]): Html =>
  h`<section><h2>${title}</h2>\n${content}</section>\n`;

/** A status as a word with its mark. */
export const badge = (status: Status, texts: Texts): Html =>
  h`<span class="verdict ${status}"><span aria-hidden="true">${marks[status]}</span> ${texts.statuses[status]}</span>`;
