// Rows drawn as a table by cli-table3: in boxes, or plainly in ASCII.

import Table from "cli-table3";
import type { Colour, Ink } from "./ink.js";
import type { Rows } from "./rows.js";
import { pieces, width, words, wrap } from "./words.js";

const sides = [
  "top",
  "top-mid",
  "top-left",
  "top-right",
  "bottom",
  "bottom-mid",
  "bottom-left",
  "bottom-right",
] as const;
const none = Object.fromEntries([...sides, "left", "right"].map((name) => [name, ""]));

/** The line above a row. cli-table3 draws none where all its characters are empty, which is what other rows have. */
const rule = {
  boxed: { "left-mid": "├", mid: "─", "mid-mid": "┼", "right-mid": "┤" },
  plain: { mid: "-", "mid-mid": "  " },
};
const noRule = { "left-mid": "", mid: "", "mid-mid": "", "right-mid": "" };

export interface DrawOptions {
  plain: boolean;
  columns: number;
  /** How many columns, from the left, name the row; 1 where it isn't said. */
  headers?: number | undefined;
}

/**
 * The table's lines, at most so many columns wide. Rows without a first cell belong to the one above: where there are such
 * groups, a line is drawn between them, in boxes. Columns that have no room beside the others, not even with their heads
 * and cells wrapped, stand below them, beside the same names.
 */
export function draw(
  { head, rows, figures }: Rows,
  { plain, columns, headers = 1 }: DrawOptions,
  paint: Ink,
  colour: (row: number, column: number) => Colour | undefined,
): string[] {
  const room = (count: number) => columns - (plain ? 2 * (count - 1) : 3 * count + 1);
  const least = leastWidths([head, ...rows], figures);
  const blocks = blocksOf(least, headers, room);
  return blocks.flatMap((block, at) => {
    const pick = (cells: readonly string[]) => block.map((column) => cells[column]!);
    const part = {
      head: pick(head),
      rows: rows.map(pick),
      figures: block.flatMap((column, place) => (figures.includes(column) ? [place] : [])),
    };
    const drawn = drawBlock(part, { plain, total: room(block.length) }, paint, (row, place) =>
      colour(row, block[place]!),
    );
    return plain && at > 0 ? ["", ...drawn] : drawn;
  });
}

/** Which columns stand beside one another: in as few blocks as there is room for, none of them wider than it need be. */
function blocksOf(least: readonly number[], headers: number, room: (count: number) => number): number[][] {
  let blocks = filled(least, headers, room);
  for (let less = 1; blocks.length > 1 && less < room(1); less++) {
    const narrower = filled(least, headers, (count) => room(count) - less);
    if (narrower.length > blocks.length) break;
    blocks = narrower;
  }
  return blocks;
}

/** As many columns in each block as have room, each time after those that name the row. */
function filled(least: readonly number[], headers: number, room: (count: number) => number): number[][] {
  const names = least.map((_, column) => column).slice(0, headers);
  const blocks = [[...names]];
  for (let column = headers; column < least.length; column++) {
    const longer = [...blocks.at(-1)!, column];
    const fits = longer.reduce((sum, each) => sum + least[each]!, 0) <= room(longer.length);
    if (fits || blocks.at(-1)!.length === headers) blocks[blocks.length - 1] = longer;
    else blocks.push([...names, column]);
  }
  return blocks;
}

function drawBlock(
  { head, rows, figures }: Rows,
  { plain, total }: { plain: boolean; total: number },
  paint: Ink,
  colour: (row: number, column: number) => Colour | undefined,
): string[] {
  const padding = plain ? 0 : 1;
  const widths = fit([head, ...rows], figures, total);
  const table = new Table({
    head: [],
    colWidths: widths.map((each) => each + 2 * padding),
    colAligns: head.map((_, column) => (figures.includes(column) ? "right" : "left")),
    style: { head: [], border: [], "padding-left": padding, "padding-right": padding },
    chars: plain ? { ...none, ...noRule, middle: "  " } : noRule,
  });
  // Wrapped here and painted line by line: cli-table3's own wrapping miscounts wide characters.
  const lines = (text: string, column: number, ink: Colour | undefined) =>
    wrap(text, widths[column]!)
      .map((line) => (ink && text !== "-" ? paint(ink, line) : line))
      .join("\n");
  table.push(head.map((text, column) => lines(text, column, "bold")));
  const grouped = !plain && rows.some(([first]) => first === "");
  rows.forEach((cells, row) => {
    const begins = row === 0 || (grouped && cells[0] !== "");
    const chars = begins ? rule[plain ? "plain" : "boxed"] : {};
    table.push(cells.map((text, column) => ({ content: lines(text, column, colour(row, column)), chars })));
  });
  const drawn = table.toString().split("\n");
  if (plain) return drawn.map((line) => line.trimEnd());
  return drawn.map((line) => line.replace(/[┌─┬┐├┼┤└┴┘│]+/g, (border) => paint("dim", border)));
}

/** How wide each column is: as wide as its widest cell, or less where all together are too wide: heads wrap first, then cells, then words are broken. */
function fit(rows: readonly string[][], figures: readonly number[], total: number): number[] {
  const columns = columnsOf(rows);
  const widths = columns.map((cells) => Math.max(...cells.map(width)));
  const word = (cells: string[]) => Math.max(...cells.flatMap(words).map(width));
  const longest = columns.map(word);
  const bodies = columns.map(([head, ...cells]) => Math.max(word([head!]), ...cells.map(width)));
  const least = leastWidths(rows, figures);
  // Figures are never broken: "151," above "4" would be read as 151.
  const letters = columns.map(([, ...cells], column) =>
    figures.includes(column) ? Math.max(3, ...cells.map(width)) : 3,
  );
  const sum = () => widths.reduce((a, b) => a + b);
  for (const enough of [bodies, longest, least, letters]) {
    while (sum() > total && widths.some((each, column) => each > enough[column]!)) {
      const slack = widths.map((each, column) => (each > enough[column]! ? each : 0));
      widths[slack.indexOf(Math.max(...slack))]! -= 1;
    }
  }
  return widths;
}

/** The least that each column takes with every word whole, or broken at its hyphens. Figures are never broken: "151," above "4" would be read as 151. */
function leastWidths(rows: readonly string[][], figures: readonly number[]): number[] {
  return columnsOf(rows).map((cells, column) => {
    const parts = (cells: string[]) => Math.max(...cells.flatMap(words).flatMap(pieces).map(width));
    const [head, ...bodies] = cells;
    return figures.includes(column) ? Math.max(parts([head!]), ...bodies.map(width)) : parts(cells);
  });
}

const columnsOf = (rows: readonly string[][]): string[][] =>
  rows[0]!.map((_, column) => rows.map((cells) => cells[column]!));
