// What the command shows at a terminal, and how it is interrupted there.

import { parse, resolve } from "node:path";
import { clean } from "../results/words.js";
import type { Progress } from "../scenarios/progress.js";
import { type Grade, hasPoints } from "./grade.js";
import type { Command } from "./options.js";
import { points } from "./report/words.js";
import type { Texts } from "./texts/texts.js";

/** The table; or the grades alone, for programs: a list, but where the path that was named is the submission itself. */
export async function print(grades: readonly Grade[], { json, paths }: Command, say: Texts): Promise<void> {
  if (json) {
    const [path] = paths.map((one) => parse(resolve(one)));
    const itself = paths.length === 1 && [path?.base, path?.name].includes(grades[0]?.submission);
    process.stdout.write(`${JSON.stringify(itself ? grades[0] : grades, null, 2)}\n`);
    return;
  }
  const { classTable, gradeTable } = await import("./report/table.js");
  const plain = !process.stdout.isTTY || Boolean(process.env.NO_COLOR);
  const screen = {
    plain,
    color: !plain,
    columns: Math.max(80, Math.min(process.stdout.columns || 100, 120)),
  };
  const table = grades.length === 1 ? gradeTable(grades[0]!, say, screen) : classTable(grades, say, screen);
  process.stdout.write(`${table}\n`);
}

/** A line for each submission as soon as it is graded, where there are several. */
export function tellOne(
  grade: Grade,
  before: boolean,
  done: number,
  all: number,
  progress: Progress,
  say: Texts,
): void {
  const { submission, score, max, flags } = grade;
  const line = hasPoints(grade)
    ? say.command.graded(done, all, submission, points(score, say), points(max, say), flags.length > 0)
    : say.command.ungraded(done, all, submission, clean(grade.without!));
  progress.say(say.command.doing(done, all, []));
  if (!before && all > 1) progress.note(line);
}

/** Ctrl-C ends all programs, and keeps what is graded; pressed again, it ends us at once. */
export function interruptible({ command }: Texts) {
  const controller = new AbortController();
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  const stop = () => {
    if (controller.signal.aborted) process.exit(130);
    console.error(command.interrupted);
    controller.abort();
  };
  const end = () => {
    for (const signal of signals) process.off(signal, stop);
  };
  for (const signal of signals) process.on(signal, stop);
  return { signal: controller.signal, end };
}
