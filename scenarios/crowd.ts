// crowd: so many clients come at the same moment, ask once and stay for a short while, or leave at once. How long does the
// last one wait?

import type { Experiment } from "./scenario.js";

export const crowd: Experiment = {
  name: "crowd",
  kind: "crowd",
  levels: { connections: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000], seconds: 20, stayMs: 10 },
  more: { events: [5000] },
  backlog: 4096, // as many as Linux allows: a short queue would turn most of a crowd away
  expected: {
    single: "blocks",
    multi: "concurrent",
    pool: "blocks",
    prefork: "blocks",
    events: "concurrent",
  },
};
