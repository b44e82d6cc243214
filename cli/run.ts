// Carries out one step of an installation, in the user's sight.

import { spawn } from "node:child_process";
import type { Step } from "./plan.js";

/** Null: it went well. Else how it ended. */
export function run({ words, root }: Step, sudo: boolean): Promise<string | null> {
  const [program, ...rest] = root && sudo ? ["sudo", ...words] : words;
  // Ctrl-C is the program's, which ends; we then say so.
  const ignore = () => {};
  process.on("SIGINT", ignore);
  return new Promise((resolve) => {
    const child = spawn(program!, rest, { stdio: "inherit" });
    const end = (how: string | null) => {
      process.off("SIGINT", ignore);
      resolve(how);
    };
    child.once("error", ({ message }) => end(message));
    child.once("close", (status, signal) => end(status === 0 ? null : (signal ?? `status ${status}`)));
  });
}
