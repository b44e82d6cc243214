// pool-limit: one client after the other comes and stays. How many are served until one has to wait?

import type { Inquiry } from "./scenario.js";

export const poolLimit: Inquiry = {
  name: "pool-limit",
  inquires: "limit",
  expected: { single: "blocks", pool: "blocks", prefork: "blocks", multi: "concurrent" },
};
