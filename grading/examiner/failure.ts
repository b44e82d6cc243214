// A fault that the lab met, as a finding in the student's language.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import type { Language } from "../../results/texts/texts.js";
import { NoBrowser } from "../../scenarios/lab/observe/client-factory.js";
import { NotStarted } from "../../scenarios/lab/process/not-started.js";
import { ServerEnded } from "../../scenarios/lab/subject/ending.js";
import { NoLoneAnswer } from "../../scenarios/lab/subject/patience.js";
import type { ServerUnderTest } from "../../scenarios/lab/subject/server-under-test.js";
import { explain } from "../../scenarios/lab/trial/failure.js";
import { NotHeld } from "../../scenarios/lab/trial/holding.js";
import { texts as scenarioTexts } from "../../scenarios/texts/texts.js";
import type { CheckOutcome } from "../checks/check.js";
import { type Texts, texts } from "../texts/texts.js";
import type { Job } from "./job.js";
import { downloadOf, type Lack, lackOf } from "./lack.js";
import type { Built } from "./run.js";

/** The sandbox reaches nobody. At home it may have worked. */
export const wantsNetwork = (output: readonly string[]): boolean =>
  output.some((line) => /Network is unreachable|ENETUNREACH|No route to host|EHOSTUNREACH/i.test(line));

/** The names of the files that were handed in. */
export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => basename(path));

/** Where a submission says which libraries it wants. */
const WANTS =
  /^(requirements.*\.txt|Pipfile|pyproject\.toml|package\.json|pom\.xml|build\.gradle(\.kts)?|Cargo\.toml|go\.mod|Gemfile|composer\.json)$/;
const MOST_WANTS = 64 * 1024;

/** The file of the submission that asks for what is missing; null: none does. */
function askedIn(folder: string, what: string): string | null {
  const [name] = what.toLowerCase().split(" ") as [string];
  const asks = (path: string): boolean => {
    const { size } = statSync(join(folder, path));
    return size <= MOST_WANTS && readFileSync(join(folder, path), "utf8").toLowerCase().includes(name);
  };
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return paths.sort().find((path) => WANTS.test(basename(path)) && asks(path)) ?? null;
}

/** Null: it is a fault of ours. `folder`: with what was handed in. */
export function findingOf(
  error: unknown,
  language: Language,
  subject: ServerUnderTest | null,
  folder: string | null = null,
): CheckOutcome | null {
  const nobody = { equipment: { texts: scenarioTexts[language] }, endedWords: () => null };
  const got = explain(error, subject ?? nobody);
  if (got === null) return null;
  const { hints } = texts[language];
  if (error instanceof NoBrowser) {
    // One that is there, and can't be used, may be usable the next time.
    const status = error.detail === null ? "skipped" : "inconclusive";
    return {
      status,
      cause: "no browser",
      got,
      hint: status === "skipped" ? "" : hints.undecided,
      evidence:
        subject === null || status === "skipped" ? {} : { output: subject.server.output().slice(-12) },
    };
  }
  // Who has the port may be anybody, without a sandbox. In one there is nobody else, and a port is free at once.
  if (error instanceof NotStarted && error.portTaken)
    return {
      status: "inconclusive",
      cause: "taken",
      sure: true,
      got,
      hint: hints.taken,
      evidence: { output: error.output.slice(-12) },
    };
  if (error instanceof NotStarted && wantsNetwork(error.output))
    return {
      status: "inconclusive",
      cause: "network",
      sure: true,
      got,
      hint: hints.network,
      evidence: { output: error.output.slice(-12) },
    };
  if (error instanceof NotStarted) {
    const lack = lackOf(error.ended?.exitCode ?? null, error.output, folder === null ? [] : filesIn(folder));
    const evidence = { output: error.output.slice(-12) };
    if (lack !== null) return { ...lacking(lack, texts[language], got, folder), sure: true, evidence };
  }
  const output = error instanceof NotStarted ? error.output : (subject?.server.output() ?? []);
  const finding = { status: "fail" as const, got, evidence: { output: output.slice(-12) } };
  if (error instanceof NotStarted)
    return {
      ...finding,
      cause: error.reason,
      sure: error.reason !== "ended",
      hint: hints.notStarted[error.reason],
    };
  if (error instanceof ServerEnded) return { ...finding, cause: "ended", hint: hints.crashed };
  if (error instanceof NoLoneAnswer)
    return { ...finding, cause: error.how, hint: hints.noLoneAnswer[error.how] };
  if (error instanceof NotHeld)
    return { ...finding, status: "inconclusive", cause: error.how, hint: hints.undecided };
  return { ...finding, cause: "unknown", hint: "" };
}

/** For a human, with what is missing by its name. `otherwise`: what is said where nobody knows its name. */
export function lacking(
  { why, what }: Lack,
  { got, hints }: Texts,
  otherwise: string,
  folder: string | null = null,
): CheckOutcome {
  const asked = folder === null || what === "" ? null : askedIn(folder, what);
  return {
    status: "inconclusive",
    cause: "lacking",
    got: what === "" && why === "dependency" ? otherwise : got.lacks[why](what, asked),
    hint: hints.lacks[why],
    evidence: {},
  };
}

/** Tools beside a language: where one of them is missing, the language itself may be there. */
const BESIDE =
  /^(make|cmake|ninja|mvn|gradle|ant|npm|npx|yarn|pnpm|cargo|uv|poetry|gunicorn|uvicorn|flask|bundle|rackup)$/;

/** The kernel ended the program for a call that the sandbox refuses. `call`: its name; null: nobody knows. */
export const withCall = (
  finding: CheckOutcome,
  call: string | null,
  { got, hints }: Texts,
): CheckOutcome => ({
  ...finding,
  got: `${finding.got} ${call === null ? got.refusedSomeCall : got.refusedCall(call)}`,
  hint: hints.refusedCall,
});

/** A program that could not be built: by its own fault, or because this machine lacks the compiler. */
export function notBuilt({ words, missing }: Built, { program, language, folder }: Job): CheckOutcome {
  const { got, hints } = texts[language];
  const name = program.language ?? "";
  if (missing !== undefined)
    return {
      status: "inconclusive",
      cause: "lacking",
      got: got.lacking(BESIDE.test(missing) ? "" : name, missing),
      hint: hints.lacks.dependency,
      evidence: {},
    };
  const lack = lackOf(null, words, filesIn(folder)) ?? downloadOf(words);
  if (lack !== null) return { ...lacking(lack, texts[language], "", folder), evidence: { words } };
  return {
    status: "fail",
    cause: "not built",
    got: got.notBuilt(name),
    hint: hints.notBuilt,
    evidence: { words },
  };
}

/** What becomes of a check that needs what went wrong before: not tried; or undecided, where that is undecided. */
export function spared(bar: CheckOutcome, { got, hints }: Texts): CheckOutcome {
  const undecided = bar.status === "inconclusive";
  return {
    status: undecided ? "inconclusive" : "skipped",
    cause: bar.cause,
    got: got.spared(bar.got),
    hint: undecided ? bar.hint : hints.spared,
    evidence: {},
  };
}
