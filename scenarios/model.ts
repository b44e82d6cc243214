// model: which concurrency model does a server have, as far as that can be told from outside?

import type { Experiment } from "./scenario.js";

export const model: Experiment = {
  name: "model",
  kind: "model",
  expected: {
    single: "blocks",
    multi: "concurrent",
    pool: "concurrent",
    prefork: "concurrent",
    events: "concurrent",
  },
};
