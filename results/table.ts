// A run on a terminal: the answer first, then who did what, each client's figures, the timelines, the story, the remarks.

import { answer } from "./answer.js";
import { draw } from "./draw.js";
import type { Table } from "./finding.js";
import { findingOf } from "./findings.js";
import { type Colour, type Ink, ink } from "./ink.js";
import { remarks } from "./notes.js";
import { inOrder, observationRows } from "./observations.js";
import type { Outcome, Result, Verdict } from "./result.js";
import { clientRows, serverRows } from "./rows.js";
import { story } from "./story.js";
import type { Texts } from "./texts/texts.js";
import { legend, timeline } from "./timeline.js";
import { clean, label, pad, width, wrap } from "./words.js";

export interface TableOptions {
  /** ANSI colours; never together with `plain`. */
  color: boolean;
  /** No colour and nothing drawn but ASCII, so that any console and any file survives it. */
  plain: boolean;
  /** The terminal's width. Taken as 80 where it is less (or 0), and as 100 where it is more: longer lines are hard to read. */
  columns: number;
}

const verdictColours: Record<Verdict, Colour> = {
  blocks: "red",
  concurrent: "green",
  answers: "green",
  inconclusive: "yellow",
  failed: "yellow",
};

const outcomeColours: Record<Outcome, Colour> = {
  answered: "green",
  blocked: "red",
  refused: "red",
  silent: "red",
  broken: "red",
  inconclusive: "yellow",
};

/** The whole run for people at a terminal, at most `columns` wide; ends without a newline. */
export function table(result: Result, texts: Texts, options: TableOptions): string {
  const columns = Math.max(80, Math.min(100, options.columns));
  const paint = ink(options.color && !options.plain);
  const drawing = { ...options, columns };

  const servers = serverRows(result, texts);
  const clients = clientRows(result, texts);
  const guests = clients.groups.flat();
  const observations = observationRows(result, texts);
  const verdictOf = (row: number, column: number): Colour | undefined => {
    const counted = result.observations!.length;
    const load = inOrder(result.loadObservations ?? [])[row - counted];
    const reproduced = load ? load.asExpected : result.observations![row]!.reproduced;
    if (column === 0) return "bold";
    return column === 4 ? (reproduced === null ? "yellow" : reproduced ? "green" : "red") : undefined;
  };
  const bold = (text: string) => paint("bold", text);

  const serverTable = draw(servers, drawing, paint, (row, column) => {
    const { verdict, asExpected } = result.servers[row]!;
    if (column === 0) return "bold";
    if (column === 1) return verdictColours[verdict];
    return column === 2 && !asExpected ? "yellow" : undefined;
  });
  const clientTable = draw(clients, drawing, paint, (row, column) => {
    const { outcome } = guests[row]!;
    if (column === 0) return "bold";
    return column === 7 || (column > 3 && outcome === "blocked") ? outcomeColours[outcome] : undefined;
  });

  const finding = findingOf(result);
  const tables = (finding?.tables(result, texts) ?? []).filter(({ detail = false }) => !detail);
  const found = tables.map((table) => [
    ...wrap(`${table.title}:`, columns).map(bold),
    ...drawFitting(table, drawing, paint),
  ]);

  const drawn = result.servers
    .map((server) => timeline(server, texts, drawing))
    .filter((lines) => lines.length > 0);
  const timelines = drawn.length > 0 ? [...drawn.flat(), "", ...legend(texts, drawing)] : [];
  const stories = hang(
    result.servers.map((server) => ({ name: label(server.name, 16), text: story(server, texts).join(" ") })),
    columns,
    paint,
  );
  const notes = remarks(result, texts).flatMap(({ servers, text }) =>
    wrap(texts.about(servers, text), columns - 2).map((line, index) => (index === 0 ? "- " : "  ") + line),
  );

  const parts = [
    wrap(`${clean(result.scenario)}: ${answer(result, texts)}`, columns).map(bold),
    observations.rows.length > 0 ? draw(observations, drawing, paint, verdictOf) : [],
    result.servers.length > 0 ? serverTable : [],
    ...found,
    guests.length > 0 && !finding?.whole ? clientTable : [],
    timelines,
    stories,
    (finding?.comparisons?.(result, texts) ?? []).flatMap((sentence) => wrap(sentence, columns)),
    notes.length > 0 ? [bold(`${texts.notesTitle}:`), ...notes] : [],
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

/** A table without as many of its spare columns as must be left out for it to fit. */
function drawFitting(table: Table, options: TableOptions, paint: Ink): string[] {
  const spare = table.spare ?? [];
  for (let without = 0; ; without++) {
    const left = table.head
      .map((_, column) => column)
      .filter((column) => !spare.slice(0, without).includes(column));
    const pick = (cells: readonly string[]) => left.map((column) => cells[column]!);
    const rows = {
      head: pick(table.head),
      rows: table.rows.map(pick),
      figures: left.flatMap((column, at) => (table.figures.includes(column) ? [at] : [])),
    };
    const lines = draw(rows, options, paint, (row, at) =>
      at === 0 ? "bold" : table.alarm?.(row, left[at]!) ? "red" : undefined,
    );
    if (without === spare.length || lines.every((line) => width(line) <= options.columns)) return lines;
  }
}

/** Paragraphs beside their names. */
function hang(paragraphs: { name: string; text: string }[], columns: number, paint: Ink): string[] {
  const indent = 2 + Math.max(...paragraphs.map(({ name }) => width(name)), 0);
  return paragraphs.flatMap(({ name, text }) =>
    wrap(text, columns - indent).map((line, index) =>
      index === 0 ? paint("bold", pad(name, indent)) + line : " ".repeat(indent) + line,
    ),
  );
}
