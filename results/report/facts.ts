// What was measured in one experiment of the course report, in a few words: "client 2 waited 39 ms for client 1, in the
// accept queue; answered 0.6 ms after it left".

import type { ClientResult, Measurement, Observation } from "../result.js";
import type { Texts } from "../texts/texts.js";
import { clean, cut, duration, label } from "../words.js";

/** The fact behind an observation; null where no client came so far. */
export function factOf({ experiment, measurement }: Observation, texts: Texts): string | null {
  if (measurement === undefined || measurement.clients.length === 0) return null;
  if (experiment === "a") {
    const line = loggedLine(measurement);
    return line === null ? notLogged(measurement, texts) : texts.about(texts.observations.facts.logged, line);
  }
  const { agreeing, trials, clients } = measurement;
  if (agreeing < trials) return texts.observations.facts.disagree(String(agreeing), String(trials));
  return clients.length === 1 ? alone(clients[0]!, texts) : second(clients, texts);
}

/** The line in which the server wrote down client 1, as it may be shown. */
export const loggedLine = ({ logged }: Measurement): string | null =>
  typeof logged === "string" ? cut(clean(logged), 80) : null;

const notLogged = ({ clients }: Measurement, texts: Texts): string =>
  texts.observations.facts.notLogged(String(clients[0]!.port ?? "?"));

/** When it had what it came for: a browser the page's text in its window, others their first byte. */
const gotMs = ({ shown, firstByteMs, lastByteMs }: ClientResult): number | null =>
  shown ? lastByteMs : firstByteMs;

function alone(client: ClientResult, texts: Texts): string {
  const { facts } = texts.observations;
  const { outcome, status, shown } = client;
  const got = gotMs(client);
  if (got === null || status === null) return texts.outcomes[outcome === "held" ? "silent" : outcome];
  const time = duration(got, texts);
  if (shown !== undefined) return (shown ? facts.shown : facts.empty)(time);
  return status === 200 && outcome === "answered" ? facts.answered(time) : facts.status(String(status), time);
}

/** What became of the one who asked while client 1 stayed. */
function second(clients: readonly ClientResult[], texts: Texts): string {
  const { facts } = texts.observations;
  const asker = clients.at(-1)!;
  const holder = clients.find(({ name }) => name === (asker.blockedBy ?? clients[0]!.name)) ?? clients[0]!;
  const [who, whom] = [asker, holder].map(({ name }) => texts.client(label(name, 20))) as [string, string];
  const got = gotMs(asker);
  if (asker.outcome === "blocked" && asker.waitedMs !== undefined) {
    const waited = facts.waited(who, duration(asker.waitedMs, texts), whom);
    const where = asker.waitedIn ? facts.where[asker.waitedIn](waited) : waited;
    // The browsers' clocks are not ours: a moment before the leaving says nothing.
    const after = asker.startMs + (got ?? 0) - holder.startMs - (holder.releasedMs ?? Infinity);
    if (got === null || after <= 0 || after === -Infinity) return where;
    return (asker.shown ? facts.shownAfter : facts.answeredAfter)(where, duration(after, texts));
  }
  if (asker.outcome === "answered" && got !== null) {
    return (asker.shown ? facts.shownMeanwhile : facts.answeredMeanwhile)(who, duration(got, texts), whom);
  }
  return facts.became(who, texts.outcomes[asker.outcome === "held" ? "silent" : asker.outcome]);
}
