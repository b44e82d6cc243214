// backlog: the server is held, so nobody is accepted. How many may connect all the same: with listen(1), as the course
// report's single server has it, and with listen(5)?

import type { Experiment } from "./scenario.js";
import { ownServer, type ServerProgram } from "./servers.js";

const listening = (backlog: number): ServerProgram => {
  const single = ownServer("single");
  return { ...single, name: `listen(${backlog})`, command: `${single.command} --backlog ${backlog}` };
};

export const backlog: Experiment = {
  name: "backlog",
  kind: "backlog",
  expected: { "listen(1)": "blocks", "listen(5)": "blocks" },
  programs: [listening(1), listening(5)],
};
