// For the tests: a shell command in a sandbox in a network of its own.

import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { userOfPrograms } from "../sandbox/confinement.js";
import { writeEtc } from "../sandbox/etc.js";
import { type Enclosure, enclosed } from "../sandbox/inner.js";
import { usualLimits } from "../sandbox/limits.js";
import { inOwnNetwork } from "../sandbox/outer.js";
import { writeFilter } from "../sandbox/system-calls.js";
import { folder } from "./grade.js";

/** What is not as usual. `files`: those of the submission, by name. */
type Unusual = Partial<Enclosure> & { files?: Record<string, string> };

/** The words that run a command in a sandbox. */
export function sandbox(command: string, { files = {}, ...unusual }: Unusual = {}): string[] {
  const path = folder();
  const submission = join(path, "submission");
  mkdirSync(submission);
  for (const one of [path, submission]) chmodSync(one, 0o755);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(submission, name), text);
  const uid = unusual.uid === undefined ? userOfPrograms() : unusual.uid;
  const enclosure: Enclosure = {
    folder: submission,
    within: ".",
    etc: writeEtc(join(path, "etc"), uid ?? 1000),
    shown: {},
    toolchains: { path: [], shown: {} },
    hidden: [],
    limits: { ...usualLimits, processes: 40, diskMiB: 2, memoryMiB: 128 },
    filter: writeFilter(path),
    rooms: join(path, "rooms"),
    group: [],
    alone: false,
    ...unusual,
    uid,
  };
  return inOwnNetwork(enclosed(command, enclosure, readdirSync("/etc")));
}

/** Runs it to its end, as a lecturer who has a secret in the environment. */
export function carriedOut([program, ...args]: string[]) {
  const { status, stdout, stderr } = spawnSync(program!, args, {
    encoding: "utf8",
    env: { ...process.env, SECRET_OF_THE_LECTURER: "42" },
  });
  return { status, stdout, stderr };
}
