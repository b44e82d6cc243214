// What is made for Gradescope and for GitHub Classroom, started as those services start it; and a class in parts by GNU
// parallel. The services themselves can't be had here.

import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { sourcePath } from "../scenarios/source-folder.js";
import { classOf, folder, gradesIn, runGrade, SUBMISSIONS } from "./testing/grade.js";

function bash(script: string, args: string[], env: NodeJS.ProcessEnv, cwd: string) {
  const { status, stdout, stderr } = spawnSync("bash", [script, ...args], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  return { status, output: `${stdout}${stderr}` };
}

describe("Gradescope", () => {
  test("builds its machine, grades what was handed in, and finds results.json", async () => {
    const made = folder();
    const { status } = await runGrade(["--autograder", "gradescope", "--out", made, "--lang", "id"]);
    expect(status).toBe(0);

    const root = folder();
    const source = join(root, "source");
    mkdirSync(join(root, "results"), { recursive: true });
    // Unpacked by another program than packed it.
    const unzip = "import sys, zipfile; zipfile.ZipFile(sys.argv[1]).extractall(sys.argv[2])";
    expect(spawnSync("python3", ["-c", unzip, join(made, "autograder.zip"), source]).status).toBe(0);
    for (const name of ["setup.sh", "run_autograder"]) {
      expect(existsSync(join(source, name)), name).toBe(true);
      expect(readFileSync(join(source, name), "utf8")).toMatch(/^#!/);
    }
    expect(bash(join(source, "setup.sh"), [], { ANTRE_SOURCE: source }, root)).toMatchObject({ status: 0 });

    const grade = (submission: string, path = process.env.PATH ?? "") => {
      rmSync(join(root, "submission"), { recursive: true, force: true });
      cpSync(submission, join(root, "submission"), { recursive: true });
      rmSync(join(root, "results", "results.json"), { force: true });
      const run = bash(join(source, "run_autograder"), [], { ANTRE_AUTOGRADER: root, PATH: path }, root);
      expect(run).toMatchObject({ status: 0 });
      return JSON.parse(readFileSync(join(root, "results", "results.json"), "utf8"));
    };
    const score = ({ tests }: { tests: { score: number }[] }) =>
      tests.reduce((sum, test) => sum + test.score, 0);

    const right = grade(join(SUBMISSIONS, "python-right"));
    expect(score(right)).toBe(100);
    expect(right.output).toMatch(/^100 dari 100 poin/);
    expect(score(grade(join(SUBMISSIONS, "missing-as-200")))).toBe(26);
    expect(score(grade(join(SUBMISSIONS, "no-program")))).toBe(0);

    // Its containers usually allow no sandbox: bubblewrap is there, and fails.
    const crippled = folder();
    writeFileSync(
      join(crippled, "bwrap"),
      "#!/bin/sh\necho 'bwrap: No permissions to create new namespace' >&2\nexit 1\n",
      { mode: 0o755 },
    );
    const path = `${crippled}:${process.env.PATH}`;
    expect(score(grade(join(SUBMISSIONS, "python-right"), path))).toBe(100);
    expect(score(grade(join(SUBMISSIONS, "forges-results"), path))).toBe(30);
  }, 600_000);
});

describe("GitHub Classroom", () => {
  test("runs the step of its workflow, and its reporter gets the result", async () => {
    const made = folder();
    await runGrade(["--autograder", "classroom", "--out", made]);
    const repository = folder();
    cpSync(join(SUBMISSIONS, "mixed"), repository, { recursive: true });
    cpSync(join(made, "classroom"), repository, { recursive: true });

    const workflow = parse(readFileSync(join(repository, ".github/workflows/classroom.yml"), "utf8"));
    const { steps } = workflow.jobs["run-autograding-tests"];
    expect(workflow.name).toBe("Autograding Tests"); // by which the reporter finds the check run
    const step = steps.find(({ id }: { id?: string }) => id === "antre");
    const reporter = steps.at(-1);
    expect(reporter.uses).toMatch(/autograding-grading-reporter/);
    const [runner] = reporter.with.runners.split(",");
    const variable = `${runner.toUpperCase()}_RESULTS`;
    expect(reporter.env[variable]).toBe(`\${{ steps.${step.id}.outputs.result }}`);

    const output = join(folder(), "output");
    writeFileSync(output, "");
    const { status } = spawnSync("bash", ["-c", step.run], {
      cwd: repository,
      env: { ...process.env, GITHUB_WORKSPACE: repository, GITHUB_OUTPUT: output },
      stdio: "ignore",
    });
    expect(status).toBe(0);
    const [, encoded] = /^result=(\S+)\n$/.exec(readFileSync(output, "utf8"))!;
    const result = JSON.parse(Buffer.from(encoded!, "base64").toString("utf8"));
    expect(result).toMatchObject({ version: 1, status: "pass", max_score: 100 });
    expect(result.tests.reduce((sum: number, { score }: { score: number }) => sum + score, 0)).toBe(100);
  }, 600_000);
});

describe("GNU parallel", () => {
  test("grades a class in parts, and joins them", () => {
    const submissions = classOf("missing-as-200", "dies-at-once", "does-not-compile", "cuts-short", "canned");
    const out = folder();
    const script = sourcePath("./examples/parallel.sh", import.meta.url);
    expect(bash(script, [submissions, out, "3"], {}, out)).toMatchObject({ status: 0 });
    const grades = gradesIn(join(out, "all"));
    expect([...grades].map(([name, { score }]) => [name, score])).toEqual([
      ["canned", 19],
      ["cuts-short", 23],
      ["dies-at-once", 0],
      ["does-not-compile", 0],
      ["missing-as-200", 26],
    ]);
    expect(existsSync(join(out, "all", "class.csv"))).toBe(true);
  }, 300_000);
});

test("the workflow for a matrix of GitHub Actions grades every part that it joins", () => {
  const { jobs } = parse(readFileSync(sourcePath("./examples/matrix.yml", import.meta.url), "utf8"));
  const parts: number[] = jobs.part.strategy.matrix.part;
  const grade: string = jobs.part.steps
    .map(({ run = "" }: { run?: string }) => run)
    .find((run: string) => run.includes("grade"));
  expect(grade).toContain(`/${parts.length} `);
  expect(parts).toEqual(Array.from({ length: parts.length }, (_, at) => at + 1));
  expect(jobs.join.needs).toBe("part");
});
