// A finding with its points.

import type { Finding } from "../checks/check.js";
import type { CheckResult } from "../grade.js";
import type { PlannedCheck } from "../rubric.js";
import { texts } from "../texts/texts.js";
import type { Job } from "./job.js";

/** `skipped` of a check that this machine can't make counts for nothing; of one that was spared, for no points. */
export function resultOf(
  planned: PlannedCheck,
  finding: Finding,
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
    max: status === "skipped" && cause === "no browser" ? 0 : points,
    extra,
    expected: expected(parameters),
    got: got.charAt(0).toUpperCase() + got.slice(1),
    hint,
    evidence,
  };
}
