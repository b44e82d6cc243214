// What the grader tells an examiner, and what that answers: lines of JSON over a pipe.

import type { ModelName } from "../../results/result.js";
import type { Language } from "../../results/texts/texts.js";
import type { CheckResult, Role } from "../grade.js";
import type { Site } from "../pages.js";
import type { PlannedCheck } from "../rubric.js";
import type { Confinement } from "../sandbox/confinement.js";
import type { Limits } from "../sandbox/limits.js";
import type { Program } from "../submission/programs.js";

/** One program to be examined. */
export interface Job {
  role: Role;
  program: Program;
  /** The prepared copy of the submission, with our pages in it; and a folder for what the examiner makes. */
  folder: string;
  scratch: string;
  site: Site;
  checks: PlannedCheck[];
  limits: Limits;
  confinement: Confinement;
  /** The user that the program runs as, where the grader is root; null: as ourselves. */
  uid: number | null;
  /** What the program must not see: absolute paths. */
  hidden: string[];
  /** Browsers' programs; none: those that are installed. */
  browsers: string[];
  language: Language;
}

export type Message =
  | { type: "doing"; id: string }
  /** The program does nothing, and may go on so for long: another one may be examined meanwhile. */
  | { type: "waiting" }
  | { type: "checked"; result: CheckResult }
  | { type: "model"; model: ModelName }
  /** The program used up more than it may: then nothing that was seen of it counts. */
  | { type: "exceeded"; got: string; hint: string }
  | { type: "done" };

/** A Buffer as JSON and back. */
export const encode = (value: unknown): string =>
  `${JSON.stringify(value, (_, each: unknown) => (isBuffer(each) ? { base64: Buffer.from(each.data).toString("base64") } : each))}\n`;

export function decode<T>(line: string): T {
  return JSON.parse(line, (_, each: unknown) =>
    typeof each === "object" && each !== null && Object.keys(each).length === 1 && "base64" in each
      ? Buffer.from(each.base64 as string, "base64")
      : each,
  ) as T;
}

/** Buffer.toJSON has been at it already. */
const isBuffer = (value: unknown): value is { type: "Buffer"; data: number[] } =>
  typeof value === "object" &&
  value !== null &&
  "type" in value &&
  value.type === "Buffer" &&
  "data" in value;
