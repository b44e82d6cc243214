// The class as a table for a spreadsheet: a line for each submission, a column for each check.

import { type Grade, hasPoints, ROLES, standingOf } from "../grade.js";
import type { Texts } from "../texts/texts.js";
import { checksOf, lessSure, undecidedPoints } from "./words.js";

/** RFC 4180, with names in the first line. Points are plain numbers with a point, whatever the language. */
export function classCsv(grades: readonly Grade[], texts: Texts): string {
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
    "standing",
    "how_told",
    "flags",
    "undecided_points",
  ];
  const rows = grades.map((grade) => {
    const { submission, models, flags, checks } = grade;
    // No points are an empty cell: 0 would be a grade.
    const [score, max] = hasPoints(grade) ? [grade.score, grade.max] : ["", ""];
    const sums = ROLES.map((role) => {
      const own = checksOf(grade, role);
      return own.length === 0 ? "" : own.reduce((sum, { points }) => sum + points, 0);
    });
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
      standingOf(grade),
      lessSure(grade, texts).join(" / "),
      [...flags, ...(flags.length === 0 && !hasPoints(grade) ? [grade.without!] : [])].join(" / "),
      hasPoints(grade) ? undecidedPoints(grade) : "",
    ];
  });
  return [head, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** A text that a spreadsheet would take for a formula is made one that it does not. */
function cell(value: string | number): string {
  const text = typeof value === "number" ? `${value}` : value.replace(/^[=+\-@\t\r]/, "'$&");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
