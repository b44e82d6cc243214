import { describe, expect, test } from "vitest";
import type { CheckResult, Grade, Role } from "./grade.js";
import { readRubric, usualRubric } from "./rubric-file.js";
import { sample } from "./testing/sample.js";
import { texts } from "./texts/texts.js";
import { Ungraded } from "./ungraded.js";

const ungraded = new Ungraded({ rubric: readRubric(usualRubric()), language: "en" });

function undecided(role: Role, names: readonly string[], got: string, hint: string): CheckResult[] {
  return names.map((name, at) => ({
    ...sample.checks[0]!,
    id: `${role}.${name}`,
    title: `Title of ${name}`,
    status: "inconclusive",
    got: at === 0 ? got : `Not tried, because of what happened before: ${got}`,
    hint,
  }));
}

function flags(...checks: CheckResult[]): string[] {
  const grade: Grade = { ...sample, checks, flags: [] };
  ungraded.flagUndecided(grade);
  return grade.flags;
}

const LACKS = "A human decides. Where it is installed, the program can be graded again.";
const ALL = ["starts", "page", "emoji", "not-found"];

describe("what could not be decided makes a line for each reason, with what to do", () => {
  test("for a program", () => {
    expect(flags(...undecided("single", ALL, "It needs flask.", LACKS))).toEqual([
      "The single server is not decided. It needs flask. Where it is installed, the program can be graded again.",
    ]);
  });

  test("for two programs that have the same", () => {
    const some = (["single", "multi"] as const).flatMap((role) =>
      undecided(role, ALL, "It needs flask.", LACKS),
    );
    expect(flags(...some)).toEqual([
      "The single server and the multi server are not decided. It needs flask. Where it is installed, the program can be graded again.",
    ]);
  });

  test("for a few checks, by their names, and for those of another reason apart", () => {
    expect(
      flags(
        ...undecided("multi", ["model"], "An event loop.", "Look."),
        ...undecided("multi", ["page", "emoji"], "They disagree.", "Try again."),
      ),
    ).toEqual([
      "Not decided: Title of model (multi.model). An event loop. Look.",
      "Not decided: Title of page (multi.page), Title of emoji (multi.emoji). They disagree. Try again.",
    ]);
  });

  test("and none where everything is", () => {
    expect(flags(...sample.checks.filter(({ status }) => status !== "inconclusive"))).toEqual([]);
  });
});

test.each(["en", "id"] as const)("a remedy does not say again that a human decides (%s)", (language) => {
  const { hints, submission } = texts[language];
  for (const hint of [
    ...Object.values(hints.lacks),
    hints.network,
    hints.timeUp,
    hints.wantsOtherWords("x"),
  ]) {
    const remedy = submission.remedy(hint);
    expect(remedy.length).toBeLessThan(hint.length);
    expect(remedy).not.toMatch(/decides|memutuskan/);
  }
});

test("one file that may be either server is offered once", () => {
  const grade: Grade = { ...sample, flags: [] };
  const open = (role: Role, offer: string) => ({ role, why: "several" as const, seen: [offer], offer });
  ungraded.flagUntold(grade, [open("single", "a.py"), open("multi", "a.py")]);
  expect(grade.flags[0]).toMatch(/antre\.yaml: single: a\.py$/);
});
