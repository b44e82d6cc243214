// one-client: the course report's experiment b. One client on the command line asks for a page.

import type { WaitingScenario } from "./scenario.js";

export const oneClient: WaitingScenario = {
  name: "one-client",
  kind: "waiting",
  clients: ["tcp"],
  hold: "kept",
  status: 200,
  expected: { single: "answers", multi: "answers" },
  report: { letter: "b", saw: { single: "answered", multi: "answered" } },
};
