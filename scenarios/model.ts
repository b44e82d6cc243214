// model: which concurrency model does a server have, as far as that can be told from outside?

import type { Inquiry } from "./scenario.js";

export const model: Inquiry = {
  name: "model",
  inquires: "model",
  expected: {
    single: "blocks",
    multi: "concurrent",
    pool: "concurrent",
    prefork: "concurrent",
    events: "concurrent",
  },
};
