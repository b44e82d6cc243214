// browser-and-client: client-and-browser the other way round. A browser shows the page and stays; then a client asks.

import type { WaitingScenario } from "./scenario.js";

export const browserAndClient: WaitingScenario = {
  name: "browser-and-client",
  kind: "waiting",
  clients: ["browser", "tcp"],
  hold: "kept",
  expected: { single: "blocks", multi: "concurrent" },
};
