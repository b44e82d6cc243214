// A fault of the sandbox is told from one of the program, whatever the program says.

import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { putSite } from "../pages.js";
import { userOfPrograms } from "../sandbox/confinement.js";
import { usualLimits } from "../sandbox/limits.js";
import { inOwnNetwork } from "../sandbox/outer.js";
import { folder } from "../testing/grade.js";
import { ProgramRunner } from "./program-runner.js";

/** Runs a command as the program of a submission that is started in this folder of it. */
function run(command: string, within: string): { place: ProgramRunner; line: string } {
  const scratch = folder();
  const submission = join(scratch, "folder");
  mkdirSync(submission);
  chmodSync(scratch, 0o711);
  const place = new ProgramRunner({
    role: "client",
    program: {
      role: "client",
      file: null,
      language: null,
      needs: null,
      changesTo: [],
      told: { by: "command" },
      build: null,
      run: command,
      within,
      port: null,
    },
    folder: submission,
    scratch,
    site: putSite([submission], true),
    checks: [],
    limits: usualLimits,
    confinement: "sandbox",
    uid: userOfPrograms(),
    hidden: [],
    group: "",
    begin: [],
    toolchains: { path: [], shown: {} },
    browsers: [],
    language: "en",
  });
  const line = place.line(command);
  const [program, ...words] = inOwnNetwork(["/bin/sh", "-c", line]);
  spawnSync(program!, words);
  return { place, line };
}

test.skipIf(process.platform !== "linux")(
  "a program that speaks like the sandbox was started",
  { tags: ["bwrap"] },
  () => {
    const { place, line } = run("echo 'cp: no such file'; echo 'bwrap: no' >&2; echo >&9; exit 126", ".");
    expect(() => place.mustHaveStarted(line, [])).not.toThrow();
  },
);

test.skipIf(process.platform !== "linux")(
  "a sandbox that fails says so before any program is started",
  () => {
    const { place, line } = run("echo fine", "not-there");
    expect(() => place.mustHaveStarted(line, ["cd: can't cd"])).toThrow("could not be set up: cd: can't cd");
  },
);
