// A student's feedback as Markdown, for a comment in the university's system.

import { grid, literal } from "../../results/markdown.js";
import { capital, clean, label } from "../../results/words.js";
import { type CheckResult, type Grade, hasPoints, ROLES } from "../grade.js";
import type { Texts } from "../texts/texts.js";
import { nextSteps, nothingToDo } from "./table.js";
import {
  checksOf,
  grouped,
  lessSure,
  plainEvidence,
  points,
  scoreIn,
  sumOf,
  undecidedPoints,
} from "./words.js";

export function feedbackMd(grade: Grade, texts: Texts): string {
  const { report, roles, statuses } = texts;
  const steps = nextSteps(grade, texts);
  const tables = ROLES.filter((role) => checksOf(grade, role).length > 0).map((role) => {
    const rows = grouped(checksOf(grade, role)).map((checks) => {
      const [{ status, got: said, points: got, max }] = checks;
      const sum = checks.length > 1 ? sumOf(checks) : { got, max };
      const titles = checks.map(({ title }) => title).join(", ");
      return [
        titles,
        statuses[status],
        report.of(points(sum.got, texts), points(sum.max, texts)),
        clean(said),
      ];
    });
    const { heads } = report;
    return `## ${literal(capital(roles[role]))}\n\n${grid({ head: [heads.check, heads.status, heads.points, heads.got], figures: [2], rows })}`;
  });
  const open = undecidedPoints(grade);
  const told = lessSure(grade, texts);
  const faults = grouped(grade.checks)
    .map(([first]) => first)
    .filter(({ status }) => status === "fail" || status === "inconclusive");
  const parts = [
    `# ${literal(report.title(label(grade.submission, 60)))}`,
    `**${scoreIn(grade, texts)}**${open > 0 ? ` ${report.undecidedLine(points(open, texts))}` : ""}`,
    !hasPoints(grade) && literal(`${clean(grade.without!)} ${report.noPointsNote}`),
    grade.flags.length > 0 &&
      `## ${report.flaggedTitle}\n\n${grade.flags.map((flag) => `- ${literal(clean(flag))}`).join("\n")}`,
    hasPoints(grade) &&
      `## ${report.nextTitle}\n\n${steps.length === 0 ? nothingToDo(grade, texts) : steps.map((step, at) => `${at + 1}. ${literal(step)}`).join("\n")}`,
    ...tables,
    ...faults.map((check) => details(check, texts)),
    told.length > 0 && `## ${report.toldTitle}\n\n${told.map((line) => `- ${literal(line)}`).join("\n")}`,
    literal(report.sandboxNote),
  ];
  return `${parts.filter((part) => part !== false).join("\n\n")}\n`;
}

function details(check: CheckResult, texts: Texts): string {
  const { id, title, expected, got, hint } = check;
  const { heads } = texts.report;
  const evidence = plainEvidence(check, texts).map((line) => (line === "" ? "" : `    ${line}`));
  const lines = [
    `### ${literal(`${title} (${id})`)}`,
    `- ${heads.expected}: ${literal(expected)}\n- ${heads.gotLabel}: ${literal(clean(got))}${hint ? `\n- ${heads.hint}: ${literal(hint)}` : ""}`,
    // Indented by four, so that nothing in it is Markdown.
    ...(evidence.length > 0 ? [`<!-- -->\n\n${evidence.join("\n").trimEnd().replace(/^\n+/, "")}`] : []),
  ];
  return lines.join("\n\n");
}
