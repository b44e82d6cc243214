// For the tests: runs the scenario command as a user does, and reads what it says.

import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Result, ServerResult } from "../../results/result.js";
import { sourcePath } from "../source-folder.js";

const MAIN = new URL("../../dist/scenarios/main.js", import.meta.url).pathname;
const FAULTY = sourcePath("./faulty_servers.py", import.meta.url);
const REPORT = sourcePath("../peers/report.py", import.meta.url);

/** The command of a faulty server, and of one of the report's kind. */
export const faulty = (name: string): string => `python3 ${FAULTY} ${name}`;
export const reportServer = (model: "single" | "multi"): string => `python3 ${REPORT} ${model} 0`;

export interface Run {
  status: number | null;
  stdout: string;
  stderr: string;
}

export function runCommand(args: string[], env: NodeJS.ProcessEnv = {}): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, ...args], {
      env: { ...process.env, LANG: "C", LC_ALL: "", LC_MESSAGES: "", ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text) => (stderr += text));
    child.once("error", reject);
    child.once("close", (status) => resolve({ status, stdout, stderr }));
  });
}

/** Runs a scenario with --json into a folder that is removed again. */
export async function runScenario(name: string, ...args: string[]): Promise<Run & { result: Result }> {
  const folder = await mkdtemp(join(tmpdir(), "antre-"));
  try {
    const run = await runCommand([name, "--json", "--out", folder, ...args]);
    if (run.stdout === "") throw new Error(`no result; exit status ${run.status}: ${run.stderr}`);
    return { ...run, result: JSON.parse(run.stdout) as Result };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What the scenario says of one server. */
export async function measure(scenario: string, command: string, ...args: string[]): Promise<ServerResult> {
  const { result } = await runScenario(scenario, "--server", `it=${command}`, ...args);
  return result.servers[0]!;
}
