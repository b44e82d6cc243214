// Gradescope's results.json, as its documentation specifies it:
// https://gradescope-autograders.readthedocs.io/en/latest/specs/

import { type CheckResult, type Grade, hasPoints } from "../grade.js";
import type { Texts } from "../texts/texts.js";
import { modelsLine, plainEvidence, scoreIn } from "./words.js";

/** The whole file. Without a score on top, Gradescope adds up those of the tests. */
export function gradescope(grade: Grade, texts: Texts): string {
  const { models, flags, elapsedMs, checks } = grade;
  const { report } = texts;
  const output = [
    scoreIn(grade, texts),
    ...(hasPoints(grade) ? [modelsLine(grade, texts)].filter(Boolean) : [grade.without!]),
    ...flags.filter((flag) => flag !== grade.without),
    report.sandboxNote,
  ];
  const results = {
    // Without a score and without tests Gradescope would say that the grader has failed.
    ...(!hasPoints(grade) && { score: 0 }),
    execution_time: Math.round(elapsedMs / 1000),
    output: output.join("\n"),
    output_format: "text",
    visibility: "visible",
    stdout_visibility: "hidden",
    extra_data: { format: grade.format, models, flags },
    tests: checks.map((check, at) => test(check, at, texts)),
  };
  return `${JSON.stringify(results, null, 2)}\n`;
}

function test(check: CheckResult, at: number, texts: Texts) {
  const { id, title, status, points: score, max, extra, expected, got, hint } = check;
  const { heads } = texts.report;
  const lines = [
    `${heads.expected}: ${expected}`,
    `${heads.gotLabel}: ${got}`,
    ...(hint ? [`${heads.hint}: ${hint}`] : []),
    ...plainEvidence(check, texts),
  ];
  return {
    name: `${id}: ${title}`,
    number: `${at + 1}`,
    score,
    // Above the full score: Gradescope adds what is more than the most as extra points.
    max_score: extra ? 0 : max,
    status: status === "pass" ? "passed" : "failed",
    output: lines.join("\n"),
    output_format: "text",
    visibility: "visible",
    tags: [id.split(".")[0]!, status],
  };
}
