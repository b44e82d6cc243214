// Markdown for a report that is handed in.

import { basename } from "node:path/posix";
import { answer } from "./answer.js";
import type { Chart } from "./chart.js";
import { listings } from "./code.js";
import { decidedBy } from "./decided.js";
import { described, lanes } from "./drawing/lanes.js";
import { evidenceRows, kernelRows } from "./evidence.js";
import { findingOf } from "./findings.js";
import { remarks } from "./notes.js";
import { pictureOf } from "./page/parts.js";
import { inOrder, observationRows } from "./report/observations.js";
import type { Attachments, Conclusion, Result } from "./result.js";
import { clientRows, type Rows, serverRows } from "./rows.js";
import { story } from "./story.js";
import type { Texts } from "./texts/texts.js";
import { clean, label, ran } from "./words.js";

/** The document, and beside it the timelines as a picture, and the charts. */
export async function markdown(
  result: Result,
  texts: Texts,
  attachments: Attachments,
): Promise<{ md: string; svg?: string; "charts.svg"?: string }> {
  const found = findingOf(result);
  const charts = found?.charts?.(result, texts) ?? [];
  const files = { md: document(result, texts, attachments, charts) };
  if (charts.length > 0) {
    const { gallery } = await import("./drawing/gallery.js");
    Object.assign(files, { "charts.svg": gallery(charts, found!.chartWords!(texts).under, texts) });
  }
  if (result.servers.some(({ clients }) => clients.length > 0)) {
    const { poster } = await import("./drawing/poster.js");
    Object.assign(files, { svg: poster(result, texts) });
  }
  return files;
}

/** The whole run: the answer, the tables, the timelines, how it was decided, the machine, the remarks. */
function document(result: Result, texts: Texts, attachments: Attachments, charts: readonly Chart[]): string {
  const drawn = result.servers
    .filter(({ clients }) => clients.length > 0)
    .map((server) => `${label(server.name)}: ${described(lanes(server, texts))}`);
  const stories = result.servers.map(
    (server) => `- **${literal(label(server.name))}**: ${literal(story(server, texts).join(" "))}`,
  );
  const notes = remarks(result, texts).map(({ servers, text }) => `- ${literal(texts.about(servers, text))}`);
  const { os, cpus, memoryMiB, node } = result.machine;
  const machine = texts.machine(clean(os), String(cpus), String(memoryMiB), clean(node));
  const clients = clientRows(result, texts);
  const kernel = kernelRows(result, texts);
  const observations = observationRows(result, texts);
  const found = findingOf(result);
  const comparisons = found?.comparisons?.(result, texts) ?? [];
  const decided = decidedBy(result, texts);
  const windows = result.servers.flatMap((server) =>
    server.clients.flatMap(({ name, picture }) => {
      if (picture === undefined || !attachments.has(picture)) return [];
      const said = pictureOf(name, server, texts);
      return [`![${literal(said)}](<${encodeURI(picture)}>)`];
    }),
  );
  const sources = listings(result, texts).map(({ owners, lines }) => {
    const who = owners.map(
      ({ name, file, runs }) => `**${literal(name)}** ${literal(file)}${runs === null ? "" : `: ${runs}`}`,
    );
    return `${who.join("  \n")}\n\n${block(lines.map(({ text }) => text).join("\n"))}`;
  });

  const parts = [
    `# ${literal(texts.title(result.scenario))}`,
    literal(answer(result, texts)),
    observations.rows.length > 0 && proved(observations, result, texts),
    result.servers.length > 0 && grid(serverRows(result, texts)),
    result.conclusions !== undefined && pages(result.conclusions),
    ...(found?.tables(result, texts) ?? []).map((table) => `${literal(table.title)}:\n\n${grid(table)}`),
    charts.length > 0 &&
      `## ${found!.chartWords!(texts).title}\n\n![${literal(charts.map(({ said }) => said).join(" "))}](<${encodeURI(result.scenario)}.charts.svg>)\n\n${literal(found!.chartWords!(texts).under)}`,
    comparisons.length > 0 && `## ${texts.comparedTitle}\n\n${comparisons.map(literal).join("\n\n")}`,
    clients.rows.length > 0 && !found?.whole && `## ${texts.clientsTitle}\n\n${grid(clients)}`,
    stories.length > 0 && `## ${texts.happenedTitle}\n\n${stories.join("\n")}`,
    drawn.length > 0 &&
      `## ${texts.timeline}\n\n![${literal(drawn.join(" "))}](<${encodeURI(result.scenario)}.svg>)`,
    windows.length > 0 && `## ${texts.page.pictures}\n\n${windows.join("\n\n")}`,
    sources.length > 0 && `## ${texts.page.code}\n\n${sources.join("\n\n")}`,
    decided.length > 0 &&
      `## ${texts.decidedTitle}\n\n${decided.map((step, index) => `${index + 1}. ${step}`).join("\n")}`,
    decided.length > 0 &&
      result.servers.length > 0 &&
      found?.decided === undefined &&
      grid(evidenceRows(result, texts)),
    kernel.rows.length > 0 && `${texts.kernelTitle}:\n\n${grid(kernel)}`,
    `## ${texts.machineTitle}\n\n${literal(machine)} ${literal(ran(result, texts))}`,
    notes.length > 0 && `## ${texts.notesTitle}\n\n${notes.join("\n")}`,
  ];
  return `${parts.filter((part) => part !== false).join("\n\n")}\n`;
}

/** A list that leads to what each scenario has found. */
const pages = (conclusions: readonly Conclusion[]): string =>
  conclusions
    .filter(({ page }) => page !== null)
    .map(({ scenario, page }) => `- [${literal(scenario)}](<${encodeURI(page!)}.md>)`)
    .join("\n");

/** The observations, each with a link to the document that proves it. */
function proved(shown: Rows, { observations = [], loadObservations = [] }: Result, texts: Texts): string {
  const proofs = [...observations, ...inOrder(loadObservations)].map(({ evidence }) => evidence);
  const link = (proof: string) => `[${literal(basename(proof))}](<${encodeURI(proof)}.md>)`;
  const head = [...shown.head, texts.observations.evidence];
  const rows = shown.rows.map((cells, at) => [...cells, proofs[at] ? link(proofs[at]) : "-"]);
  const last = head.length - 1;
  return grid({ ...shown, head, rows }, (text, column) => (column === last ? text : literal(text)));
}

/** A table in Markdown. `cell` says a cell's text as Markdown. */
export function grid(
  { head, rows, figures }: Rows,
  cell: (text: string, column: number) => string = literal,
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const aligned = head.map((_, column) => (figures.includes(column) ? "---:" : "---"));
  return [line(head), line(aligned), ...rows.map((cells) => line(cells.map(cell)))].join("\n");
}

/** A code block whose fence is longer than any row of backticks in it. */
function block(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((ticks) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}

/** Text that Markdown shows as it stands, also where a command has a pipe, a star or a tag in it. */
export function literal(text: string): string {
  return text.replace(/[\\`*_[\]<>|#~&]/g, "\\$&");
}
