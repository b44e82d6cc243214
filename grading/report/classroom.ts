// GitHub Classroom's autograding result, as its reporter reads it from a runner, before base64:
// https://github.com/classroom-resources/autograding-grading-reporter (src/main.js, src/notify-classroom.js)

import { type CheckResult, type Grade, standingOf } from "../grade.js";
import type { Texts } from "../texts/texts.js";

/** The whole file, on one line. The reporter adds up the scores of the tests, and shows the message of those that fail. */
export function classroom(grade: Grade, texts: Texts): string {
  const { checks, max } = grade;
  const failed = checks.some(({ status, max: points }) => status !== "pass" && points > 0);
  const result = {
    version: 1,
    status: failed || standingOf(grade) !== "graded" ? "fail" : "pass",
    max_score: max,
    tests: checks.map((check) => ({
      name: `${check.id}: ${check.title}`,
      status: check.status === "pass" ? "pass" : "fail",
      score: check.points,
      message: check.status === "pass" ? null : message(check, texts),
      test_code: check.id,
      filename: "",
      line_no: 0,
      execution_time: 0,
    })),
  };
  return `${JSON.stringify(result)}\n`;
}

function message({ expected, got, hint }: CheckResult, { report: { heads } }: Texts): string {
  const lines = [`${heads.expected}: ${expected}`, `${heads.gotLabel}: ${got}`];
  if (hint) lines.push(`${heads.hint}: ${hint}`);
  return lines.join("\n");
}
