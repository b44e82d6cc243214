// What a scenario is: data about an experiment. How it is carried out stands in lab/.

import type { Hold, Verdict } from "../results/result.js";

export interface Scenario {
  name: string;
  /** How client 1 holds the server while client 2 asks. */
  hold: Hold;
  /** The verdict that each of our models should get. */
  expected: Record<string, Verdict>;
  /** What the course report saw, where it made this experiment with a server of that name. */
  report: Record<string, Verdict>;
}
