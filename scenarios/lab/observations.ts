// What we saw of the course report's servers in one of its experiments, beside what the report saw.

import type {
  ClientResult,
  Letter,
  Measurement,
  Observation,
  ServerResult,
  Sight,
} from "../../results/result.js";
import type { WaitingScenario } from "../scenario.js";

/**
 * The observations that a scenario makes of one server; the first one also shows that the server starts: experiment a.
 * `evidence`: where the scenario's own result lies, beside the one that these belong to.
 */
export function observationsOf(
  scenario: WaitingScenario,
  server: ServerResult,
  evidence: string,
): Observation[] {
  const { report } = scenario;
  const which = server.name as "single" | "multi";
  if (report === undefined) return [];
  const observe = (
    experiment: Letter,
    saw: Sight,
    measured: Sight,
    more?: Partial<Measurement>,
  ): Observation => {
    const made = { experiment, server: which, saw, evidence };
    if (server.notCarriedOut)
      return { ...made, measured: null, reproduced: null, ...(server.failure && { why: server.failure }) };
    const measurement = measurementOf(server, evidence);
    return {
      ...made,
      measured,
      reproduced: measured === saw,
      ...(measurement && { measurement: { ...measurement, ...more } }),
    };
  };
  const seen = observe(report.letter, report.saw[which], sightOf(scenario, server));
  if (report.letter !== "b") return [seen];
  const start = logged(server) ? "started" : "not-logged";
  return [observe("a", "started", start, { logged: lineOf(server, server.clients[0]) }), seen];
}

/** A picture's path beside the result that sums up: it lies where the evidence lies. */
export const pictureBeside = (evidence: string, picture: string): string =>
  evidence.replace(/[^/]*$/, "") + picture;

function measurementOf(
  { hold, trials, agreeing, clients }: ServerResult,
  evidence: string,
): Measurement | null {
  if (clients.length === 0) return null;
  const moved = clients.map((client) =>
    client.picture === undefined ? client : { ...client, picture: pictureBeside(evidence, client.picture) },
  );
  return { hold, trials, agreeing, clients: moved };
}

/** Experiment a is that the server starts, and writes down its clients: their ports stand in its log. That it has started is known, for clients came. */
function logged(server: ServerResult): boolean {
  const { clients } = server;
  return clients.every((client) => lineOf(server, client) !== null) && clients.length > 0;
}

/** The first line of the log that has the client's port; null: none has. */
function lineOf({ log = [] }: ServerResult, client: ClientResult | undefined): string | null {
  return log.find((line) => line.includes(`${client?.port}`)) ?? null;
}

function sightOf({ status }: WaitingScenario, { verdict, clients }: ServerResult): Sight {
  if (clients.some(({ shown }) => shown === false)) return "wrong-answer"; // answered, and yet nothing to be seen
  switch (verdict) {
    case "answers":
      if (status === 404) return "not-found";
      return clients.at(-1)?.kind === "browser" ? "shown" : "answered";
    case "blocks":
      return "second-waits";
    case "concurrent":
      return "both-answered";
    case "inconclusive":
      return "inconclusive";
    case "failed":
      return clients.at(-1)?.outcome === "broken" ? "wrong-answer" : "no-answer";
  }
}
