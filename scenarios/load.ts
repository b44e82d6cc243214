// load: as many requests as a server answers, from 1, 2, 10 and 100 connections: how much it serves, how long they wait,
// and what became of every connection.

import type { LoadTest } from "./scenario.js";

export const load: LoadTest = {
  name: "load",
  kind: "load",
  kept: [true, false],
  levels: { connections: [1, 2, 10, 100], seconds: 0.5 },
  backlog: 511, // otherwise it would be measured how long clients wait whom a short queue has turned away
  expected: {
    single: "blocks",
    multi: "concurrent",
    pool: "concurrent",
    prefork: "concurrent",
    events: "concurrent",
  },
};
