// What a scenario is: data about an experiment. How it is carried out stands in lab/.

import type { Hold, Letter, Sight, Verdict } from "../results/result.js";
import type { ServerProgram } from "./servers.js";

export type ClientKind = "tcp" | "browser";

/** One or two clients ask; of two, the first holds the server while the second asks. */
export interface WaitingScenario {
  name: string;
  kind: "waiting";
  clients: readonly [ClientKind] | readonly [ClientKind, ClientKind];
  /** How client 1 holds the server while client 2 asks. */
  hold: Hold;
  /** What is asked for, where the experiment is about that; otherwise --path says it. */
  path?: string;
  /** The status that a lone client should get, where the experiment is about that. */
  status?: number;
  /** The verdict that each of our models should get. */
  expected: Record<string, Verdict>;
  /** The course report's experiment, where this is one of them: its letter, and what it saw of each of its servers. */
  report?: { letter: Letter; saw: Record<"single" | "multi", Sight> };
}

/** How much, where a scenario goes through several sizes: what the options say, else what the scenario says. */
export interface Levels {
  /** How many connections, or clients, one size after the other. */
  connections: readonly number[];
  /** How long each is measured; of a crowd, and of connections that are to be held: after how long they are not waited for. */
  seconds: number;
  /** How long each client of a crowd stays after its answer. */
  stayMs?: number;
  /** How much is planned, in percent of what the server can do. */
  percents?: readonly number[];
}

/** A question about servers that takes more than two clients: which holds block, which model it is. */
export interface Experiment {
  name: string;
  kind: "holds" | "model" | "limit" | "backlog" | "zoo" | "crowd" | "cost" | "slow-client";
  expected: Record<string, Verdict>;
  levels?: Levels;
  /** Further sizes that only some servers can bear. */
  more?: Record<string, readonly number[]>;
  /** The accept queue that our own servers get, where theirs would be what is measured. */
  backlog?: number;
  /** What it compares, where that isn't our models as they are. */
  programs?: readonly ServerProgram[];
}

/** Every server under the same loads. */
export interface LoadTest {
  name: string;
  kind: "load";
  /** Over connections that are kept, that are made anew for each request, or both. */
  kept: readonly boolean[];
  levels: Levels;
  /** The accept queue that our own servers get, where theirs would be what is measured. */
  backlog?: number;
  expected: Record<string, Verdict>;
}

/** Every server under schedules that it can bear, and that it can't. */
export interface OpenLoadTest {
  name: string;
  kind: "open-load";
  levels: Levels;
  backlog?: number;
  expected: Record<string, Verdict>;
}

/** What is measured by itself, on servers of its own. */
export type OneScenario = WaitingScenario | Experiment | LoadTest | OpenLoadTest;

/** Whatever `npm run scenario NAME` can run. */
export type AnyScenario = OneScenario | Collection | Everything;

/** A scenario that runs others, and sets what they saw beside what the course report saw. */
export interface Collection {
  name: string;
  kind: "report";
  scenarios: readonly (WaitingScenario | LoadTest)[];
}

/** The scenario that runs all others. */
export interface Everything {
  name: string;
  kind: "all";
}
