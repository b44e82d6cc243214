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
