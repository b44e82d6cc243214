// What a check of a server is given, and what it answers.

import type { ServerResult } from "../../results/result.js";
import type { ServerUnderTest } from "../../scenarios/lab/subject/server-under-test.js";
import type { Evidence } from "../grade.js";
import type { Page, PageName, Site } from "../pages.js";
import type { Parameters } from "../rubric.js";
import type { ToldBySource } from "../submission/finding/per-client.js";
import type { Texts } from "../texts/texts.js";

/** A server that runs, and what there is to ask it for. */
export interface CheckContext {
  subject: ServerUnderTest;
  site: Site;
  /** One of its pages, with what is in it. */
  page: (name: PageName) => Page;
  parameters: Parameters;
  say: Texts;
  /** Nothing has gone wrong so far, so a short cut that costs time only where something does is worth it. */
  promising: boolean;
  /** The language that the program is written in; null: nobody said. */
  language: string | null;
  /** What the lab says of its model, asked once. */
  model: () => Promise<ServerResult>;
  /** What its source says of what looks like an event loop from outside; null: nothing. */
  toldBySource: () => ToldBySource | null;
}

export interface CheckOutcome {
  /** skipped: this machine lacks what it takes, which is no fault of the program. */
  status: "pass" | "fail" | "inconclusive" | "skipped";
  /** In one word, the same whenever the same is seen: two attempts agree when their causes do. */
  cause: string;
  /** The kernel's word is behind it: to repeat it would show the same. */
  sure?: boolean;
  /** What it shows of the server beyond this check: other checks show the same in their own ways. */
  shows?: Symptom;
  /** What it would come of, though it may come of something else. */
  fits?: Symptom;
  got: string;
  hint: string;
  evidence: Evidence;
}

/** A client is served only when the one before it has left. */
export type Symptom = "one at a time";

export interface ServerCheck {
  run(bench: CheckContext): Promise<CheckOutcome>;
}

/** The cause of a check that does not apply to a client which asks for one page and ends. */
export const ASKS_ONCE = "asks once";

/** The cause of a browser's check where no browser could show what the server sends, which another check has cost already. */
export const SHOWS_NOTHING = "shows nothing";

export const passed = (got: string, evidence: Evidence = {}): CheckOutcome => ({
  status: "pass",
  cause: "pass",
  got,
  hint: "",
  evidence,
});

export const failed = (cause: string, got: string, hint: string, evidence: Evidence = {}): CheckOutcome => ({
  status: "fail",
  cause,
  got,
  hint,
  evidence,
});

/** A parameter that is a list of words. */
export const wordsOf = (parameters: Parameters, name: string): readonly string[] =>
  parameters[name] as readonly string[];
export const numberOf = (parameters: Parameters, name: string): number => parameters[name] as number;
