// JUnit's XML, as build servers read it: a suite for each submission, a test case for each check.

import type { CheckResult, Grade } from "../grade.js";
import type { Texts } from "../texts/texts.js";
import { plainEvidence } from "./words.js";

export function junit(grades: readonly Grade[], texts: Texts): string {
  const all = grades.flatMap(({ checks }) => checks);
  const suites = grades.map((grade) => suite(grade, texts));
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="antre" ${counts(all)}>
${suites.join("")}</testsuites>
`;
}

function suite({ submission, checks, elapsedMs, gradedAt, score, max }: Grade, texts: Texts): string {
  const time = (elapsedMs / 1000).toFixed(3);
  return `  <testsuite name="${escaped(submission)}" ${counts(checks)} time="${time}" timestamp="${gradedAt.slice(0, 19)}">
    <properties>
      <property name="score" value="${score}"/>
      <property name="max" value="${max}"/>
    </properties>
${checks.map((check) => testCase(check, submission, texts)).join("")}  </testsuite>
`;
}

function testCase(check: CheckResult, submission: string, texts: Texts): string {
  const { id, title, status, expected, got, hint } = check;
  const { heads } = texts.report;
  const open = `    <testcase classname="${escaped(submission)}" name="${escaped(`${id}: ${title}`)}"`;
  if (status === "pass") return `${open}/>\n`;
  const lines = [
    `${heads.expected}: ${expected}`,
    `${heads.gotLabel}: ${got}`,
    ...(hint ? [`${heads.hint}: ${hint}`] : []),
  ];
  const text = escaped([...lines, ...plainEvidence(check, texts)].join("\n"));
  const message = escaped(got);
  const element = { fail: "failure", inconclusive: "error", skipped: "skipped" }[status];
  const body =
    status === "skipped"
      ? `<skipped message="${message}"/>`
      : `<${element} message="${message}" type="${status}">${text}</${element}>`;
  return `${open}>\n      ${body}\n    </testcase>\n`;
}

function counts(checks: readonly CheckResult[]): string {
  const of = (status: CheckResult["status"]) => checks.filter((check) => check.status === status).length;
  return `tests="${checks.length}" failures="${of("fail")}" errors="${of("inconclusive")}" skipped="${of("skipped")}"`;
}

/** Escaped, and without what XML 1.0 can't hold (§2.2): a program may have printed anything. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, "\u{fffd}")
    .replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
