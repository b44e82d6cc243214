// Each trial as a row: what it saw, how long it let somebody wait, and who lived on.

import type { Result } from "./result.js";
import type { Rows } from "./rows.js";
import type { Texts } from "./texts/texts.js";
import { figure, label } from "./words.js";

/** One row per trial, in one group per server. */
export function trialRows(result: Result, texts: Texts): Rows {
  const { trial, afterwards } = texts.page;
  const { outcome, waited, where, firstByte, server: name } = texts.heads;
  return {
    head: [name, trial, outcome, firstByte, waited, where, afterwards],
    figures: [1, 3, 4],
    rows: result.servers.flatMap((server) =>
      server.eachTrial.map((one, at) => {
        const moment = (ms: number | null | undefined) => (typeof ms === "number" ? figure(ms, texts) : "-");
        // The last client is the one that asked while the others held.
        const asker = one.clients.find(({ waitedMs }) => waitedMs !== undefined) ?? one.clients.at(-1);
        return [
          at === 0 ? label(server.name) : "",
          String(at + 1),
          texts.outcomes[one.outcome],
          moment(asker?.firstByteMs),
          moment(asker?.waitedMs),
          asker?.waitedIn ? texts.places[asker.waitedIn] : "-",
          one.afterwards ? texts.page[one.afterwards] : "-",
        ];
      }),
    ),
  };
}
