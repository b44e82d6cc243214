// The course report made again: what it saw, what we saw, and what was measured.

import type { ClientResult, Hold } from "../result.js";

/** An experiment of the course report, by its letter there. */
export type Letter = "a" | "b" | "c" | "d" | "e" | "f" | "g";

/** What was seen in one experiment, by the report or by us. */
export type Sight =
  | "started"
  | "not-logged"
  | "answered"
  | "shown"
  | "second-waits"
  | "both-answered"
  | "not-found"
  | "no-answer"
  | "wrong-answer"
  | "inconclusive";

/** One experiment of the course report made again with one of its two servers. */
export interface Observation {
  experiment: Letter;
  server: "single" | "multi";
  /** What the course report saw. */
  saw: Sight;
  /** What we saw; null when it could not be tried. */
  measured: Sight | null;
  /** Did we see what the report saw? null when it could not be tried. */
  reproduced: boolean | null;
  /** What `measured` rests on; left out where no client came so far. */
  measurement?: Measurement;
  /** Why it could not be tried, in the user's language; only where `reproduced` is null. */
  why?: string;
  /** The result that proves it: its path beside this one without `.json`, `.html` …; null when there is none. */
  evidence: string | null;
}

/** So much of the proof that an observation can be understood where the proof is not at hand. */
export interface Measurement {
  hold: Hold;
  trials: number;
  agreeing: number;
  /** The clients of the trial that the proof shows. The paths of their pictures begin beside this result. */
  clients: ClientResult[];
  /** Only of experiment a: the line in which the server wrote down client 1; null: none has its port. */
  logged?: string | null;
}
