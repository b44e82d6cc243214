// one-browser: the course report's experiment d. A browser opens the page.

import type { WaitingScenario } from "./scenario.js";

export const oneBrowser: WaitingScenario = {
  name: "one-browser",
  kind: "waiting",
  clients: ["browser"],
  hold: "kept",
  status: 200,
  expected: { single: "answers", multi: "answers" },
  report: { letter: "d", saw: { single: "shown", multi: "shown" } },
};
