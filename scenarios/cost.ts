// cost: so many connections are held and do nothing. What does each of them cost the server, and what does the next client
// notice of them?

import type { Experiment } from "./scenario.js";

export const cost: Experiment = {
  name: "cost",
  kind: "cost",
  levels: { connections: [10, 100, 500], seconds: 30 },
  backlog: 511, // otherwise most of five hundred would be turned away at the door
  expected: {
    single: "answers",
    multi: "answers",
    pool: "answers",
    prefork: "answers",
    events: "answers",
  },
};
