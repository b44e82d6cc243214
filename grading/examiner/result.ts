// A finding with its points.

import { capital } from "../../results/words.js";
import { ASKS_ONCE, type CheckOutcome, SHOWS_NOTHING } from "../checks/check.js";
import type { CheckResult, Evidence } from "../grade.js";
import type { PlannedCheck } from "../rubric.js";
import { texts } from "../texts/texts.js";
import type { Job } from "./job.js";

/** What this machine can't make, and what does not apply to a program, is not missed by anybody. */
const APART: ReadonlySet<string> = new Set(["no browser", ASKS_ONCE, SHOWS_NOTHING]);

/** `skipped` of a check that can't be made counts for nothing; of one that was spared, for no points. */
export function resultOf(
  planned: PlannedCheck,
  finding: CheckOutcome,
  { language }: Pick<Job, "language">,
): CheckResult {
  const { id, name, role, points, extra, parameters } = planned;
  const { title, expected } = texts[language].checks[name];
  const { status, got, hint, evidence, cause } = finding;
  return {
    id,
    title: title(role),
    status,
    points: status === "pass" ? points : 0,
    max: status === "skipped" && APART.has(cause) ? 0 : points,
    extra,
    expected: expected(parameters),
    got: cut(capital(got), MOST_SAID),
    hint,
    evidence: bounded(evidence),
  };
}

/** A program may print lines of any length. */
const MOST_LINE = 300;
const MOST_LINES = 40;
const MOST_SAID = 1500;

const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most)}...` : text);

function bounded({ output, words, ...others }: Evidence): Evidence {
  const lines = (all: readonly string[]) => all.slice(-MOST_LINES).map((line) => cut(line, MOST_LINE));
  return { ...others, ...(output && { output: lines(output) }), ...(words && { words: lines(words) }) };
}
