// The scenario cost, as every output format shows it.

import type { Result, ServerResult } from "../result.js";
import type { ResultView } from "../result-view.js";
import type { Texts } from "../texts/texts.js";
import { label, list, time } from "../words.js";
import { costCharts } from "./charts.js";
import { about, costTable, type Share, shareOf, shareTable, size } from "./rows.js";

export const cost: ResultView = {
  in: ({ servers }) => servers.some(({ cost = [] }) => cost.length > 0),
  answer,
  tables: (result, texts) =>
    [costTable(result, texts), shareTable(result, texts)].filter(({ rows }) => rows.length > 0),
  sentences,
  charts: costCharts,
  chartWords: ({ cost }) => ({ title: cost.picturesTitle, under: cost.under }),
  measurements: ({ servers }) =>
    servers.flatMap(({ name: server, cost = [] }) => cost.map((one) => ({ server, ...one }))),
  decided: ({ cost }) => cost.decided,
};

/** How many connections each holds, and what one of them costs in memory. */
function answer({ servers }: Result, texts: Texts): string {
  const each = servers.flatMap(({ name, cost = [] }) => {
    const last = cost.at(-1);
    if (last === undefined) return [];
    const bytes = shareOf(cost)?.bytes;
    const held = last.held < last.connections ? String(last.held) : texts.cost.all(String(last.held));
    return [
      bytes == null || bytes === 0
        ? texts.cost.holds(label(name), held)
        : texts.cost.holdsAt(label(name), held, size(bytes, texts)),
    ];
  });
  return texts.cost.answer(list(each, texts));
}

/** Where its limit is, what each connection costs, and whether the next client notices. */
function sentences({ cost = [] }: ServerResult, texts: Texts): string[] {
  const last = cost.at(-1);
  if (last === undefined) return [];
  const said: string[] = [];
  if (last.held < last.connections) said.push(texts.cost.limit(String(last.held), String(last.connections)));
  const share = shareOf(cost);
  said.push(share === null ? texts.cost.tooFew(String(last.held)) : each(share, texts));
  const served = cost.flatMap(({ held, firstByteMs }) => (firstByteMs ? [{ held, ...firstByteMs }] : []));
  const [alone, most] = [served[0], served.at(-1)];
  if (alone !== undefined && most !== undefined && most !== alone) {
    const words = most.median <= alone.high ? texts.cost.newClientSame : texts.cost.newClient;
    said.push(words(time(alone.median, texts), String(most.held), time(most.median, texts)));
  }
  return said;
}

/** What one connection costs; what it does not cost is left out. */
function each({ held, bytes, threads, processes, contextSwitches }: Share, texts: Texts): string {
  const { ofMemory, ofNoMemory, ofThreads, ofProcesses, ofSwitches } = texts.cost;
  const counts = [
    [threads, ofThreads],
    [processes, ofProcesses],
    [contextSwitches, ofSwitches],
  ] as const;
  const parts = [
    ...(bytes === null ? [] : [bytes === 0 ? ofNoMemory : ofMemory(size(bytes, texts))]),
    ...counts.flatMap(([count, words]) =>
      count === null || about(count, texts) === "0" ? [] : [words(about(count, texts))],
    ),
  ];
  return texts.cost.each(String(held), list(parts, texts));
}
