// two-browsers: the course report's experiment e. One browser shows the page and stays; another one opens it.

import type { WaitingScenario } from "./scenario.js";

export const twoBrowsers: WaitingScenario = {
  name: "two-browsers",
  kind: "waiting",
  clients: ["browser", "browser"],
  hold: "kept",
  expected: { single: "blocks", multi: "concurrent" },
  report: { letter: "e", saw: { single: "second-waits", multi: "both-answered" } },
};
