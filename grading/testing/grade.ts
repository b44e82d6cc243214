// For the tests: runs the grade command as a lecturer does, and reads what it says and writes.

import { spawn, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { sourcePath } from "../../scenarios/source-folder.js";
import type { Grade } from "../grade.js";
import { ORPHAN_SECONDS } from "./left-over.js";

export const MAIN = new URL("../../dist/grading/main.js", import.meta.url).pathname;
export const SUBMISSIONS = sourcePath("./submissions", import.meta.url);

export interface Run {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Starts the command; `pid` is told at once, for tests that interrupt it. */
export function start(args: string[], env: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { ...process.env, LANG: "C", LC_ALL: "", LC_MESSAGES: "", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text) => (stderr += text));
  const run = new Promise<Run>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (status) => resolve({ status, stdout, stderr }));
  });
  return { child, run, said: () => stderr };
}

export const runGrade = (args: string[], env: NodeJS.ProcessEnv = {}): Promise<Run> => start(args, env).run;

/** A folder that goes with the test. */
export function folder(prefix = "antre-test-"): string {
  const path = mkdtempSync(join(tmpdir(), prefix));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** Some of the committed submissions, in a folder of their own. */
export function classOf(...names: string[]): string {
  const path = folder();
  for (const name of names) cpSync(join(SUBMISSIONS, name), join(path, name), { recursive: true });
  return path;
}

/** The archives and links that no repository can hold, beside the committed submissions. */
export function wholeSet(): string {
  const path = folder();
  cpSync(SUBMISSIONS, path, { recursive: true });
  const made = spawnSync("python3", [
    sourcePath("./archives.py", import.meta.url),
    path,
    join(SUBMISSIONS, "python-right"),
  ]);
  if (made.status !== 0) throw new Error(`${made.stderr}`);
  const orphan = join(path, "leaves-an-orphan", "server_single.py");
  const source = readFileSync(orphan, "utf8");
  const mine = source.replace(/"sleep", "360[78]"/g, `$&, "${ORPHAN_SECONDS}"`);
  if (mine === source) throw new Error(`${orphan} leaves no orphan that can be told from others`);
  writeFileSync(orphan, mine);
  return path;
}

/** The grades that were written into a folder, by submission. */
export function gradesIn(out: string): Map<string, Grade> {
  const grades = new Map<string, Grade>();
  for (const entry of readdirSync(out, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const grade = JSON.parse(readFileSync(join(out, entry.name, "result.json"), "utf8")) as Grade;
    grades.set(grade.submission, grade);
  }
  return grades;
}

/** A PATH with Node.js and the shell, but without bubblewrap. */
export function pathWithoutSandbox(): string {
  const path = folder();
  for (const program of ["node", "sh", "env"]) {
    const found = (process.env.PATH ?? "")
      .split(":")
      .map((one) => join(one, program))
      .find(existsSync);
    symlinkSync(found!, join(path, program));
  }
  return path;
}
