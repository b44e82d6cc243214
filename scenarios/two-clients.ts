// two-clients: the course report's experiment c. Client 1 is answered and stays connected; client 2 connects and asks.

import type { Scenario } from "./scenario.js";

export const twoClients: Scenario = {
  name: "two-clients",
  hold: "kept",
  expected: { single: "blocks", multi: "concurrent" },
  report: { single: "blocks", multi: "concurrent" },
};
