// What the scenario all concludes.

/** One scenario of many. */
export interface Conclusion {
  scenario: string;
  /**
   * left out: the options do not fit it. not carried out: a browser or a program is missing, or a port is taken. failed: it
   * ended by an error of ours.
   */
  state: "as expected" | "unexpected" | "not carried out" | "left out" | "failed";
  /** What was found, in one sentence, in the user's language; null: nothing, and `why`. */
  answer: string | null;
  why?: string;
  /** Its result: the path beside this one without `.json`, `.html` …; null: there is none. */
  page: string | null;
  elapsedMs: number;
}
