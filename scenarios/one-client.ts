// one-client: the course report's experiment b. One client on the command line asks for a page.

import type { Scenario } from "./scenario.js";

export const oneClient: Scenario = {
  name: "one-client",
  clients: ["tcp"],
  hold: "kept",
  status: 200,
  expected: { single: "answers", multi: "answers" },
  report: { letter: "b", saw: { single: "answered", multi: "answered" } },
};
