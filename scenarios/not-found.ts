// not-found: the course report's experiment g. A client asks for a file that does not exist.

import type { WaitingScenario } from "./scenario.js";

export const notFound: WaitingScenario = {
  name: "not-found",
  kind: "waiting",
  clients: ["tcp"],
  hold: "kept",
  path: "/no-such-file.html",
  status: 404,
  expected: { single: "answers", multi: "answers" },
  report: { letter: "g", saw: { single: "not-found", multi: "not-found" } },
};
