// What the grader tells an examiner, and what that answers: lines of JSON over a pipe.

import type { ModelName } from "../../results/result.js";
import type { Language } from "../../results/texts/texts.js";
import type { CheckResult, Role } from "../grade.js";
import type { Site } from "../pages.js";
import type { PlannedCheck } from "../rubric.js";
import type { Confinement } from "../sandbox/confinement.js";
import type { Limits } from "../sandbox/limits.js";
import type { Toolchains } from "../sandbox/toolchains.js";
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
  /** The name of the control group that is made for it, where one can be made. */
  group: string;
  /** The words that begin an examiner where such a group can be made only so. */
  begin: string[];
  /** What the program must not see: absolute paths. */
  hidden: string[];
  toolchains: Toolchains;
  /** Browsers' programs; none: those that are installed. */
  browsers: string[];
  language: Language;
}

export type Message =
  /** The examiner runs, as this process: whoever is in the same network belongs to this examination. */
  | { type: "running"; pid: number }
  | { type: "doing"; id: string }
  /** It does nothing but wait, or it goes on: another one may be examined meanwhile. */
  | { type: "idle"; idle: boolean }
  /** A lone client waits so long for its answer: the checks need more time. */
  | { type: "slow"; answerMs: number }
  | { type: "checked"; result: CheckResult }
  | { type: "model"; model: ModelName }
  /** How a client was started: the command with HOST, PORT and FILE where these belong. */
  | { type: "started"; command: string }
  /** The program used up more than it may: then nothing that was seen of it counts. */
  | { type: "exceeded"; got: string; hint: string }
  | { type: "done" };

export const encode = (value: Job | Message): string => `${JSON.stringify(value)}\n`;
export const decode = <T extends Job | Message>(line: string): T => JSON.parse(line) as T;
