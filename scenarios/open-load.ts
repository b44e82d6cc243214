// open-load: requests at a fixed rate, as from people who do not wait for one another: below, at and above what each server can
// do. How long does each wait, counted from the moment when it was meant to be sent?

import type { OpenLoadTest } from "./scenario.js";

export const openLoad: OpenLoadTest = {
  name: "open-load",
  kind: "open-load",
  levels: { connections: [10], seconds: 0.5, percents: [50, 80, 100, 120] },
  backlog: 511,
  expected: {
    single: "answers",
    multi: "answers",
    pool: "answers",
    prefork: "answers",
    events: "answers",
  },
};
