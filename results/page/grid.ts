// Rows as an HTML table that a screen reader can find its way in, and that scrolls by itself where it is too wide.

import type { Rows } from "../rows.js";
import { type Html, h } from "./markup.js";

export interface GridOptions {
  headers?: number;
  silent?: boolean;
  alarm?: (row: number, column: number) => boolean;
}

/**
 * The table with its caption. A row whose first cell is empty belongs to the one above it. `headers`: how many columns,
 * from the left, name the row. `silent`: the caption is only read aloud, because a heading says the same. `alarm`: is this
 * cell one?
 */
export function grid(
  { head, rows, figures }: Rows,
  caption: string,
  { headers = 1, silent = false, alarm = () => false }: GridOptions = {},
): Html {
  const groups: { row: string[]; index: number }[][] = [];
  rows.forEach((row, index) => {
    if (row[0] === "" && groups.length > 0) groups.at(-1)!.push({ row, index });
    else groups.push([{ row, index }]);
  });
  const kind = (column: number, row?: number) => {
    const classes = [
      ...(figures.includes(column) ? ["figure"] : []),
      ...(row !== undefined && alarm(row, column) ? ["alarm"] : []),
    ];
    return classes.length > 0 && h` class="${classes.join(" ")}"`;
  };
  const line = ({ row, index }: { row: string[]; index: number }, at: number, group: readonly unknown[]) =>
    h`<tr>${row.map((cell, column) => {
      if (column === 0) {
        if (at > 0) return "";
        return group.length > 1
          ? h`<th scope="rowgroup" rowspan="${group.length}"${kind(column)}>${cell}</th>`
          : h`<th scope="row"${kind(column)}>${cell}</th>`;
      }
      return column < headers
        ? h`<th scope="row" class="sub${figures.includes(column) && " figure"}">${cell}</th>`
        : h`<td${kind(column, index)}>${cell}</td>`;
    })}</tr>`;
  return scroll(
    caption,
    h`<table><caption${silent && h` class="hidden"`}><span>${caption}</span></caption>
<thead><tr>${head.map((cell, column) => h`<th scope="col"${kind(column)}>${cell}</th>`)}</tr></thead>
${groups.map((group) => h`<tbody>${group.map(line)}</tbody>\n`)}</table>`,
    rows.length <= SHORT,
  );
}

/** A table of so many rows is kept on one page of paper. */
const SHORT = 20;

/** A part that may be wider than the page: it can be reached, and so scrolled, with the keyboard. `whole`: paper does not part it. */
export function scroll(name: string, content: Html, whole = true): Html {
  return scrolling(name, content, whole ? "scroll whole" : "scroll");
}

/** A drawing, which on a phone is not made so small that its words cannot be read: it scrolls instead. */
export const scrollDrawing = (name: string, svg: Html): Html => scrolling(name, svg, "scroll drawing");

function scrolling(name: string, content: Html, classes: string): Html {
  return h`<div class="${classes}" role="group" aria-label="${name}" tabindex="0">${content}</div>`;
}
