// A class as a lecturer grades it, by the command: what is written, what is kept, what is left behind, and how it ends.

import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  classOf,
  folder,
  gradesIn,
  pathWithoutSandbox,
  runGrade,
  SUBMISSIONS,
  start,
} from "./testing/grade.js";
import { Traces } from "./testing/left-over.js";

describe.skipIf(process.platform !== "linux")("a class", { tags: ["bwrap", "python3", "gcc"] }, () => {
  const names = ["dies-at-once", "does-not-compile", "missing-as-200", "two-candidates"];

  test("gets a table, a page, and files for every student; what is graded is not graded again", async () => {
    const out = folder();
    const submissions = classOf(...names);
    const first = await runGrade([submissions, "--out", out, "--format", "gradescope", "--format", "junit"]);
    expect(first.stderr).toMatch(/\[4\/4\]/);
    for (const name of names) {
      expect(first.stdout).toContain(name);
      const files = readdirSync(join(out, name)).sort();
      expect(files).toEqual(["feedback.html", "feedback.md", "result.json", "results.json"]);
    }
    expect(readdirSync(out).sort()).toEqual(["class.csv", "class.html", ...names, "junit.xml"].sort());
    expect(gradesIn(out).get("two-candidates")!.flags[0]).toBe(
      "It could not be told which program is the single server. It could be any of these: server-single.py, server_single.py. If it is so, write into antre.yaml: single: python3 server-single.py",
    );
    const when = () => names.map((name) => statSync(join(out, name, "result.json")).mtimeMs);
    const before = when();

    const again = await runGrade([submissions, "--out", out]);
    expect(again.stderr).toContain("4 graded before");
    expect(again.stdout).toBe(first.stdout);
    expect(when()).toEqual(before);

    writeFileSync(join(submissions, "does-not-compile", "server_single.c"), "int main(void) { return 0; }\n");
    const changed = await runGrade([submissions, "--out", out]);
    expect(changed.stderr).toContain("3 graded before");
    expect(gradesIn(out).get("does-not-compile")!.checks[0]!.got).toMatch(/ended with exit status 0/);
  });

  test("is graded whole, also where one of its submissions has the name of an output file or can't be written", async () => {
    const submissions = classOf("dies-at-once", "does-not-compile", "no-program");
    renameSync(join(submissions, "dies-at-once"), join(submissions, "class.html"));
    const out = folder();
    mkdirSync(join(out, "does-not-compile", "feedback.html", "taken"), { recursive: true });
    const { status, stderr } = await runGrade([submissions, "--out", out]);
    expect(stderr).toMatch(/feedback\.html" can't be written: (EISDIR|ENOTEMPTY)/);
    expect(status).toBe(3);
    expect(statSync(join(out, "class.html")).isFile()).toBe(true);
    const table = readFileSync(join(out, "class.csv"), "utf8");
    for (const name of ["class.html-2", "does-not-compile", "no-program"])
      expect(table).toContain(`\n${name},`);
  });

  test("does not wait for one program that does nothing after the other", async () => {
    const out = folder();
    const start = performance.now();
    await runGrade([classOf("never-listens"), "--out", out, "--jobs", "1"]);
    const passedMs = performance.now() - start;
    // Its two servers were waited for as long as if each had been alone, and yet at the same time.
    expect(gradesIn(out).get("never-listens")!.elapsedMs).toBeGreaterThan(passedMs);
  });

  test("into which a program has strayed is a class all the same, and says so", async () => {
    const submissions = classOf("two-candidates", "dies-at-once");
    cpSync(join(SUBMISSIONS, "client-crashes", "client.py"), join(submissions, "client.py"));
    const out = folder();
    const { stderr } = await runGrade([submissions, "--out", out]);
    expect(stderr).toMatch(/Warning: these programs lie beside the submissions.*client\.py\..*--one/);
    expect([...gradesIn(out).keys()]).toEqual(["dies-at-once", "two-candidates"]);
  });

  test("in parts that are joined is the class", async () => {
    const submissions = classOf(...names);
    const parts = folder();
    for (const part of ["1/2", "2/2"])
      await runGrade([submissions, "--shard", part, "--out", join(parts, part.replace("/", "-"))]);
    const graded = readdirSync(parts).map((part) => [...gradesIn(join(parts, part)).keys()].sort());
    expect(graded).toEqual([
      ["dies-at-once", "missing-as-200"],
      ["does-not-compile", "two-candidates"],
    ]);
    const out = folder();
    const joined = await runGrade(["--merge", join(parts, "1-2"), join(parts, "2-2"), "--out", out]);
    expect(joined.status).toBe(1);
    expect([...gradesIn(out).keys()]).toEqual(names);
    const whole = folder();
    await runGrade([submissions, "--out", whole]);
    const columns = (path: string) => readFileSync(join(path, "class.csv"), "utf8");
    expect(columns(out)).toBe(columns(whole));
  });

  test("has a lecturer's table, which says what counts; only whom it names is graded anew", async () => {
    const submissions = classOf("two-candidates", "no-program");
    const [out, table] = [folder(), join(folder(), "class.yaml")];
    const rubric = join(folder(), "rubric.yaml");
    writeFileSync(rubric, "single: { starts: 1 }\n");
    const args = [submissions, "--out", out, "--rubric", rubric];
    await runGrade(args);
    expect(gradesIn(out).get("two-candidates")).toMatchObject({
      max: 0,
      flags: [expect.stringContaining("could not be told")],
    });
    writeFileSync(table, "two-candidates: { single: server_single.py }\n");
    const { stdout, stderr } = await runGrade([...args, "--programs", table]);
    expect(gradesIn(out).get("two-candidates")).toMatchObject({
      score: 1,
      max: 1,
      flags: [],
      programs: { single: { file: "server_single.py", told: { by: "command" } } },
    });
    expect(stderr).toContain("1 graded before");
    expect(stdout).toContain("1 graded, 0 for a human, 1 without a program.");
  });

  test("is interrupted: what is graded is kept, nothing runs on, and the same command goes on from there", async () => {
    const out = folder();
    const submissions = classOf("dies-at-once", "never-answers", "never-listens");
    const traces = new Traces();
    const { child, run, said } = start([submissions, "--out", out, "--jobs", "3"], traces.env);
    await expect.poll(said, { timeout: 20_000 }).toContain("dies-at-once");
    await expect.poll(() => traces.processes().join(), { timeout: 20_000 }).toContain("server_single.py");
    child.kill("SIGINT");
    const { status, stderr, stdout } = await run;
    expect({ status, stdout }).toEqual({ status: 130, stdout: "" });
    expect(stderr).toContain("Interrupted.");
    expect(readdirSync(out)).toEqual(["dies-at-once"]);
    await expect.poll(() => traces.processes()).toEqual([]);
    await expect.poll(() => traces.files()).toEqual([]);
  });

  test("is interrupted: what stands in line is not begun any more", async () => {
    const traces = new Traces();
    const submissions = classOf("javascript-events", "ruby-right", "python-right");
    const { child, run } = start([submissions, "--out", folder(), "--jobs", "1"], traces.env);
    let ended = false;
    void run.finally(() => (ended = true));
    /** Each is examined in a folder of its own. */
    const examined = () => traces.processes().flatMap((one) => /submission-\w+\/\w+/.exec(one)?.[0] ?? []);
    await expect.poll(examined, { timeout: 20_000, interval: 5 }).not.toEqual([]);
    child.kill("SIGINT");
    const before = new Set(examined());
    const begun = new Set<string>();
    while (!ended) {
      for (const one of examined()) if (!before.has(one)) begun.add(one);
      await new Promise(setImmediate);
    }
    expect((await run).status).toBe(130);
    // Of the seven in line, one may have begun before the grader was given the signal.
    expect([...begun].slice(1)).toEqual([]);
  });

  test("is killed: nothing runs on, and nothing stays behind", async () => {
    const traces = new Traces();
    const submissions = classOf("never-answers", "leaves-an-orphan");
    const { child, run } = start([submissions, "--out", folder()], traces.env);
    const running = () => traces.processes().join();
    await expect.poll(running, { timeout: 20_000 }).toMatch(/sleep 360[78]/);
    child.kill("SIGKILL");
    await run;
    await expect.poll(() => traces.processes(), { timeout: 20_000 }).toEqual([]);
    await expect.poll(() => traces.files(), { timeout: 20_000 }).toEqual([]);
  });
});

describe.skipIf(process.platform !== "linux")("one submission", () => {
  test("is a folder with programs, or whatever --one says", { tags: ["bwrap"] }, async () => {
    const out = folder();
    const strange = join(folder(), "strange");
    mkdirSync(join(strange, "inside"), { recursive: true });
    writeFileSync(join(strange, "inside", "notes.txt"), "nothing");
    await runGrade([strange, "--one", "--out", out]);
    expect([...gradesIn(out).keys()]).toEqual(["strange"]);
  });

  test("as JSON stands alone on standard output", { tags: ["bwrap", "python3"] }, async () => {
    const path = classOf("dies-at-once");
    const { stdout } = await runGrade([
      join(path, "dies-at-once"),
      "--json",
      "--out",
      folder(),
      "--lang",
      "id",
    ]);
    const grade = JSON.parse(stdout);
    expect(grade).toMatchObject({ format: "antre-grade/1", submission: "dies-at-once", score: 0, max: 100 });
    expect(Object.keys(grade.checks[0])).toEqual(
      expect.arrayContaining(["id", "title", "status", "points", "max", "expected", "got", "hint"]),
    );
    expect(grade.checks[0].title).toBe("Berjalan");
  });

  test("is run by the commands that are named", { tags: ["bwrap", "python3"] }, async () => {
    const path = join(classOf("renamed"), "renamed");
    const out = folder();
    const rubric = join(folder(), "rubric.yaml");
    writeFileSync(rubric, "single: { starts: 1, page: 1 }\n");
    const { status, stdout } = await runGrade([
      path,
      "--single",
      "python3 satu.py",
      "--rubric",
      rubric,
      "--out",
      out,
    ]);
    expect(stdout).toContain("2 of 2 points");
    expect(status).toBe(0);
    expect(gradesIn(out).get(basename(path))!.programs.single.command).toBe("python3 satu.py");
  });

  test("of one's own is tried without a sandbox, and what to do next is said", {
    tags: ["python3"],
  }, async () => {
    const path = join(classOf("missing-as-200"), "missing-as-200");
    // Without a sandbox its port could be taken.
    const program = join(path, "server_single.py");
    writeFileSync(program, readFileSync(program, "utf8").replace("4321", "0"));
    const { status, stdout, stderr } = await runGrade([path, "--self", "--out", folder()], {
      PATH: `${pathWithoutSandbox()}:/usr/bin`,
    });
    expect(stdout).toMatch(/What to do next:\n/);
    expect(stdout).toMatch(/The status line must say 404 Not Found/);
    expect(stderr).not.toContain("bubblewrap");
    expect(status).toBe(1);
  });
});
