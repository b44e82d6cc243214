// The data of a grade: what the checks produce, and every output format reads. A student's `result.json`.

import type { ClientResult, ModelName } from "../results/result.js";
import type { Told } from "./submission/finding/choose.js";

/** The three programs of a submission. */
export const ROLES = ["single", "multi", "client"] as const;
export type Role = (typeof ROLES)[number];

/** skipped: it was not tried, because something that it needs failed or is not there. */
export type Status = "pass" | "fail" | "inconclusive" | "skipped";

/** What was seen, besides words. */
export interface Evidence {
  /** The clients of the experiment, for their timeline. */
  clients?: ClientResult[];
  /** The last lines that the program wrote. */
  output?: string[];
  /** What a compiler, a client or the kernel said, line by line. */
  words?: string[];
}

export interface CheckResult {
  /** `single.page`: the program, and the check's name in the rubric. */
  id: string;
  title: string;
  status: Status;
  points: number;
  /** 0: it does not count here, because this machine lacks what it takes. */
  max: number;
  /** It is above the full score: its points are added, and are not missed. */
  extra: boolean;
  expected: string;
  got: string;
  /** What to do about it; empty: nothing. */
  hint: string;
  evidence: Evidence;
  /** It was not made, because the grader failed or the time was up: graded again, it may be. */
  unmade?: true;
}

/** One of the programs: how it was found, and how it was run. */
export interface ProgramFound {
  /** The file, relative to the submission; null: a command was given, or nothing was found. */
  file: string | null;
  /** As it is run; null: there is nothing to run. */
  command: string | null;
  /** How it was told that it is this one; null: nothing was found. */
  told: Told | null;
}

export interface Grade {
  format: "antre-grade/1";
  submission: string;
  score: number;
  max: number;
  models: { single: ModelName | null; multi: ModelName | null };
  programs: Record<Role, ProgramFound>;
  checks: CheckResult[];
  /** Why a human must look, in the reader's language; empty: nobody need. */
  flags: string[];
  /** Why it has no points at all, in the reader's language: nothing of what is asked for is in it. null: it has some, or none of them. */
  without: string | null;
  gradedAt: string;
  /** The time that its programs were examined, added up. */
  elapsedMs: number;
}

export type Standing = "human" | "graded" | "without";

/** A human must look at it; it is graded; or it holds no program that is asked for, and has no points. */
export const standingOf = ({ flags, without }: Pick<Grade, "flags" | "without">): Standing =>
  flags.length > 0 ? "human" : (without ?? null) === null ? "graded" : "without";

/** It has points, if only none of a hundred. */
export const hasPoints = ({ without }: Pick<Grade, "without">): boolean => (without ?? null) === null;

/** The score of some checks; a human may still add what is undecided. */
export function scoreOf(checks: readonly CheckResult[]): { score: number; max: number; undecided: number } {
  const sum = (numbers: number[]) => rounded(numbers.reduce((total, number) => total + number, 0));
  return {
    score: sum(checks.map(({ points }) => points)),
    max: sum(checks.filter(({ extra }) => !extra).map(({ max }) => max)),
    undecided: sum(checks.filter(({ status }) => status === "inconclusive").map(({ max }) => max)),
  };
}

/** Halves and tenths of points add up to what they should. */
const rounded = (points: number) => Math.round(points * 1000) / 1000;
