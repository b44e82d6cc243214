// The whole set of submissions, three times with one program at a time and three times with two: each gets the grade and
// the reasons that it must get, the same each time; and nothing is left over.

import { expect, test } from "vitest";
import type { Grade } from "./grade.js";
import { folder, gradesIn, runGrade, wholeSet } from "./testing/grade.js";
import { machine, Traces } from "./testing/left-over.js";
import { type Expected, expected } from "./testing/submissions.js";

const ROLE = /^(single|multi|client)\./;

/** How a grade differs from what it must be; empty: it does not. */
function differences(grade: Grade | undefined, { score, models, lacks, faults, flags }: Expected): string[] {
  if (grade === undefined) return ["it was not graded"];
  const wrong: string[] = [];
  const note = (right: boolean, what: string) => {
    if (!right) wrong.push(what);
  };
  note(grade.score === score && grade.max === 100, `score ${grade.score} of ${grade.max}, not ${score}`);
  note(grade.models.single === models.single, `single is ${grade.models.single}`);
  note(grade.models.multi === models.multi, `multi is ${grade.models.multi}`);
  for (const { id, status, got, hint, expected: should, points, max } of grade.checks) {
    const role = ROLE.exec(id)![1] as "single" | "multi" | "client";
    const fault = faults[id];
    note(got !== "" && should !== "", `${id} has no reason`);
    note(points === (status === "pass" ? max : 0), `${id}: ${points} points, though ${status}`);
    if (status === "fail") note(hint !== "", `${id} has no hint`);
    if (fault) note(status === fault[0] && fault[1].test(got), `${id} is ${status}: ${got}`);
    else if (lacks.includes(role)) note(status === "skipped", `${id} is ${status}: ${got}`);
    else if (status === "skipped") note(/^Not tried, because/.test(got), `${id} is skipped: ${got}`);
    else note(status === "pass", `${id} is ${status}: ${got}`);
  }
  for (const flag of flags)
    note(
      grade.flags.some((said) => flag.test(said)),
      `no flag ${flag}`,
    );
  const others = grade.flags.filter((said) => !/was not found\./.test(said));
  note(others.length === flags.length, `flags: ${others.join(" / ")}`);
  return wrong;
}

/** Grades the set; what is wrong with the grades, and what the run leaves over. */
async function gradeSet(set: string, jobs: number) {
  const out = folder();
  const traces = new Traces();
  const watching = setInterval(() => traces.processes(), 500);
  const { stderr } = await runGrade([set, "--jobs", `${jobs}`, "--out", out], traces.env);
  clearInterval(watching);
  const grades = gradesIn(out);
  const wrong = Object.entries(expected).flatMap(([name, right]) =>
    differences(grades.get(name), right).map((what) => `${name} (${right.why}): ${what}`),
  );
  return { stderr, names: [...grades.keys()].sort(), wrong, traces };
}

// Both at the same time: they share the machine, as two lecturers might, and keep it busy.
test.each([1, 2, 3])(
  "with 1 and with 2 at a time every submission gets its grade, and nothing is left over (time %i)",
  async () => {
    const set = wholeSet();
    const before = machine();
    for (const { stderr, names, wrong, traces } of await Promise.all([gradeSet(set, 1), gradeSet(set, 2)])) {
      expect(stderr).not.toContain("    at ");
      expect(wrong).toEqual([]);
      expect(names).toEqual(Object.keys(expected).sort());
      await expect.poll(() => traces.processes(), { timeout: 2000 }).toEqual([]);
      await expect.poll(() => traces.files(), { timeout: 10_000 }).toEqual([]);
    }
    expect(machine()).toEqual(before);
  },
  1_200_000,
);
