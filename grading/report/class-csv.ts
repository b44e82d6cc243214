// The class as a table for a spreadsheet: a line for each submission, a column for each check.

import { type Grade, ROLES } from "../grade.js";
import { checksOf } from "./words.js";

/** RFC 4180, with names in the first line. Points are plain numbers with a point, whatever the language. */
export function classCsv(grades: readonly Grade[]): string {
  const ids = [...new Set(grades.flatMap(({ checks }) => checks.map(({ id }) => id)))];
  const head = [
    "submission",
    "score",
    "max",
    ...ROLES,
    "model_single",
    "model_multi",
    "needs_human",
    ...ids,
    "flags",
  ];
  const rows = grades.map((grade) => {
    const { submission, score, max, models, flags, checks } = grade;
    const sums = ROLES.map((role) => checksOf(grade, role).reduce((sum, { points }) => sum + points, 0));
    const each = ids.map((id) => {
      const check = checks.find((one) => one.id === id);
      return check === undefined
        ? ""
        : check.status === "inconclusive"
          ? "?"
          : check.max === 0
            ? ""
            : check.points;
    });
    const needs = flags.length > 0 ? "yes" : "no";
    return [
      submission,
      score,
      max,
      ...sums,
      models.single ?? "",
      models.multi ?? "",
      needs,
      ...each,
      flags.join(" / "),
    ];
  });
  return [head, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** A text that a spreadsheet would take for a formula is made one that it does not. */
function cell(value: string | number): string {
  const text = typeof value === "number" ? `${value}` : value.replace(/^[=+\-@\t\r]/, "'$&");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
