// holds: client 1 holds each server in each of four ways (kept, idle, partial, unread); does client 2 have to wait?

import type { Experiment } from "./scenario.js";

export const holds: Experiment = {
  name: "holds",
  kind: "holds",
  expected: {
    single: "blocks",
    multi: "concurrent",
    pool: "concurrent",
    prefork: "concurrent",
    events: "concurrent",
  },
};
