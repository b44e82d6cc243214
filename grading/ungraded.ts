// What becomes of checks that were not made: the reason, and whether a human must look.

import type { Language } from "../results/texts/texts.js";
import type { Finding } from "./checks/check.js";
import { resultOf } from "./examiner/result.js";
import { type CheckResult, type Grade, ROLES, type Role } from "./grade.js";
import type { PlannedCheck, Rubric } from "./rubric.js";
import type { NotFound } from "./submission/programs.js";
import { type Texts, texts } from "./texts/texts.js";

/** So many undecided checks are named one by one. */
const MOST_NAMED = 3;

export class Ungraded {
  readonly #rubric: Rubric;
  readonly #language: Language;

  constructor({ rubric, language }: { rubric: Rubric; language: Language }) {
    this.#rubric = rubric;
    this.#language = language;
  }

  get #say(): Texts {
    return texts[this.#language];
  }

  planned(role: Role): PlannedCheck[] {
    return this.#rubric.checks.filter((check) => check.role === role);
  }

  /** The submission could not be opened. */
  unopened(grade: Grade, why: string): void {
    const said = this.#say.submission.notOpened(why);
    grade.flags.push(said);
    for (const role of ROLES) grade.checks.push(...this.#all(role, "skipped", said, ""));
  }

  /** Nothing to try: no points, but the reason, and a human is told. */
  missing(grade: Grade, role: Role, { why, seen }: NotFound): CheckResult[] {
    const { got, submission, roles, hints } = this.#say;
    const said = got.notFound[why](seen.slice(0, 12));
    const missing = why === "several" ? "programUnclear" : "programMissing";
    grade.flags.push(submission[missing](roles[role], said));
    return this.#all(role, "skipped", said, hints.notFound[why](role));
  }

  /** The program used up too much. How far it came until then is chance, and no grade; so a human is told. */
  exceeded(grade: Grade, role: Role, { got, hint }: { got: string; hint: string }): CheckResult[] {
    grade.flags.push(`${this.#say.roles[role]}: ${got}`);
    return this.#all(role, "fail", got, hint);
  }

  /** The checks that the examiner did not come to: for a human to decide. */
  notMade(role: Role, made: readonly CheckResult[], broken: string | null): CheckResult[] {
    const { got, hints } = this.#say;
    const timeUp = broken === "time up";
    const said = timeUp ? got.timeUp(this.#rubric.limits.seconds) : got.broken(broken ?? "?");
    return unmade(this.#all(role, "inconclusive", said, timeUp ? hints.timeUp : hints.broken)).slice(
      made.length,
    );
  }

  /** We failed ourselves: nothing is decided. */
  failed(grade: Grade, error: unknown): void {
    const said = this.#say.got.broken((error as Error).message ?? `${error}`);
    grade.flags.push(said);
    grade.checks = ROLES.flatMap((role) =>
      unmade(this.#all(role, "inconclusive", said, this.#say.hints.broken)),
    );
  }

  /** Names the checks of each program that could not be decided; where they are many, the reason of the first. */
  flagUndecided({ checks, flags }: Grade): void {
    const { submission, roles } = this.#say;
    for (const role of ROLES) {
      const undecided = checks.filter(
        ({ id, status }) => id.startsWith(`${role}.`) && status === "inconclusive",
      );
      const [first] = undecided;
      if (first === undefined) continue;
      const titles = undecided.map(({ id, title }) => `${title} (${id})`);
      const many = undecided.length > MOST_NAMED;
      flags.push(many ? submission.undecidedAll(roles[role], first.got) : submission.undecided(titles));
    }
  }

  #all(role: Role, status: Finding["status"], got: string, hint: string): CheckResult[] {
    return this.planned(role).map((check) =>
      resultOf(check, { status, cause: "", got, hint, evidence: {} }, { language: this.#language }),
    );
  }
}

const unmade = (checks: CheckResult[]): CheckResult[] => checks.map((check) => ({ ...check, unmade: true }));
