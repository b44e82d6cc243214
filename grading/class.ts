// A class: every submission in its turn, several programs at a time; whatever becomes of one, the others are graded.

import { join } from "node:path";
import type { Examination } from "./examination.js";
import type { Grade } from "./grade.js";
import { fingerprint, type Kept, readGrade } from "./store.js";
import type { SubmissionRef } from "./submission/class.js";
import { type GradingOptions, gradeSubmission } from "./submission.js";

/** More would not fit into a line. */
const MOST_SHOWN = 2;

export interface ClassPlan {
  submissions: readonly SubmissionRef[];
  out: string;
  jobs: number;
  /** Grade anew what is graded already. */
  again: boolean;
  /** What makes the grade another one, besides the submission. */
  version: unknown;
  manner: Omit<GradingOptions, "schedule" | "doing">;
  /** Called with each grade as soon as it is there; `kept`: it was there before. */
  graded: (grade: Kept, kept: boolean) => Promise<void>;
  /** Called when a check begins or a submission ends: what is being done now. */
  doing: (now: readonly string[]) => void;
}

/** Grades a class. Answers the grades in the order of the submissions; those that an abort cut short are missing. */
export async function gradeClass(plan: ClassPlan): Promise<Kept[]> {
  const { submissions, jobs, manner } = plan;
  // Without a sandbox all programs share one network, and may want the same port: then one waits for the other.
  const alone = manner.confinement !== "sandbox";
  const room = alone ? new IdleAwareSemaphore(1, 0) : new IdleAwareSemaphore(jobs, MOST_IDLE);
  const now = new Map<string, string>();
  const grades = new Map<string, Kept>();
  const next = submissions.values();
  const one = async (): Promise<void> => {
    for (const handed of next) {
      if (manner.signal.aborted) return;
      const grade = await gradeOne(handed, plan, {
        schedule: (examination) => room.in(examination),
        doing: (_, check) => {
          now.delete(handed.name); // the last that has gone on stands last
          now.set(handed.name, check);
          plan.doing([...now].slice(-MOST_SHOWN).map(([name, doing]) => `${name} (${doing})`));
        },
      });
      now.delete(handed.name);
      if (grade !== null) grades.set(handed.name, withoutTimelines(grade));
    }
  };
  // More than there is room for: the next one is unpacked already, and those that only wait make room.
  await Promise.all(Array.from({ length: jobs + MOST_IDLE }, one));
  return submissions.flatMap(({ name }) => grades.get(name) ?? []);
}

async function gradeOne(
  { path, name }: SubmissionRef,
  { out, again, version, manner, graded }: ClassPlan,
  { schedule, doing }: Pick<GradingOptions, "schedule" | "doing">,
): Promise<Kept | null> {
  // What can't be read can't be known again; that it can't be read, its grade will say.
  const print = await fingerprint(path, { version, stated: manner.table[name] }).catch(() => "");
  const before = again ? null : await readGrade(join(out, name));
  if (before !== null && print !== "" && before.fingerprint === print) {
    await graded(before, true);
    return before;
  }
  const grade: Grade = await gradeSubmission(path, name, { ...manner, schedule, doing });
  if (manner.signal.aborted) return null; // cut short: it is no grade
  // Where we failed ourselves, the next time may go well.
  const kept = { ...grade, fingerprint: isSettled(grade) ? print : "" };
  await graded(kept, false);
  return kept;
}

/** What is written already need not be kept: a class may have four hundred. */
const withoutTimelines = (grade: Kept): Kept => ({
  ...grade,
  checks: grade.checks.map((check) => ({ ...check, evidence: { ...check.evidence, clients: [] } })),
});

/** Every check that could not be decided was tried; none is open because the grader failed. */
const isSettled = ({ checks }: Grade): boolean => checks.every(({ unmade }) => !unmade);

/** So many more than there is room for may be about that only wait; each takes some memory. */
const MOST_IDLE = 16;

/**
 * Room for so many at once; who comes when it is full waits in line. Who only waits for a program that does nothing makes
 * room for another. When it goes on it does so at once, and the next in line has to wait for one more.
 */
class IdleAwareSemaphore {
  readonly #mostIdle: number;
  #free: number;
  #idle = 0;
  readonly #line: (() => void)[] = [];

  constructor(size: number, mostIdle: number) {
    this.#free = size;
    this.#mostIdle = mostIdle;
  }

  async in(examination: (idle: (idle: boolean) => void) => Promise<Examination>): Promise<Examination> {
    await new Promise<void>((enter) => {
      this.#line.push(enter);
      this.#admit();
    });
    let outside = false;
    const step = (out: boolean): void => {
      if (out === outside || (out && this.#idle >= this.#mostIdle)) return;
      outside = out;
      this.#idle += out ? 1 : -1;
      this.#free += out ? 1 : -1;
      this.#admit();
    };
    try {
      return await examination(step);
    } finally {
      step(false);
      this.#free++;
      this.#admit();
    }
  }

  #admit(): void {
    while (this.#free > 0 && this.#line.length > 0) {
      this.#free--;
      this.#line.shift()!();
    }
  }
}
