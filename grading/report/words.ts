// Points and evidence as plain text.

import { clean } from "../../results/words.js";
import type { CheckResult, Grade, Role } from "../grade.js";
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

/** How many points a human has still to decide on. */
export const undecidedPoints = ({ checks }: Grade): number =>
  checks.reduce((sum, { status, max }) => sum + (status === "inconclusive" ? max : 0), 0);
