// For the tests: the client as a program, with a pipe as its standard input.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

export const dist = (file: string) => fileURLToPath(new URL(`../../../dist/${file}`, import.meta.url));

export const ENGLISH = { LC_ALL: "C.UTF-8", TERM: "xterm-256color", NO_COLOR: "" };

export interface Outcome {
  stdout: string;
  stderr: string;
  status: number | null;
}

/** Runs the client to its end, with these lines in its pipe. */
export async function pipe(
  args: (string | number)[],
  input = "",
  env: NodeJS.ProcessEnv = {},
): Promise<Outcome> {
  const child = spawn(process.execPath, [dist("clients/main.js"), ...args.map(String)], {
    env: { ...process.env, ...ENGLISH, ...env },
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    stderr += text;
  });
  child.stdin.on("error", () => {}); // it may have left before it read all
  child.stdin.end(input);
  const [status] = (await once(child, "close")) as [number | null];
  return { stdout, stderr, status };
}
