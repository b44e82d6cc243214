// Markdown for a report that is handed in.

import { evidenceRows, kernelRows } from "./evidence.js";
import { remarks } from "./notes.js";
import type { Result } from "./result.js";
import { clientRows, type Rows, serverRows } from "./rows.js";
import { answer, story } from "./story.js";
import type { Texts } from "./texts/texts.js";
import { legend, timeline } from "./timeline.js";
import { clean, label, time } from "./words.js";

/** The whole run as a document: the answer, the tables, the timelines, how it was decided, the machine, the remarks. */
export function markdown(result: Result, texts: Texts): string {
  const drawing = { plain: false, color: false, columns: 90 };
  const drawn = result.servers
    .map((server) => timeline(server, texts, drawing))
    .filter((lines) => lines.length > 0);
  const stories = result.servers.map(
    (server) => `- **${literal(label(server.name))}**: ${literal(story(server, texts).join(" "))}`,
  );
  const notes = remarks(result, texts).map(({ servers, text }) => `- ${literal(`${servers} ${text}`)}`);
  const { os, cpus, memoryMiB, node } = result.machine;
  const machine = texts.machine(clean(os), String(cpus), String(memoryMiB), clean(node));
  const clients = clientRows(result, texts);
  const kernel = kernelRows(result, texts);

  const parts = [
    `# ${literal(texts.title(result.scenario))}`,
    literal(answer(result, texts)),
    grid(serverRows(result, texts)),
    clients.rows.length > 0 && `## ${texts.clientsTitle}\n\n${grid(clients)}`,
    `## ${texts.happenedTitle}\n\n${stories.join("\n")}`,
    drawn.length > 0 && `## ${texts.timeline}\n\n${block([...drawn.flat(), "", ...legend(texts, drawing)])}`,
    `## ${texts.decidedTitle}\n\n${texts.decided.map((step, index) => `${index + 1}. ${step}`).join("\n")}`,
    grid(evidenceRows(result, texts)),
    kernel.rows.length > 0 && `${texts.kernelTitle}:\n\n${grid(kernel)}`,
    `## ${texts.machineTitle}\n\n${literal(machine)} ${literal(texts.run(result.startedAt, time(result.elapsedMs, texts)))}`,
    notes.length > 0 && `## ${texts.notesTitle}\n\n${notes.join("\n")}`,
  ];
  return `${parts.filter((part) => part !== false).join("\n\n")}\n`;
}

function grid({ head, rows, figures }: Rows): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const aligned = head.map((_, column) => (figures.includes(column) ? "---:" : "---"));
  return [line(head), line(aligned), ...rows.map((cells) => line(cells.map(literal)))].join("\n");
}

/** A code block whose fence is longer than any row of backticks in it. */
function block(lines: readonly string[]): string {
  const text = lines.join("\n");
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((ticks) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}

/** Text that Markdown shows as it stands, also where a command has a pipe, a star or a tag in it. */
function literal(text: string): string {
  return text.replace(/[\\`*_[\]<>|#~&]/g, "\\$&");
}
