// Markdown for a report that is handed in.

import { answer } from "./answer.js";
import { described, lanes } from "./drawing/lanes.js";
import { evidenceRows, kernelRows } from "./evidence.js";
import { confusionRows, holdRows } from "./inquiry.js";
import { loadRows } from "./load.js";
import { remarks } from "./notes.js";
import { observationRows } from "./observations.js";
import type { Attachments, Result } from "./result.js";
import { clientRows, type Rows, serverRows } from "./rows.js";
import { story } from "./story.js";
import type { Texts } from "./texts/texts.js";
import { clean, label, time } from "./words.js";

/** The document, and beside it the timelines as a picture. */
export async function markdown(
  result: Result,
  texts: Texts,
  attachments: Attachments,
): Promise<{ md: string; svg?: string }> {
  const md = document(result, texts, attachments);
  if (result.servers.every(({ clients }) => clients.length === 0)) return { md };
  const { poster } = await import("./drawing/poster.js");
  return { md, svg: poster(result, texts) };
}

/** The whole run: the answer, the tables, the timelines, how it was decided, the machine, the remarks. */
function document(result: Result, texts: Texts, attachments: Attachments): string {
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
  const holds = holdRows(result, texts);
  const confusion = confusionRows(result, texts);
  const loads = loadRows(result, texts);
  const windows = result.servers.flatMap((server) =>
    server.clients.flatMap(({ name, picture }) => {
      if (picture === undefined || !attachments.has(picture)) return [];
      const said = texts.page.picture(texts.client(label(name)), label(server.name));
      return [`![${literal(said)}](<${encodeURI(picture)}>)`];
    }),
  );
  const sources = result.servers.flatMap(({ name, code }) =>
    code ? [`**${literal(label(name))}** ${literal(clean(code.file))}\n\n${block(code.text.trimEnd())}`] : [],
  );

  const parts = [
    `# ${literal(texts.title(result.scenario))}`,
    literal(answer(result, texts)),
    observations.rows.length > 0 && grid(observations),
    result.servers.length > 0 && grid(serverRows(result, texts)),
    confusion.rows.length > 0 && grid(confusion),
    holds.rows.length > 0 && grid(holds),
    loads.rows.length > 0 && grid(loads),
    clients.rows.length > 0 && `## ${texts.clientsTitle}\n\n${grid(clients)}`,
    stories.length > 0 && `## ${texts.happenedTitle}\n\n${stories.join("\n")}`,
    drawn.length > 0 &&
      `## ${texts.timeline}\n\n![${literal(drawn.join(" "))}](<${encodeURI(result.scenario)}.svg>)`,
    windows.length > 0 && `## ${texts.page.pictures}\n\n${windows.join("\n\n")}`,
    sources.length > 0 && `## ${texts.page.code}\n\n${sources.join("\n\n")}`,
    stories.length > 0 &&
      `## ${texts.decidedTitle}\n\n${(loads.rows.length > 0 ? texts.load.decided : texts.decided).map((step, index) => `${index + 1}. ${step}`).join("\n")}`,
    stories.length > 0 && loads.rows.length === 0 && grid(evidenceRows(result, texts)),
    kernel.rows.length > 0 && `${texts.kernelTitle}:\n\n${grid(kernel)}`,
    `## ${texts.machineTitle}\n\n${literal(machine)} ${literal(texts.run(result.startedAt, time(result.elapsedMs, texts)))}`,
    notes.length > 0 && `## ${texts.notesTitle}\n\n${notes.join("\n")}`,
  ];
  return `${parts.filter((part) => part !== false).join("\n\n")}\n`;
}

/** A table in Markdown. */
export function grid({ head, rows, figures }: Rows): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const aligned = head.map((_, column) => (figures.includes(column) ? "---:" : "---"));
  return [line(head), line(aligned), ...rows.map((cells) => line(cells.map(literal)))].join("\n");
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
