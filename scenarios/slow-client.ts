// slow-client: one client sends its request a byte a second, or reads its answer a byte a second. What does that do to the others?

import type { Experiment } from "./scenario.js";

export const slowClient: Experiment = {
  name: "slow-client",
  kind: "slow-client",
  levels: { connections: [4], seconds: 0.5 },
  backlog: 511,
  expected: {
    single: "blocks",
    multi: "concurrent",
    pool: "concurrent",
    prefork: "concurrent",
    events: "concurrent",
  },
};
