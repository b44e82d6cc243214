// Grades on a terminal: a class as a table of submissions, one submission as a table of its checks.

import { draw } from "../../results/draw.js";
import { ink } from "../../results/ink.js";
import { bullet, capital, clean, label } from "../../results/words.js";
import {
  type CheckResult,
  type Grade,
  hasPoints,
  ROLES,
  type Role,
  type Standing,
  type Status,
  standingOf,
} from "../grade.js";
import type { Texts } from "../texts/texts.js";
import { checksOf, grouped, lessSure, points, roleOf, scoreCell, scoreIn, sumOf } from "./words.js";

export interface Screen {
  plain: boolean;
  color: boolean;
  columns: number;
}

const colours = { pass: "green", fail: "red", inconclusive: "yellow", skipped: "yellow" } as const;

/** The whole class: who needs a human, what is graded, how it was told; ends without a newline. */
export function classTable(all: readonly Grade[], texts: Texts, screen: Screen): string {
  const { report } = texts;
  const { heads } = report;
  const grades = all.filter(hasPoints);
  const asked = ROLES.filter((role) => grades.some((grade) => checksOf(grade, role).length > 0));
  const paint = ink(screen.color);
  const sum = (checks: CheckResult[]) =>
    points(
      checks.reduce((total, check) => total + check.points, 0),
      texts,
    );
  const table = {
    head: [heads.submission, heads.score, ...asked.map((role) => heads[role]), heads.missed, heads.human],
    figures: [1, ...asked.map((_, at) => at + 2)],
    rows: grades.map((grade) => [
      label(grade.submission, 28),
      scoreCell(grade, texts),
      ...asked.map((role) => sum(checksOf(grade, role))),
      missed(grade, texts),
      grade.flags.length > 0 ? report.yes : report.none,
    ]),
  };
  const lines = draw(table, screen, paint, (row, column) => {
    const { score, max, flags } = grades[row]!;
    if (column === 0) return "bold";
    if (column === 1) return score >= max ? "green" : score * 2 < max ? "red" : undefined;
    return column === asked.length + 3 && flags.length > 0 ? "yellow" : undefined;
  });
  const { human, without } = byStanding(all);
  const part = (title: string, items: readonly string[]) =>
    items.length === 0
      ? []
      : [paint("bold", `${title}:`), ...items.flatMap((item) => bullet(item, screen.columns)), ""];
  const name = ({ submission }: Grade) => label(submission);
  return [
    ...part(
      report.flaggedTitle,
      human.map((grade) => `${name(grade)}: ${grade.flags.map(clean).join(" ")}`),
    ),
    ...part(
      report.withoutTitle,
      without.map((grade) => `${name(grade)}: ${clean(grade.without!)}`),
    ),
    ...(grades.length > 0 ? [...lines, ""] : []),
    ...part(
      report.toldTitle,
      grades.flatMap((grade) => lessSure(grade, texts).map((line) => `${name(grade)}: ${line}`)),
    ),
    countsOf(all, texts),
  ].join("\n");
}

export function byStanding(all: readonly Grade[]): Record<Standing, Grade[]> {
  const of = (standing: Standing) => all.filter((grade) => standingOf(grade) === standing);
  return { human: of("human"), graded: of("graded"), without: of("without") };
}

/** How many are graded, for a human, without a program. */
export function countsOf(all: readonly Grade[], { report }: Texts): string {
  const { human, graded, without } = byStanding(all);
  return report.counts(graded.length, human.length, without.length);
}

/**
 * The checks that cost points: the first few, and how many more. A program that is not there, or of which nothing could be
 * decided, is one, by its name; and what was not tried because of a fault is not told beside it.
 */
export function missed(grade: Grade, { report, roles, hints }: Texts): string {
  const ids = ROLES.flatMap((role) => {
    const checks = checksOf(grade, role).filter(({ max }) => max > 0);
    if (checks.length === 0) return [];
    const all = (status: Status) => checks.every((check) => check.status === status);
    if (all("inconclusive")) return [report.undecided(roles[role])];
    if (all("skipped") && grade.programs[role].command === null) return [report.absent(roles[role])];
    return checks
      .filter(({ status, hint }) => status !== "pass" && !(status === "skipped" && hint === hints.spared))
      .map(({ id }) => id);
  });
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
  const head = `${label(grade.submission, 60)}: ${scoreIn(grade, texts)}`;
  const without = hasPoints(grade) ? [] : bullet(clean(grade.without!), screen.columns);
  const told = lessSure(grade, texts).flatMap((line) => bullet(line, screen.columns));
  const next = nextSteps(grade, texts).flatMap((step) => bullet(step, screen.columns));
  const flags = grade.flags.flatMap((flag) => bullet(clean(flag), screen.columns));
  if (!hasPoints(grade))
    return [
      paint("bold", head),
      "",
      ...(flags.length > 0 ? [paint("bold", `${report.flaggedTitle}:`), ...flags] : without),
      "",
      ...bullet(report.noPointsNote, screen.columns),
    ].join("\n");
  return [
    paint("bold", head),
    "",
    ...lines,
    ...(next.length > 0 ? ["", paint("bold", `${report.nextTitle}:`), ...next] : []),
    ...(flags.length > 0 ? ["", paint("bold", `${report.flaggedTitle}:`), ...flags] : []),
    ...(told.length > 0 ? ["", paint("bold", `${report.toldTitle}:`), ...told] : []),
  ].join("\n");
}

/** What to do, each thing once, those that cost most first; a mistake that several checks met is told with what they met. */
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
      const met = [...new Set(some.map(({ got }) => got))];
      const programs = [...new Set(some.map(roleOf))].map((role) => texts.roles[role as Role]);
      const name =
        some.length > 2
          ? texts.report.severalOf(some.length, programs.join(", "))
          : some.map(({ title, id }) => `${title} (${id})`).join(", ");
      const cost =
        barred === 0 ? points(own, texts) : texts.report.andBarred(points(own, texts), points(barred, texts));
      return texts.report.next(
        capital(name),
        cost,
        some.length > 1 && met.length === 1 ? `${clean(met[0]!)} ${hint}` : hint,
      );
    });
}

/** Where no hint says what to do: all is well, or the page says elsewhere what is missing. */
export const nothingToDo = ({ score, max }: Grade, { report }: Texts): string =>
  score >= max ? report.nextAll : report.nextElsewhere;
