// client-and-browser: the course report's experiment f. A client on the command line is answered and stays; then a browser comes.

import type { WaitingScenario } from "./scenario.js";

export const clientAndBrowser: WaitingScenario = {
  name: "client-and-browser",
  kind: "waiting",
  clients: ["tcp", "browser"],
  hold: "kept",
  expected: { single: "blocks", multi: "concurrent" },
  report: { letter: "f", saw: { single: "second-waits", multi: "both-answered" } },
};
