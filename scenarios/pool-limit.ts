// pool-limit: one client after the other comes and stays. How many are served until one has to wait?

import type { Experiment } from "./scenario.js";

export const poolLimit: Experiment = {
  name: "pool-limit",
  kind: "limit",
  expected: { single: "blocks", pool: "blocks", prefork: "blocks", multi: "concurrent" },
};
