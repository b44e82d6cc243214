// The extra points, which are off by default; and what a lecturer may set.

import { mkdirSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folder, gradesIn, runGrade, SUBMISSIONS } from "./testing/grade.js";

const EXTRAS = ["large", "binary", "pieces", "dot-dot", "content-length"];

async function graded(name: string, rubric: string) {
  const [path, out] = [join(folder(), "rubric.yaml"), folder()];
  writeFileSync(path, rubric);
  await runGrade([join(SUBMISSIONS, name), "--rubric", path, "--out", out]);
  return gradesIn(out).get(name)!;
}

test.each([
  ["python-right", ["pass", "pass", "fail", "fail", "fail"], 7],
  ["python-closing", ["pass", "pass", "pass", "fail", "pass"], 9],
  ["ruby-right", ["pass", "pass", "pass", "fail", "pass"], 9],
])("%s gets its extra points", async (name, statuses, score) => {
  const extras = EXTRAS.map((extra) => `  ${extra}: { points: 1, extra: true }\n`).join("");
  const grade = await graded(name, `single:\n  page: 5\n${extras}`);
  expect(grade.checks.slice(1).map(({ status }) => status)).toEqual(statuses);
  expect(grade).toMatchObject({ score, max: 5 });
  expect(grade.checks.map(({ got }) => got).join()).toMatch(
    /gave a file that lies outside the server's folder/,
  );
});

test("the ways in which clients leave, and the models that count, are the lecturer's to say", async () => {
  const ways = "single:\n  goes-on: { points: 1, ways: [close, exit, silent, half] }\n";
  expect(await graded("python-closing", ways)).toMatchObject({ score: 1 });
  const models = "multi:\n  model: { points: 1, accept: [process-per-connection] }\n";
  expect(await graded("forks", models)).toMatchObject({ score: 1 });
  expect(await graded("python-right", models)).toMatchObject({ score: 0 });
});

test("memory that processes share counts", async () => {
  const { single } = await hostile(`
import mmap
memory = mmap.mmap(-1, 1200 << 20)
for page in range(0, len(memory), 4096):
    memory[page] = 1`);
  expect(single.got).toMatch(/it used \d{3,} MiB of memory/);
});

test("nobody becomes root of a namespace of its own: who tries is ended by the kernel", async () => {
  const { single } = await hostile(`
import subprocess, sys
command = ["unshare", "--user", "--map-root-user", "--mount", "true"]
print("unshare ended with", subprocess.run(command).returncode, flush=True)
sys.exit(1)`);
  expect(single.evidence.output).toContain(`unshare ended with -${constants.signals.SIGSYS}`);
});

/** What becomes of a single server that does this first. */
async function hostile(script: string) {
  const [all, out] = [folder(), folder()];
  mkdirSync(join(all, "it"));
  writeFileSync(join(all, "it", "server_single.py"), `${script}\nimport time\ntime.sleep(100)\n`);
  await runGrade([all, "--out", out]);
  return { single: gradesIn(out).get("it")!.checks[0]! };
}
