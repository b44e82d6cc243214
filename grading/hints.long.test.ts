// A hint is true, or it is not given: each fault gets the hints about it, and no others.

import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { sourcePath } from "../scenarios/source-folder.js";
import { folder, gradesIn, runGrade } from "./testing/grade.js";
import { en } from "./texts/en.js";

const FAULTS = sourcePath("./testing/faults.py", import.meta.url);
const { hints, models } = en;
const { page, unanswered } = hints;

/** By fault: the hint that each check gives which does not pass. A part of a sentence stands for one with a name in it. */
type Hints = Record<string, Record<string, string>>;

const of = (hint: string, ...checks: string[]) => Object.fromEntries(checks.map((check) => [check, hint]));
const PAGES = ["page", "emoji"];
const ANSWERS = [...PAGES, "not-found", "content-length"];

const pages: Hints = {
  none: {},
  "length-in-letters": of(page["letters counted"], "emoji"),
  "cuts-with-length": of(page["letters counted"], "emoji"),
  "empty-page": { ...of(page.empty, ...PAGES), ...of(hints.contentLength, "content-length") },
  "first-part-only": { ...of(page["cut short"], ...PAGES), ...of(hints.contentLength, "content-length") },
  "something-before": {
    ...of(page["something before it"], ...PAGES),
    ...of(hints.contentLength, "content-length"),
  },
  "something-after": {
    ...of(page["something after it"], ...PAGES),
    ...of(hints.contentLength, "content-length"),
  },
  "line-end-after": of(hints.contentLength, "content-length"),
  "line-ends": { ...of(page["line ends"], ...PAGES), ...of(hints.contentLength, "content-length") },
  "text-made-of-bytes": of(page["text made of bytes"], "emoji"),
  "another-page": { ...of(page["other page"], ...PAGES), ...of(hints.contentLength, "content-length") },
  "one-byte-wrong": of(page["other bytes"], ...PAGES),
  "says-created": of(hints.status200, ...PAGES),
  "same-for-all": {
    ...of(hints.fixedPage, ...PAGES, "not-found"),
    ...of(hints.contentLength, "content-length"),
  },
  "slash-in-front": {
    ...of("Open it relative to that folder, without the / in front.", ...PAGES),
    ...of(hints.contentLength, "content-length"),
  },
  "missing-as-200": of(hints.missingAs200, "not-found"),
  "missing-as-500": of(hints.status404, "not-found"),
  "missing-closes": of(hints.missingUnanswered, "not-found"),
  "missing-ends-it": of(hints.missingUnanswered, "not-found"),
  "never-ends": of(unanswered.endless, ...PAGES, "content-length"),
  "no-head": of(unanswered["not HTTP"], ...ANSWERS),
  "no-empty-line": of(unanswered["no empty line"], ...ANSWERS),
  "no-length": of(hints.contentLength, "content-length"),
  closes: {
    ...of(unanswered.closed, ...PAGES, "content-length"),
    ...of(hints.missingUnanswered, "not-found"),
  },
  resets: {
    ...of(unanswered.refused, ...PAGES, "content-length"),
    ...of(hints.missingUnanswered, "not-found"),
  },
  "reads-until-close": of(hints.silent["reads-on"], ...ANSWERS),
  "never-accepts": of(hints.silent["not-accepted"], ...ANSWERS),
};

const { idle } = hints.holds;
const otherModel = hints.model([models["thread-per-connection"], models["thread-pool"]]);

const waits: Hints = {
  none: {},
  "one-after-the-other": {
    "two-clients": hints.otherVerdict("concurrent"),
    holds: idle,
    "ten-at-once": hints.acceptLoop,
    model: otherModel,
  },
  joins: {
    "two-clients": hints.otherVerdict("concurrent"),
    holds: idle,
    "ten-at-once": hints.acceptLoop,
    model: otherModel,
  },
  "reads-in-the-loop": {
    "two-clients": hints.otherVerdict("concurrent"),
    holds: idle,
    "ten-at-once": hints.acceptLoop,
    model: otherModel,
  },
  "lock-around-all": {
    "two-clients": hints.otherVerdict("concurrent"),
    holds: hints.holdsAccepted,
    "ten-at-once": hints.served,
    model: otherModel,
  },
  "lock-while-reading": {
    "two-clients": hints.otherVerdict("concurrent"),
    holds: hints.holdsAccepted,
    "ten-at-once": hints.served,
    model: otherModel,
  },
  "lock-while-sending": { holds: hints.holdsAccepted },
  "pool-of-three": { "ten-at-once": hints.poolTooSmall(3, "Python") },
  "ends-at-a-large-page": { holds: hints.crashed },
};

/** Grades a server with each of these faults by these checks. Answers the hints of those that did not pass. */
async function hintsOf(faults: readonly string[], rubric: string): Promise<Hints> {
  const set = folder();
  for (const fault of faults) {
    const path = join(set, fault);
    mkdirSync(path);
    copyFileSync(FAULTS, join(path, "faults.py"));
    writeFileSync(join(path, "antre.yaml"), `multi: python3 faults.py ${fault}\n`);
  }
  const [rules, out] = [join(folder(), "rubric.yaml"), folder()];
  writeFileSync(rules, rubric);
  await runGrade([set, "--rubric", rules, "--out", out]);
  return Object.fromEntries(
    [...gradesIn(out)].map(([name, { checks }]) => [
      name,
      Object.fromEntries(
        checks
          .filter(({ status }) => status !== "pass")
          .map(({ id, hint }) => [id.replace("multi.", ""), hint]),
      ),
    ]),
  );
}

/** Where only a part of a hint is expected, that part. */
const shortened = (got: Hints, expected: Hints): Hints =>
  Object.fromEntries(
    Object.entries(got).map(([fault, hints]) => [
      fault,
      Object.fromEntries(
        Object.entries(hints).map(([check, hint]) => {
          const part = expected[fault]?.[check];
          return [check, part !== undefined && hint.includes(part) ? part : hint];
        }),
      ),
    ]),
  );

describe("a server with one fault gets the hints about it, and no others", {
  tags: ["bwrap", "python3"],
}, () => {
  test("in what it sends", async () => {
    const got = await hintsOf(
      Object.keys(pages),
      "multi:\n  page: 4\n  emoji: 2\n  not-found: 4\n  content-length: 1\n",
    );
    expect(shortened(got, pages)).toEqual(pages);
  });

  test("in how it serves several clients", async () => {
    const got = await hintsOf(
      Object.keys(waits),
      "multi:\n  goes-on: 4\n  two-clients: { points: 8, trials: 1 }\n  holds: 6\n  ten-at-once: 4\n  model: 3\n",
    );
    expect(shortened(got, waits)).toEqual(waits);
  });
});
