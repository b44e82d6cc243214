// The scenario slow-client, as every output format shows it.

import type { Result, ServerResult } from "../result.js";
import type { ResultView } from "../result-view.js";
import type { Texts } from "../texts/texts.js";
import { factor, label, list, time } from "../words.js";
import { slowCharts } from "./charts.js";
import { ratioTo, slowTable } from "./rows.js";

export const slowClient: ResultView = {
  in: ({ servers }) => servers.some(({ slowClient = [] }) => slowClient.length > 0),
  answer,
  tables: (result, texts) => [slowTable(result, texts)],
  sentences,
  charts: slowCharts,
  chartWords: ({ slowClient }) => ({ title: slowClient.picturesTitle, under: slowClient.under }),
  measurements: ({ servers }) =>
    servers.flatMap(({ name: server, slowClient = [] }) =>
      slowClient.flatMap(({ slow, load }) =>
        (load?.eachRound ?? []).map((round, at) => ({ server, slow, round: at + 1, ...round })),
      ),
    ),
  decided: ({ slowClient }) => slowClient.decided,
};

/** Which servers a slow client stops, and which go on; null: neither could be told. */
function answer({ servers }: Result, texts: Texts): string | null {
  const names = (verdict: ServerResult["verdict"]) =>
    list(
      servers.filter((server) => server.verdict === verdict).map(({ name }) => label(name)),
      texts,
    );
  const [stopped, going] = [names("blocks"), names("concurrent")];
  if (stopped === "") return going === "" ? null : texts.slowClient.noneStopped(going);
  return going === "" ? texts.slowClient.stopped(stopped) : texts.slowClient.some(stopped, going);
}

/** What each way to be slow does to the others: nobody is served, or so many times as many as without. */
function sentences({ slowClient = [] }: ServerResult, texts: Texts): string[] {
  const words = texts.slowClient;
  return slowClient.flatMap((one) => {
    const { slow, load } = one;
    if (slow === "none") return [];
    if (load === null) return one.why ? [words.notTried(words.while[slow], words.why[one.why])] : [];
    if (load.served === 0) return [words.nobody(words.while[slow])];
    const ratio = ratioTo(slowClient, one);
    const wait = load.latencyUs === null ? "-" : time(load.latencyUs.p99 / 1000, texts);
    if (ratio === null) return [];
    const same = ratio.low < 1 && ratio.high > 1;
    return [(same ? words.same : words.others)(words.while[slow], factor(ratio, texts), wait)];
  });
}
