// Points and evidence as plain text.

import { clean } from "../../results/words.js";
import { type CheckResult, type Grade, hasPoints, ROLES, type Role } from "../grade.js";
import { isSure, type Told } from "../submission/finding/choose.js";
import type { Texts } from "../texts/texts.js";

/** A number of points: whole ones without decimals. */
export const points = (number: number, { report }: Texts): string =>
  `${Math.round(number * 100) / 100}`.replace(".", report.decimal);

/** The evidence of a check that did not go well, line by line; what a program printed is made safe to show. */
export function plainEvidence({ status, evidence }: CheckResult, { report }: Texts): string[] {
  if (status === "pass" || status === "skipped") return [];
  const part = (title: string, lines: readonly string[] = []) =>
    lines.length === 0 ? [] : ["", `${title}:`, ...lines.map((line) => `  ${clean(line)}`)];
  return [...part(report.wordsTitle, evidence.words), ...part(report.outputTitle, evidence.output)];
}

export const checksOf = ({ checks }: Grade, role: Role): CheckResult[] =>
  checks.filter(({ id }) => id.startsWith(`${role}.`));

export const roleOf = ({ id }: CheckResult): string => id.split(".")[0]!;

/** Checks of one program that were not tried for one and the same reason stand together; each of the others stands alone. */
export function grouped(checks: readonly CheckResult[]): [CheckResult, ...CheckResult[]][] {
  const groups: [CheckResult, ...CheckResult[]][] = [];
  for (const check of checks) {
    const last = groups.at(-1);
    const before = last?.[0];
    const alike =
      before?.status === check.status && before.got === check.got && roleOf(before) === roleOf(check);
    if (alike && (check.status === "skipped" || check.status === "inconclusive")) last!.push(check);
    else groups.push([check]);
  }
  return groups;
}

export const sumOf = (checks: readonly CheckResult[]): { got: number; max: number } => ({
  got: checks.reduce((sum, { points: got }) => sum + got, 0),
  max: checks.reduce((sum, { max, extra }) => sum + (extra ? 0 : max), 0),
});

/** "30 of 100", and where a human may still give more, "30 (+45) of 100". */
export function scoreCell(grade: Grade, texts: Texts): string {
  const open = undecidedPoints(grade);
  const score = points(grade.score, texts);
  const perhaps = open > 0 ? `${score} (+${points(open, texts)})` : score;
  return texts.report.of(perhaps, points(grade.max, texts));
}

/** How many points a human has still to decide on. */
export const undecidedPoints = ({ checks }: Grade): number =>
  checks.reduce((sum, { status, max }) => sum + (status === "inconclusive" ? max : 0), 0);

/** How it was told that a program is the one that was asked for, in words. */
export function toldIn(told: Told, { told: say }: Texts): string {
  switch (told.by) {
    case "content":
      return say.content(told.does);
    case "mode":
      return say.mode(told.mode);
    case "looking":
      return say.looking(told.model);
    default:
      return say[told.by]();
  }
}

/** The programs that were not told by their names alone, nor by a lecturer: what a human may want to look at. */
export function lessSure({ programs }: Grade, texts: Texts): string[] {
  return ROLES.flatMap((role) => {
    const { file, command, told } = programs[role];
    if ((told ?? null) === null || isSure(told!)) return [];
    return texts.report.toldLine(texts.roles[role], clean(file ?? command ?? "?"), toldIn(told!, texts));
  });
}

/** The roles that the rubric asks for. */
export const askedOf = (grade: Grade): Role[] => ROLES.filter((role) => checksOf(grade, role).length > 0);

/** What the servers that were asked for look like from outside; empty: none was. */
export function modelsLine(grade: Grade, { report, roles, models }: Texts): string {
  const asked = askedOf(grade).filter((role) => role !== "client") as ("single" | "multi")[];
  const said = asked.map((role) => {
    const model = grade.models[role];
    return model === null ? report.noModel : models[model];
  });
  if (said.length === 2) return report.models(said[0]!, said[1]!);
  return said.length === 1 ? report.oneModel(roles[asked[0]!], said[0]!) : "";
}

/** The points of a submission; of one that has none, not even 0, a word. */
export const scoreIn = (grade: Grade, texts: Texts): string =>
  hasPoints(grade)
    ? texts.report.scoreLine(points(grade.score, texts), points(grade.max, texts))
    : texts.report.noPoints;
