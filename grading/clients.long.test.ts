// Clients as students write them, started in the forms that they want: every right one gets its points, in every language.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sourcePath } from "../scenarios/source-folder.js";
import type { Grade } from "./grade.js";
import { usualRubric } from "./rubric.js";
import { type ExpectedClient, expectedClients } from "./testing/clients.js";
import { folder, gradesIn, runGrade } from "./testing/grade.js";

const CLIENTS = sourcePath("./testing/clients", import.meta.url);
/** What is not asked of a client that asks once. */
const AFTER = ["client.asks-again", "client.exit"];

/** The usual rubric, for a course in which only the client is handed in. */
function clientsAlone(): string {
  const path = join(folder(), "rubric.yaml");
  const usual = readFileSync(usualRubric(), "utf8");
  writeFileSync(path, usual.slice(usual.indexOf("\nclient:")));
  return path;
}

/** How a grade differs from what it must be; empty: it does not. */
function differences(grade: Grade | undefined, { form, once, faults }: ExpectedClient): string[] {
  if (grade === undefined) return ["it was not graded"];
  const wrong: string[] = [];
  const { command } = grade.programs.client;
  const failed = Object.keys(faults);
  const started = failed.includes("connects") && grade.score === 0 ? "" : form;
  if (!`${command}`.endsWith(started)) wrong.push(`it was started as ${command}`);
  for (const { id, status, got, max, hint } of grade.checks) {
    const fault = faults[id.replace("client.", "")];
    const apart = status === "skipped" && max === 0 && got.startsWith("This does not apply");
    const right = fault
      ? status === fault[0] && fault[1].test(got) && hint !== ""
      : once && AFTER.includes(id)
        ? apart
        : status === "pass" || (failed.length > 0 && got.startsWith("Not tried, because"));
    if (!right) wrong.push(`${id} is ${status} (of ${max}): ${got}`);
  }
  return wrong;
}

test("every client is started in its form, and gets what it is worth", async () => {
  const out = folder();
  const { stderr } = await runGrade([CLIENTS, "--rubric", clientsAlone(), "--out", out]);
  expect(stderr).not.toContain("    at ");
  const grades = gradesIn(out);
  const wrong = Object.entries(expectedClients).flatMap(([name, right]) =>
    differences(grades.get(name), right).map((what) => `${name}: ${what}`),
  );
  expect(wrong).toEqual([]);
  expect([...grades.keys()].sort()).toEqual(Object.keys(expectedClients).sort());
});
