// A fault that the lab met, as a finding in the student's language.

import type { Language } from "../../results/texts/texts.js";
import { explain } from "../../scenarios/lab/failure.js";
import { NotHeld } from "../../scenarios/lab/holding.js";
import { NoBrowser } from "../../scenarios/lab/knockers.js";
import { NotStarted } from "../../scenarios/lab/launch.js";
import { NoLoneAnswer } from "../../scenarios/lab/patience.js";
import type { Subject } from "../../scenarios/lab/subject.js";
import { texts as scenarioTexts } from "../../scenarios/texts/texts.js";
import type { Finding } from "../checks/check.js";
import { isOurFault } from "../sandbox/inner.js";
import { texts } from "../texts/texts.js";

/** Who has the port may be anybody, without a sandbox. In one there is nobody else, and a port is free at once. */
const TAKEN = /address already in use|EADDRINUSE|BindException/i;

/** Null: it is a fault of ours. */
export function findingOf(error: unknown, language: Language, subject: Subject | null): Finding | null {
  const got = explain(error, scenarioTexts[language]);
  if (got === null) return null;
  const { hints } = texts[language];
  if (error instanceof NoBrowser)
    return { status: "skipped", cause: "no browser", got, hint: "", evidence: {} };
  if (error instanceof NotStarted && isOurFault(error.output)) return null;
  if (error instanceof NotStarted && TAKEN.test(error.output.join("\n")))
    return {
      status: "inconclusive",
      cause: "taken",
      sure: true,
      got,
      hint: hints.taken,
      evidence: { output: error.output.slice(-12) },
    };
  const output = error instanceof NotStarted ? error.output : (subject?.server.output() ?? []);
  const finding = { status: "fail" as const, got, evidence: { output: output.slice(-12) } };
  if (error instanceof NotStarted)
    return {
      ...finding,
      cause: error.reason,
      sure: error.reason !== "ended",
      hint: hints.notStarted[error.reason],
    };
  if (error instanceof NoLoneAnswer)
    return { ...finding, cause: error.how, hint: hints.noLoneAnswer[error.how] };
  if (error instanceof NotHeld)
    return { ...finding, status: "inconclusive", cause: error.how, hint: hints.undecided };
  return { ...finding, cause: "unknown", hint: "" };
}
