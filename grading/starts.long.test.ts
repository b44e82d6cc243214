// Servers that want to be built, or to be told a port, a folder, an address, threads: each is started, and serves its page.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sourcePath } from "../scenarios/source-folder.js";
import type { Grade } from "./grade.js";
import { folder, gradesIn, runGrade } from "./testing/grade.js";
import { type ExpectedStarts, expectedStarts } from "./testing/starts.js";

const STARTS = sourcePath("./testing/starts", import.meta.url);
const RUBRIC = "single: { starts: 5, page: 5 }\nmulti: { starts: 5, page: 5 }\n";

/** How a grade differs from what it must be; empty: it does not. */
function differences(grade: Grade | undefined, expected: ExpectedStarts): string[] {
  if (grade === undefined) return ["it was not graded"];
  return (["single", "multi"] as const).flatMap((role) => {
    const right = expected[role];
    const { command } = grade.programs[role];
    if (right === undefined) return command === null ? [] : [`there is a ${role} server: ${command}`];
    const checks = grade.checks.filter(({ id }) => id.startsWith(`${role}.`));
    const [starts] = checks;
    const seen = `${role}: ${command}: ${checks.map(({ status, got }) => `${status}: ${got}`).join(" | ")}`;
    const isRight =
      typeof right === "string"
        ? checks.every(({ status }) => status === "pass") && `${command}`.endsWith(right)
        : "fails" in right
          ? starts?.status === "fail" && right.fails.test(starts.got)
          : starts?.status === "inconclusive" && right.undecided.test(starts.got) && grade.flags.length === 1;
    return isRight ? [] : [seen];
  });
}

test("every server is built, told what it wants, and serves its page", {
  tags: ["bwrap", "python3", "gcc"],
}, async () => {
  const [out, rubric] = [folder(), join(folder(), "rubric.yaml")];
  writeFileSync(rubric, RUBRIC);
  const { stderr } = await runGrade([STARTS, "--rubric", rubric, "--out", out, "--jobs", "2"]);
  expect(stderr).not.toContain("    at ");
  const grades = gradesIn(out);
  const wrong = Object.entries(expectedStarts).flatMap(([name, right]) =>
    differences(grades.get(name), right).map((what) => `${name}: ${what}`),
  );
  expect(wrong).toEqual([]);
  expect([...grades.keys()].sort()).toEqual(Object.keys(expectedStarts).sort());
  const told = grades.get("words-java")!.checks.find(({ id }) => id === "multi.starts");
  expect(told!.got).toContain("It was started as: java -cp .antre Server 8080 10 .");
});
