// What becomes of checks that were not made: the reason, and whether a human must look.

import type { Language } from "../results/texts/texts.js";
import type { CheckOutcome } from "./checks/check.js";
import { resultOf } from "./examiner/result.js";
import { type CheckResult, type Grade, ROLES, type Role } from "./grade.js";
import type { PlannedCheck, Rubric } from "./rubric.js";
import {
  isFound,
  isOpen,
  lineFor,
  type NotFound,
  type OtherWork,
  type Program,
} from "./submission/programs.js";
import { type Texts, texts } from "./texts/texts.js";

/** So many undecided checks are named one by one. */
const MOST_NAMED = 3;
/** So many files are named. */
const MOST_SEEN = 12;

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

  /** The submission could not be opened: it has no points, and a human must look. */
  unopened(grade: Grade, why: string): void {
    grade.without = this.#say.submission.notOpened(why);
    grade.flags.push(grade.without);
  }

  /** Nothing of what is asked for is in it. */
  otherWork(grade: Grade, { kind, seen }: OtherWork): void {
    grade.without = this.#say.submission.otherWork[kind](seen.slice(0, MOST_SEEN));
  }

  /** Nothing to try: no points, but the reason. */
  missing(role: Role, missing: NotFound): CheckResult[] {
    const { got, hints } = this.#say;
    const { why, seen, offer } = missing;
    const line = lineFor({
      [role]: offer ?? `python3 ${role === "client" ? "client" : `server_${role}`}.py`,
    });
    return this.#all(
      role,
      "skipped",
      got.notFound[why](seen.slice(0, MOST_SEEN)),
      hints.notFound[why](role, line),
    );
  }

  /** One line for all programs of a submission that could not be told, with what to write into antre.yaml. */
  flagUntold(grade: Grade, programs: readonly (Program | NotFound)[]): void {
    const open = programs.filter((one): one is NotFound => !isFound(one)).filter(isOpen);
    if (open.length === 0) return;
    const { got, submission, roles, hints } = this.#say;
    const [first] = open as [NotFound];
    const said = [...new Set(open.map(({ why, seen }) => got.notFound[why](seen.slice(0, MOST_SEEN))))];
    // One file that may be either of two is offered as the first.
    const offers = Object.fromEntries(
      open.flatMap(({ role, offer }, at) =>
        offer === null || open.slice(0, at).some((other) => other.offer === offer) ? [] : [[role, offer]],
      ),
    );
    const remedy =
      Object.keys(offers).length > 0
        ? submission.paste(lineFor(offers))
        : hints.notFound[first.why](first.role, "");
    const names = open.map(({ role }) => roles[role]);
    grade.flags.push(submission.untold(names, said.join(" "), remedy));
  }

  /** The program used up too much. How far it came until then is chance, and no grade; so a human is told. */
  exceeded(grade: Grade, role: Role, { got, hint }: { got: string; hint: string }): CheckResult[] {
    grade.flags.push(`${this.#say.roles[role]}: ${got} ${hint}`);
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
    grade.flags.push(`${said} ${this.#say.hints.broken}`);
    grade.checks = ROLES.flatMap((role) =>
      unmade(this.#all(role, "inconclusive", said, this.#say.hints.broken)),
    );
  }

  /** What could not be decided, each reason once, with what to do: the checks by their names, or where they are many, the programs. */
  flagUndecided({ checks, flags }: Grade): void {
    const { submission, roles } = this.#say;
    const lines = new Map<string, { titles: string[]; whole: Set<Role> }>();
    for (const role of ROLES) {
      const undecided = checks.filter(
        ({ id, status }) => id.startsWith(`${role}.`) && status === "inconclusive",
      );
      for (const hint of new Set(undecided.map((check) => check.hint))) {
        // What was not tried because of another one has the hint of that, which comes first.
        const alike = undecided.filter((check) => check.hint === hint);
        const why = [sentence(alike[0]!.got), submission.remedy(hint)].filter(Boolean).join(" ");
        const line = lines.get(why) ?? { titles: [], whole: new Set() };
        if (alike.length > MOST_NAMED || alike.length === this.planned(role).length) line.whole.add(role);
        else line.titles.push(...alike.map(({ id, title }) => `${title} (${id})`));
        lines.set(why, line);
      }
    }
    for (const [why, { titles, whole }] of lines) {
      const names = [...whole].map((role) => roles[role]);
      if (names.length > 0) flags.push(submission.undecidedAll(names, why));
      if (titles.length > 0) flags.push(submission.undecided(titles, why));
    }
  }

  #all(role: Role, status: CheckOutcome["status"], got: string, hint: string): CheckResult[] {
    return this.planned(role).map((check) =>
      resultOf(check, { status, cause: "", got, hint, evidence: {} }, { language: this.#language }),
    );
  }
}

/** What a program said may end in anything. */
const sentence = (said: string): string => (/[.!?:]$/.test(said) ? said : `${said}.`);

const unmade = (checks: CheckResult[]): CheckResult[] => checks.map((check) => ({ ...check, unmade: true }));
