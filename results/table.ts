// A run on a terminal: the answer first, then who did what, each client's figures, the timelines, the story, the remarks.

import { answer } from "./answer.js";
import { draw } from "./draw.js";
import { retried } from "./drawing/key.js";
import { findingOf } from "./findings.js";
import { type Colour, type Ink, ink } from "./ink.js";
import { remarks } from "./notes.js";
import { inOrder, observationRows } from "./report/observations.js";
import type { ClientResult, Result, Verdict } from "./result.js";
import { clientRows, serverRows } from "./rows.js";
import { story } from "./story.js";
import type { Texts } from "./texts/texts.js";
import { legend, timeline } from "./timeline.js";
import { bullet, clean, indented, label, width, wrap } from "./words.js";

export interface TableOptions {
  /** ANSI colours; never together with `plain`. */
  color: boolean;
  /** No colour and nothing drawn but ASCII, so that any console and any file survives it. */
  plain: boolean;
  /** The terminal's width. Taken as 40 where it is less (or 0), and as 100 where it is more: longer lines are hard to read. */
  columns: number;
}

const verdictColours: Record<Verdict, Colour> = {
  blocks: "red",
  concurrent: "green",
  answers: "green",
  inconclusive: "yellow",
  failed: "yellow",
};

const outcomeColours: Partial<Record<ClientResult["outcome"], Colour>> = {
  answered: "green",
  blocked: "red",
  refused: "red",
  silent: "red",
  broken: "red",
  inconclusive: "yellow",
};

/** The whole run for people at a terminal, at most `columns` wide; ends without a newline. */
export function table(result: Result, texts: Texts, options: TableOptions): string {
  const columns = Math.max(40, Math.min(100, options.columns));
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
  const clientTable = draw(clients, { ...drawing, headers: 2 }, paint, (row, column) => {
    const { outcome } = guests[row]!;
    if (column === 0) return "bold";
    return column === 7 || (column > 3 && outcome === "blocked") ? outcomeColours[outcome] : undefined;
  });

  const finding = findingOf(result);
  const tables = (finding?.tables(result, texts) ?? []).filter(({ detail = false }) => !detail);
  const found = tables.map((table) => [
    ...wrap(`${table.title}:`, columns).map(bold),
    ...draw(table, { ...drawing, headers: table.headers }, paint, (row, column) =>
      column === 0 ? "bold" : table.alarm?.(row, column) ? "red" : undefined,
    ),
  ]);

  const drawn = result.servers
    .map((server) => timeline(server, texts, drawing))
    .filter((lines) => lines.length > 0);
  const timelines =
    drawn.length > 0 ? [...drawn.flat(), "", ...legend(texts, drawing, retried(result.servers))] : [];
  const stories = hang(
    result.servers.map((server) => ({ name: label(server.name), text: story(server, texts).join(" ") })),
    columns,
    paint,
  );
  const notes = remarks(result, texts).flatMap(({ servers, text }) =>
    bullet(texts.about(servers, text), columns),
  );

  const parts = [
    wrap(`${clean(result.scenario)}: ${answer(result, texts)}`, columns).map(bold),
    observations.rows.length > 0 ? draw(observations, { ...drawing, headers: 2 }, paint, verdictOf) : [],
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

/** Paragraphs beside their names; a name that takes more than a quarter of the line stands above its own. */
function hang(paragraphs: { name: string; text: string }[], columns: number, paint: Ink): string[] {
  const narrow = (name: string) => width(name) <= columns / 4;
  const indent = 2 + Math.max(0, ...paragraphs.flatMap(({ name }) => (narrow(name) ? [width(name)] : [])));
  return paragraphs.flatMap(({ name, text }) => {
    const lines = indented(text, indent, columns);
    const [first = "", ...rest] = lines;
    const bold = paint("bold", name);
    if (!narrow(name)) return [bold, ...lines];
    return first === "" ? [] : [bold + first.slice(width(name)), ...rest];
  });
}
