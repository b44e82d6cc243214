// Rows drawn as a table by cli-table3: in boxes, or plainly in ASCII.

import Table from "cli-table3";
import type { Colour, Ink } from "./ink.js";
import type { Rows } from "./rows.js";
import { width, words, wrap } from "./words.js";

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

/**
 * The table's lines, at most so many columns wide (80 or more). Rows without a first cell belong to the one above:
 * where there are such groups, a line is drawn between them, in boxes.
 */
export function draw(
  { head, rows, figures }: Rows,
  { plain, columns }: { plain: boolean; columns: number },
  paint: Ink,
  colour: (row: number, column: number) => Colour | undefined,
): string[] {
  const padding = plain ? 0 : 1;
  const between = plain ? 2 * (head.length - 1) : head.length + 1;
  const widths = fit([head, ...rows], figures, columns - between - 2 * padding * head.length);
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
  const columns = rows[0]!.map((_, column) => rows.map((cells) => cells[column]!));
  const widths = columns.map((cells) => Math.max(...cells.map(width)));
  const word = (cells: string[]) => Math.max(...cells.flatMap(words).map(width));
  const longest = columns.map(word);
  const bodies = columns.map(([head, ...cells]) => Math.max(word([head!]), ...cells.map(width)));
  // Figures are never broken: "151," above "4" would be read as 151.
  const letters = columns.map(([, ...cells], column) =>
    figures.includes(column) ? Math.max(3, ...cells.map(width)) : 3,
  );
  const sum = () => widths.reduce((a, b) => a + b);
  for (const least of [bodies, longest, letters]) {
    while (sum() > total && widths.some((each, column) => each > least[column]!)) {
      const slack = widths.map((each, column) => (each > least[column]! ? each : 0));
      widths[slack.indexOf(Math.max(...slack))]! -= 1;
    }
  }
  return widths;
}
