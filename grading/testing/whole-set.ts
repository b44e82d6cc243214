// For the tests: grades the set of submissions, and tells how the grades differ from what they must be.

import { readdirSync } from "node:fs";
import { expect } from "vitest";
import type { Grade, Role } from "../grade.js";
import { folder, gradesIn, runGrade } from "./grade.js";
import { machine, Traces } from "./left-over.js";
import { type Expected, expected } from "./submissions.js";

const ROLE = /^(single|multi|client)\./;

/** How a grade differs from what it must be; empty: it does not. */
function differences(
  grade: Grade | undefined,
  { score, models, lacks, without, faults, flags }: Expected,
): string[] {
  if (grade === undefined) return ["it was not graded"];
  const wrong: string[] = [];
  const note = (right: boolean, what: string) => {
    if (!right) wrong.push(what);
  };
  const max = without === null ? 100 : 0;
  note(grade.score === score && grade.max === max, `score ${grade.score} of ${grade.max}, not ${score}`);
  note(without?.test(grade.without ?? "") ?? grade.without === null, `without: ${grade.without}`);
  note(grade.models.single === models.single, `single is ${grade.models.single}`);
  note(grade.models.multi === models.multi, `multi is ${grade.models.multi}`);
  // What can't be started here is for a human, and so is all that needs it.
  const isBarred = (role: Role) => faults[`${role}.starts`]?.[0] === "inconclusive";
  for (const { id, status, got, hint, expected: should, points, max } of grade.checks) {
    const role = ROLE.exec(id)![1] as "single" | "multi" | "client";
    const fault = faults[id];
    note(got !== "" && should !== "", `${id} has no reason`);
    note(points === (status === "pass" ? max : 0), `${id}: ${points} points, though ${status}`);
    if (status === "fail") note(hint !== "", `${id} has no hint`);
    if (fault) note(status === fault[0] && fault[1].test(got), `${id} is ${status}: ${got}`);
    else if (lacks.includes(role)) note(status === "skipped", `${id} is ${status}: ${got}`);
    else if (status === "skipped" || (status === "inconclusive" && isBarred(role)))
      note(/^Not tried, because/.test(got), `${id} is skipped: ${got}`);
    else note(status === "pass", `${id} is ${status}: ${got}`);
  }
  for (const flag of flags)
    note(
      grade.flags.some((said) => flag.test(said)),
      `no flag ${flag}`,
    );
  note(grade.flags.length === flags.length, `flags: ${grade.flags.join(" / ")}`);
  return wrong;
}

/** Grades these submissions; what is wrong with the grades, and what the run leaves over. */
async function gradeSet(set: string, jobs: number) {
  const names = readdirSync(set).map((name) => name.replace(/\.(zip|tar\.gz)$/, ""));
  const out = folder();
  const traces = new Traces();
  const watching = setInterval(() => traces.processes(), 500);
  const { stderr } = await runGrade([set, "--jobs", `${jobs}`, "--out", out], traces.env);
  clearInterval(watching);
  const grades = gradesIn(out);
  const wrong = names.flatMap((name) => {
    const right = expected[name];
    if (right === undefined) return [`${name}: nobody has said what grade it must get`];
    return differences(grades.get(name), right).map((what) => `${name} (${right.why}): ${what}`);
  });
  return { stderr, names: [...grades.keys()], wrong, traces };
}

/** Grades all of these at the same time, as several lecturers might on one machine. Answers whose grades there are. */
export async function expectRightGrades(runs: { set: string; jobs: number }[]): Promise<string[][]> {
  const before = machine();
  const graded = await Promise.all(runs.map(({ set, jobs }) => gradeSet(set, jobs)));
  for (const { stderr, wrong, traces } of graded) {
    expect(stderr).not.toContain("    at ");
    expect(wrong, wrong.join("\n")).toEqual([]);
    await expect.poll(() => traces.processes()).toEqual([]);
    await expect.poll(() => traces.files()).toEqual([]);
  }
  expect(machine()).toEqual(before);
  return graded.map(({ names }) => names.sort());
}
