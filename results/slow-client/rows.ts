// What the scenario slow-client measured, as rows of words.

import type { Result, SlowClientResult } from "../result.js";
import type { Table } from "../result-view.js";
import { type Ratio, ratioWithRange } from "../statistics.js";
import type { Texts } from "../texts/texts.js";
import { factor, figure, label, rate, whole } from "../words.js";

/** One row for each way to be slow at each server: how the others fared, and the kernel's word on the slow one. */
export function slowTable({ servers }: Result, texts: Texts): Table {
  const { heads, ways, why } = texts.slowClient;
  const all = servers.flatMap(({ name, slowClient = [] }) =>
    slowClient.map((one, at) => ({
      name: at === 0 ? label(name) : "",
      one,
      ratio: ratioTo(slowClient, one),
    })),
  );
  return {
    title: texts.slowClient.title,
    headers: 2,
    head: [
      texts.heads.server,
      heads.slow,
      heads.rate,
      heads.times,
      heads.half,
      heads.ninetyNine,
      heads.served,
      heads.kernel,
    ],
    figures: [2, 3, 4, 5, 6],
    alarm: (row, column) => column === 6 && all[row]!.one.load?.served === 0,
    rows: all.map(({ name, one, ratio }) => {
      const { slow, load } = one;
      if (load === null) return [name, ways[slow], "-", "-", "-", "-", "-", one.why ? why[one.why] : "-"];
      return [
        name,
        ways[slow],
        rate(load.requestsPerSecond, texts),
        slow === "none" ? "-" : load.served === 0 ? "0" : ratio === null ? "?" : factor(ratio, texts),
        ...(["p50", "p99"] as const).map((point) =>
          load.latencyUs === null ? "-" : figure(load.latencyUs[point] / 1000, texts),
        ),
        `${load.served}/${load.connections}${load.served === 0 ? " !" : ""}`,
        slow === "none" ? "-" : said(one, texts),
      ];
    }),
  };
}

/** How many times as much was served beside this slow client as without one; null: nobody was served, or it was not tried. */
export function ratioTo(all: readonly SlowClientResult[], { load }: SlowClientResult): Ratio | null {
  const alone = all.find(({ slow }) => slow === "none")?.load;
  const rates = [load, alone].map((one) => (one?.eachRound ?? []).map((round) => round.requestsPerSecond));
  const comparable = rates[0]!.length > 0 && rates[0]!.length === rates[1]!.length;
  return comparable && rates.flat().every((rate) => rate > 0) ? ratioWithRange(rates[0]!, rates[1]!) : null;
}

/** What the kernel says of the slow client's connection. */
function said({ evidence }: SlowClientResult, texts: Texts): string {
  if (evidence === null) return "?";
  const { accepted, waitsFor, unsentBytes } = evidence;
  const words = texts.slowClient.kernel;
  if (accepted === false) return words.queued;
  if (waitsFor === "bytes") return words.bytes;
  if (waitsFor === "room to send") return words.room(whole(unsentBytes / 1024));
  return unsentBytes > 0 ? words.unsent(whole(unsentBytes / 1024)) : words.nobody;
}
