// A hint is true, or it is not given: each fault gets the hints about it, and no others.

import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { sourcePath } from "../scenarios/source-folder.js";
import { folder, gradesIn, runGrade } from "./testing/grade.js";
import { en } from "./texts/en.js";

const PROGRAMS = {
  multi: sourcePath("./testing/faults.py", import.meta.url),
  client: sourcePath("./testing/client_faults.py", import.meta.url),
};
const { hints, models } = en;
const { page, unanswered } = hints;

/** By fault: the hint of each check that does not pass or has one. A part of a sentence stands for one with a name in it. */
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

const client: Hints = {
  none: {},
  "no-slash": of(hints.get, "get"),
  "always-index": of(hints.get, "get"),
  post: of(hints.get, "get"),
  "no-version": of(hints.get, "get"),
  "no-host": of(hints.hostMissing, "get"),
  "bare-lf": of(hints.get, "get"),
  "no-empty-line": of(hints.get, "get"),
  "first-piece": of(hints.prints, "prints"),
  "saves-only": of(hints.printsNothing, "prints"),
  "prints-head": of(hints.prints, "prints"),
  "hides-404": of(hints.shows404, "shows-404"),
  "crashes-at-404": of(hints.crashedAfter, "shows-404", "asks-again", "exit"),
  "ends-after-first": of(hints.asksAgain, "asks-again", "exit"),
  "asks-on-at-exit": of(hints.exit, "exit"),
  "ends-at-once": of(hints.connects, "connects"),
  "crashes-first": of(hints.clientCrashed, "connects"),
  "asks-for-a-key": of(hints.refusedCall, "connects"),
  "crashes-where-nobody-listens": of(hints.nobodyListens, "nobody-listens"),
  "silent-where-nobody-listens": of(hints.nobodyListens, "nobody-listens"),
};

/** Grades a program with each of these faults by these checks. Answers their hints. */
async function hintsOf(
  role: keyof typeof PROGRAMS,
  faults: readonly string[],
  checks: string,
): Promise<Hints> {
  const set = folder();
  const name = basename(PROGRAMS[role]);
  for (const fault of faults) {
    const path = join(set, fault);
    mkdirSync(path);
    copyFileSync(PROGRAMS[role], join(path, name));
    const words = role === "client" ? " {host} {port}" : "";
    writeFileSync(join(path, "antre.yaml"), `${role}: python3 ${name} ${fault}${words}\n`);
  }
  const [rules, out] = [join(folder(), "rubric.yaml"), folder()];
  writeFileSync(rules, `${role}:\n${checks}`);
  await runGrade([set, "--rubric", rules, "--out", out]);
  return Object.fromEntries(
    [...gradesIn(out)].map(([name, { checks }]) => [
      name,
      Object.fromEntries(
        checks
          .filter(({ status, hint }) => status !== "skipped" && (status !== "pass" || hint !== ""))
          .map(({ id, hint }) => [id.slice(role.length + 1), hint]),
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

describe("a program with one fault gets the hints about it, and no others", {
  tags: ["bwrap", "python3"],
}, () => {
  test("in what a server sends", async () => {
    const got = await hintsOf(
      "multi",
      Object.keys(pages),
      "  page: 4\n  emoji: 2\n  not-found: 4\n  content-length: 1\n",
    );
    expect(shortened(got, pages)).toEqual(pages);
  });

  test("in how a server serves several clients", async () => {
    const got = await hintsOf(
      "multi",
      Object.keys(waits),
      "  goes-on: 4\n  two-clients: { points: 8, trials: 1 }\n  holds: 6\n  ten-at-once: 4\n  model: 3\n",
    );
    expect(shortened(got, waits)).toEqual(waits);
  });

  test("in a client", async () => {
    const got = await hintsOf(
      "client",
      Object.keys(client),
      "  connects: 4\n  get: 5\n  prints: 5\n  shows-404: 3\n  asks-again: 3\n  exit: 2\n  nobody-listens: 3\n",
    );
    expect(shortened(got, client)).toEqual(client);
  });
});
