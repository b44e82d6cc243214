// two-clients: the course report's experiment c. Client 1 is answered and stays connected; client 2 connects and asks.

import type { WaitingScenario } from "./scenario.js";

export const twoClients: WaitingScenario = {
  name: "two-clients",
  kind: "waiting",
  clients: ["tcp", "tcp"],
  hold: "kept",
  expected: { single: "blocks", multi: "concurrent" },
  report: { letter: "c", saw: { single: "second-waits", multi: "both-answered" } },
};
