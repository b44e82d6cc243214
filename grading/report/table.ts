// Grades on a terminal: a class as a table of submissions, one submission as a table of its checks.

import { draw } from "../../results/draw.js";
import { ink } from "../../results/ink.js";
import { bullet, clean, label } from "../../results/words.js";
import { type CheckResult, type Grade, ROLES, type Status } from "../grade.js";
import type { Texts } from "../texts/texts.js";
import { checksOf, grouped, points, roleOf, sumOf } from "./words.js";

export interface Screen {
  plain: boolean;
  color: boolean;
  columns: number;
}

const colours = { pass: "green", fail: "red", inconclusive: "yellow", skipped: "yellow" } as const;

/** The whole class; ends without a newline. */
export function classTable(grades: readonly Grade[], texts: Texts, screen: Screen): string {
  const { report } = texts;
  const { heads } = report;
  const paint = ink(screen.color);
  const sum = (checks: CheckResult[]) =>
    points(
      checks.reduce((total, check) => total + check.points, 0),
      texts,
    );
  const table = {
    head: [heads.submission, heads.score, heads.single, heads.multi, heads.client, heads.missed, heads.human],
    figures: [1, 2, 3, 4],
    rows: grades.map((grade) => [
      label(grade.submission, 28),
      report.of(points(grade.score, texts), points(grade.max, texts)),
      ...ROLES.map((role) => sum(checksOf(grade, role))),
      missed(grade.checks, texts),
      grade.flags.length > 0 ? report.yes : report.none,
    ]),
  };
  const lines = draw(table, screen, paint, (row, column) => {
    const { score, max, flags } = grades[row]!;
    if (column === 0) return "bold";
    if (column === 1) return score >= max ? "green" : score * 2 < max ? "red" : undefined;
    return column === 6 && flags.length > 0 ? "yellow" : undefined;
  });
  const flagged = grades
    .filter(({ flags }) => flags.length > 0)
    .flatMap(({ submission, flags }) =>
      bullet(`${label(submission)}: ${flags.map(clean).join(" ")}`, screen.columns),
    );
  return [
    ...lines,
    ...(flagged.length > 0 ? ["", paint("bold", `${report.flaggedTitle}:`), ...flagged] : []),
  ].join("\n");
}

/** The checks that cost points: the first few, and how many more. */
export function missed(checks: readonly CheckResult[], { report }: Texts): string {
  const ids = checks.filter(({ status, max }) => status !== "pass" && max > 0).map(({ id }) => id);
  if (ids.length === 0) return report.none;
  const shown = ids.slice(0, 3).join(", ");
  return ids.length > 3 ? `${shown} +${ids.length - 3}` : shown;
}

/** One submission: its checks, and what to do about those that did not go well. */
export function gradeTable(grade: Grade, texts: Texts, screen: Screen): string {
  const { report, statuses, roles } = texts;
  const { heads } = report;
  const paint = ink(screen.color);
  const marks: Record<Status, string> = statuses;
  const groups = grouped(grade.checks);
  const table = {
    head: [heads.check, heads.status, heads.points, heads.got],
    figures: [2],
    rows: groups.map((checks) => {
      const [{ id, title, status, points: got, max, got: said }] = checks;
      const [role] = id.split(".") as [keyof typeof roles];
      const several = checks.length > 1;
      const sum = several ? sumOf(checks) : { got, max };
      return [
        several ? report.several(checks.length, roles[role]) : `${title} (${role})`,
        marks[status],
        report.of(points(sum.got, texts), points(sum.max, texts)),
        clean(said),
      ];
    }),
  };
  const lines = draw(table, screen, paint, (row, column) =>
    column === 1 ? colours[groups[row]![0].status] : undefined,
  );
  const head = `${label(grade.submission, 60)}: ${report.scoreLine(points(grade.score, texts), points(grade.max, texts))}`;
  const next = nextSteps(grade, texts).flatMap((step) => bullet(step, screen.columns));
  const flags = grade.flags.flatMap((flag) => bullet(clean(flag), screen.columns));
  return [
    paint("bold", head),
    "",
    ...lines,
    ...(next.length > 0 ? ["", paint("bold", `${report.nextTitle}:`), ...next] : []),
    ...(flags.length > 0 ? ["", paint("bold", `${report.flaggedTitle}:`), ...flags] : []),
  ].join("\n");
}

/** What to do, each thing once, those that cost most first. */
export function nextSteps({ checks }: Grade, texts: Texts): string[] {
  const open = checks.filter(
    ({ status, hint, max }) => status !== "pass" && status !== "skipped" && hint !== "" && max > 0,
  );
  const skipped = checks.filter(
    ({ status, hint, max }) => status === "skipped" && max > 0 && hint !== texts.hints.spared && hint !== "",
  );
  const byHint = new Map<string, CheckResult[]>();
  for (const check of [...open, ...skipped])
    byHint.set(check.hint, [...(byHint.get(check.hint) ?? []), check]);
  const lost = (some: readonly CheckResult[]) =>
    some.reduce((sum, { max, points: got }) => sum + max - got, 0);
  // What could not be tried because of a fault costs as much as the fault itself: it stands with the first fault of the program.
  const barredBy = (check: CheckResult) =>
    check === open.find((one) => roleOf(one) === roleOf(check))
      ? checks.filter((one) => roleOf(one) === roleOf(check) && one.hint === texts.hints.spared)
      : [];
  return [...byHint]
    .map(([hint, some]) => ({ hint, some, own: lost(some), barred: lost(some.flatMap(barredBy)) }))
    .sort((a, b) => b.own + b.barred - a.own - a.barred)
    .map(({ hint, some, own, barred }) => {
      const [first] = some as [CheckResult];
      const [role] = first.id.split(".") as [keyof Texts["roles"]];
      const name =
        some.length > 2 ? texts.roles[role] : some.map(({ title, id }) => `${title} (${id})`).join(", ");
      const cost =
        barred === 0 ? points(own, texts) : texts.report.andBarred(points(own, texts), points(barred, texts));
      return texts.report.next(capital(name), cost, hint);
    });
}

/** Where no hint says what to do: all is well, or the page says elsewhere what is missing. */
export const nothingToDo = ({ score, max }: Grade, { report }: Texts): string =>
  score >= max ? report.nextAll : report.nextElsewhere;

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
