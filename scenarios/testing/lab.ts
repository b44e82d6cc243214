// For the tests: what the lab finds out of one server, without the command around it, and without its pages.

import type { ServerResult } from "../../results/result.js";
import { openKernel } from "../lab/kernel/index.js";
import { ClientFactory } from "../lab/observe/client-factory.js";
import { runScenario } from "../lab/run.js";
import type { Experiment, WaitingScenario } from "../scenario.js";
import { otherServer } from "../servers.js";
import { texts } from "../texts/texts.js";

/** What a scenario finds of the server with this command. */
export async function examine(
  scenario: WaitingScenario | Experiment,
  command: string,
  trials = 3,
): Promise<ServerResult> {
  const kernel = openKernel();
  try {
    const { result } = await runScenario(
      scenario,
      {
        programs: [otherServer("it", command, null)],
        trials,
        path: "/index.html",
        largePath: "/large",
        progress: () => {},
      },
      {
        kernel,
        clientFactory: new ClientFactory([]),
        texts: texts.en,
        timeToSpare: () => {},
        waiting: () => {},
      },
    );
    return result.servers[0]!;
  } finally {
    kernel.close();
  }
}
