// The rubric: which checks count how much.

import { readFileSync } from "node:fs";
import { sourcePath } from "../scenarios/source-folder.js";
import type { CheckName } from "./checks/registry.js";
import type { Role } from "./grade.js";
import { RubricReader } from "./rubric-reader.js";
import type { Limits } from "./sandbox/limits.js";

export type Parameters = Record<string, number | readonly string[]>;

/** A check that is to be made. */
export interface PlannedCheck {
  id: string;
  role: Role;
  name: CheckName;
  points: number;
  /** Above the full score. */
  extra: boolean;
  parameters: Parameters;
}

export interface Rubric {
  checks: PlannedCheck[];
  limits: Limits;
}

/** rubric.yaml can't be understood; `line` counts from 1, and `problem` is a key of the texts with its values. */
export class BadRubric extends Error {
  readonly file: string;
  readonly line: number;
  readonly problem: Problem;

  constructor(file: string, line: number, problem: Problem) {
    super(`${file}:${line}: ${problem.kind} ${JSON.stringify(problem)}`);
    this.file = file;
    this.line = line;
    this.problem = problem;
  }
}

export type Problem =
  | { kind: "yaml"; detail: string }
  | { kind: "not a map"; path: string }
  | { kind: "unknown"; path: string; word: string; known: readonly string[] }
  | { kind: "number"; path: string; value: string; least: number; most: number }
  | { kind: "words"; path: string; value: string; known: readonly string[] }
  | { kind: "yes or no"; path: string; value: string }
  | { kind: "no points" };

/** The rubrics that come with Antre, by name; the first is the usual one. */
export const READY = ["pair", "one-server", "textbook"] as const;

export const readyRubric = (name: (typeof READY)[number]): string =>
  sourcePath(`./rubrics/${name}.yaml`, import.meta.url);
export const usualRubric = (): string => readyRubric("pair");

/** The file that is meant: one of the ready ones by its name, or a path. */
export function rubricFile(named: string | undefined): string {
  if (named === undefined) return usualRubric();
  const ready = READY.find((name) => name === named);
  return ready === undefined ? named : readyRubric(ready);
}

/** Reads a rubric file. Throws BadRubric, and the system's error where the file can't be read. */
export function readRubric(path: string): Rubric {
  return new RubricReader(path, readFileSync(path, "utf8")).rubric();
}
