// The two tables of a run as rows of words: what each server does, and how each client fared. How they are drawn is not said here.

import type { ClientResult, Hold, Result, ServerResult } from "./result.js";
import type { Texts } from "./texts/texts.js";
import { clean, cut, figure, label } from "./words.js";

/** Cells of one kind: a head and rows of as many cells. */
export interface Rows {
  head: string[];
  /** Which columns are figures, to be set to the right. */
  figures: readonly number[];
  rows: string[][];
}

/** One row per server: verdict, whether it was expected, agreement, what the course report saw. A dash: nothing to say. */
export function serverRows(result: Result, texts: Texts): Rows {
  const { server, verdict, asExpected, trials, report, model } = texts.heads;
  const reports = result.servers.some((one) => one.report !== null);
  return {
    head: [server, verdict, asExpected, trials, ...(reports ? [report] : []), model],
    figures: [],
    rows: result.servers.map((one) => [
      label(one.name),
      verdictWords(one, texts),
      expectation(one, texts),
      untried(one) ? "-" : texts.of(String(one.agreeing), String(one.trials)),
      ...(reports ? [reported(one, texts)] : []),
      one.model === null ? "-" : cut(clean(one.model), 40) + (one.modelSize ? ` (${one.modelSize})` : ""),
    ]),
  };
}

/** One row per client, in one group per server; only the first row of a group names the server. */
export function clientRows(result: Result, texts: Texts): Rows & { groups: ClientResult[][] } {
  const { heads } = texts;
  const served = result.servers.filter((one) => one.clients.length > 0);
  return {
    head: [
      heads.server,
      heads.client,
      heads.connect,
      heads.firstByte,
      heads.waited,
      heads.waitedFor,
      heads.where,
      heads.outcome,
    ],
    figures: [2, 3, 4],
    groups: served.map((one) => one.clients),
    rows: served.flatMap((one) =>
      one.clients.map((guest, index) => [
        index === 0 ? label(one.name) : "",
        texts.client(label(guest.name)),
        moment(guest.connectedMs, texts),
        moment(guest.firstByteMs, texts),
        moment(guest.waitedMs, texts),
        waitedFor(guest, texts) ?? "-",
        guest.waitedIn ? texts.places[guest.waitedIn] : guest.waitedIn === null ? "?" : "-",
        fate(guest, one.hold, texts),
      ]),
    ),
  };
}

/** There is no browser, its port is taken, it did not start: nothing is known of how it serves, and nothing speaks against it. */
export const untried = ({ verdict, notCarriedOut, eachTrial }: ServerResult): boolean =>
  verdict === "failed" && notCarriedOut !== undefined && eachTrial.length === 0;

/** The verdict, or that there could be none. */
export const verdictWords = (server: ServerResult, texts: Texts): string =>
  untried(server) ? texts.untried : texts.verdicts[server.verdict];

/** For whom a client had to wait; null: for nobody. */
export function waitedFor({ blockedBy, holders = 1, waitedIn }: ClientResult, texts: Texts): string | null {
  if (blockedBy === undefined) return null;
  const whom = holders > 1 ? texts.oneOf(String(holders)) : texts.client(label(blockedBy, 20));
  return waitedIn === "outside" ? texts.thenRetry(whom) : whom;
}

function expectation(server: ServerResult, texts: Texts): string {
  const { expected, asExpected, statedModel } = server;
  if (untried(server)) return "-";
  if (statedModel) return asExpected ? texts.yes : texts.no(statedModel);
  if (expected === null) return "-";
  return asExpected ? texts.yes : texts.no(texts.verdicts[expected]);
}

function reported(server: ServerResult, texts: Texts): string {
  const { report, verdict } = server;
  if (report === null) return "-";
  const saw = texts.verdicts[report];
  if (untried(server)) return texts.reportUntried(saw);
  return report === verdict ? texts.reproduced(saw) : texts.notReproduced(saw);
}

/** What became of a client; of one that held the server without asking, what it did. */
export const became = (outcome: ClientResult["outcome"], hold: Hold, texts: Texts): string =>
  outcome === "held" ? texts.holdNames[hold] : texts.outcomes[outcome];

function fate({ outcome, status }: ClientResult, hold: Hold, texts: Texts): string {
  const word = became(outcome, hold, texts);
  return outcome === "held" || status === null || status === 200 ? word : `${word} (${status})`;
}

function moment(ms: number | null | undefined, texts: Texts): string {
  return ms === null || ms === undefined ? "-" : figure(ms, texts);
}
