// The rubric: which checks count how much.

import type { CheckName } from "./checks/registry.js";
import type { Role } from "./grade.js";
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
