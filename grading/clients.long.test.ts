// Clients as students write them, started in the forms that they want: every right one gets its points, in every language.

import { cpSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sourcePath } from "../scenarios/source-folder.js";
import type { Grade } from "./grade.js";
import { usualRubric } from "./rubric-file.js";
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

test("every client is started in its form, and gets what it is worth", {
  tags: ["bwrap", "python3", "gcc"],
}, async () => {
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

test("a rubric says what else counts: from where the server is known, how it is started, and that it must ask again", {
  tags: ["bwrap", "python3"],
}, async () => {
  const set = folder();
  for (const name of ["keyboard-python", "source-prompt", "file-kurose", "file-optional"])
    cpSync(join(CLIENTS, name), join(set, name), { recursive: true });
  const graded = async (rubric: string) => {
    const path = join(folder(), "rubric.yaml");
    writeFileSync(path, `client:\n${rubric}`);
    const out = folder();
    await runGrade([set, "--rubric", path, "--out", out]);
    return Object.fromEntries(
      [...gradesIn(out)].map(([name, { score, max }]) => [name, `${score} of ${max}`]),
    );
  };
  expect(
    await graded("  connects: { points: 4, also: [source] }\n  exit: { points: 2, once: fails }\n"),
  ).toEqual({
    "keyboard-python": "2 of 6",
    "source-prompt": "6 of 6",
    "file-kurose": "4 of 6",
    "file-optional": "6 of 6",
  });
  const stated =
    '  connects: { points: 4, also: [], start: "{host} {port} {file}" }\n  exit: { points: 2, once: passes }\n';
  expect(await graded(stated)).toMatchObject({
    "source-prompt": "0 of 6",
    "file-kurose": "6 of 6",
    "file-optional": "6 of 6",
  });
});

test("a command says where what belongs, on the command line and in antre.yaml", {
  tags: ["bwrap", "python3"],
}, async () => {
  const set = folder();
  cpSync(join(CLIENTS, "order-file-first"), join(set, "one"), { recursive: true });
  renameSync(join(set, "one", "client.py"), join(set, "one", "ask.py"));
  const graded = async (...args: string[]) => {
    const out = folder();
    await runGrade([set, "--rubric", clientsAlone(), "--out", out, ...args]);
    const { score, max, programs } = gradesIn(out).get("one")!;
    return [score, max, programs.client.command];
  };
  const right = [20, 20, "python3 ask.py FILE HOST PORT"];
  expect(await graded("--client", "python3 ask.py {file} {host} {port}")).toEqual(right);
  writeFileSync(join(set, "one", "antre.yaml"), "client: python3 ask.py {file} {host} {port}\n");
  expect(await graded()).toEqual(right);
  writeFileSync(join(set, "one", "antre.yaml"), "client: python3 ask.py\n");
  expect(await graded()).toEqual(right);
});
