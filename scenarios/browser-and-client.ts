// browser-and-client: client-and-browser the other way round. A browser shows the page and stays; then a client asks.

import type { Scenario } from "./scenario.js";

export const browserAndClient: Scenario = {
  name: "browser-and-client",
  clients: ["browser", "tcp"],
  hold: "kept",
  expected: { single: "blocks", multi: "concurrent" },
};
