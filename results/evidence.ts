// What the verdicts rest on, as rows: the times they were decided with, and the kernel's word.

import type { Result, ServerResult } from "./result.js";
import type { Rows } from "./rows.js";
import { range } from "./statistics.js";
import type { Texts } from "./texts/texts.js";
import { clean, figure, label } from "./words.js";

/** One row per server: its own answer time, the patience derived from it, what each trial saw, the command. */
export function evidenceRows(result: Result, texts: Texts): Rows {
  const { alone, patience, outcomes, waits, command } = texts.evidence;
  const moment = (ms: number | null) => (ms === null ? "-" : figure(ms, texts));
  return {
    head: [texts.heads.server, alone, patience, outcomes, waits, command],
    figures: [1, 2],
    rows: result.servers.map((server) => [
      label(server.name),
      moment(server.answerMs),
      moment(server.patienceMs),
      counts(server, texts),
      spread(
        server.eachTrial.map(({ clients }) => Math.max(0, ...clients.map(({ waitedMs }) => waitedMs ?? 0))),
        texts,
      ),
      clean(server.command),
    ]),
  };
}

/** One row per client of which the kernel could say something. */
export function kernelRows(result: Result, texts: Texts): Rows {
  const { accepted, acceptQueue, unread, threads, processes } = texts.evidence;
  return {
    head: [texts.heads.server, texts.heads.client, accepted, acceptQueue, unread, threads, processes],
    figures: [3, 4, 5, 6],
    rows: result.servers.flatMap((server) =>
      server.clients.flatMap(({ name, kernel }) =>
        kernel
          ? [
              [
                label(server.name),
                texts.client(label(name)),
                texts.accepted[kernel.accepted ? "true" : "false"],
                ...[kernel.acceptQueue, kernel.unreadBytes, kernel.threads, kernel.processes].map(String),
              ],
            ]
          : [],
      ),
    ),
  };
}

/** How many trials had each outcome: "2 blocked, 1 answered". */
function counts({ eachTrial }: ServerResult, texts: Texts): string {
  const all = eachTrial.map(({ outcome }) => outcome);
  const each = [...new Set(all)].map(
    (one) => `${all.filter((other) => other === one).length} ${texts.outcomes[one]}`,
  );
  return each.join(", ") || "-";
}

/** From the shortest to the longest wait of the trials in which somebody waited. */
function spread(waits: readonly number[], texts: Texts): string {
  const some = waits.filter((wait) => wait > 0);
  if (some.length === 0) return "-";
  const { low, high } = range(some);
  return low === high ? figure(low, texts) : texts.fromTo(figure(low, texts), figure(high, texts));
}
