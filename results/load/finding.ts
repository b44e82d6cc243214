// The scenario load, as every output format shows it.

import type { LoadResult, ServerResult } from "../result.js";
import type { ResultView } from "../result-view.js";
import type { Texts } from "../texts/texts.js";
import { duration, label, list, whole } from "../words.js";
import { loadCharts } from "./charts.js";
import { loadComparisons } from "./comparisons.js";
import { accountTable, loadTable } from "./rows.js";

export const load: ResultView = {
  in: ({ servers }) => servers.some(({ load = [] }) => load.length > 0),

  /** How many of the most connections each server served; of those that were kept, where any were. */
  answer({ servers }, texts) {
    const loaded = servers.filter(({ load = [] }) => load.length > 0);
    const levels = loaded.flatMap(({ load = [] }) => load);
    const kept = levels.some((level) => level.kept);
    const most = Math.max(...levels.map(({ connections }) => connections));
    const at = (load: LoadResult[]) =>
      load.find((level) => level.connections === most && level.kept === kept)?.served;
    return (kept ? texts.load.answer : texts.load.answerFresh)(
      String(most),
      list(
        loaded.map(({ name, load = [] }) => `${label(name)} ${at(load) ?? "-"}`),
        texts,
      ),
    );
  },

  tables: (result, texts) => [loadTable(result, texts), accountTable(result, texts)],
  sentences,
  comparisons: loadComparisons,
  charts: loadCharts,
  chartWords: ({ load }) => ({ title: load.picturesTitle, under: load.under }),
  measurements: ({ servers }) =>
    servers.flatMap(({ name: server, load = [] }) =>
      load.flatMap(({ connections, kept, driver, eachRound }) =>
        eachRound.map((round, at) => ({ server, connections, kept, driver, round: at + 1, ...round })),
      ),
    ),
  decided: ({ load }) => load.decided,
};

/** Below this, not all had about the same share: Jain's index is 0.9 where one of ten had none. */
const EVEN = 0.9;

/** What becomes of the most connections that stay, and of the most clients that come anew. */
function sentences({ load = [] }: ServerResult, texts: Texts): string[] {
  return [true, false].flatMap((kept) => {
    const levels = load.filter((level) => level.kept === kept);
    const most = levels.toSorted((a, b) => b.connections - a.connections)[0];
    return most === undefined ? [] : served(most, texts);
  });
}

function served(level: LoadResult, texts: Texts): string[] {
  const { connections, kept, served, starved, requestsPerSecond, latencyUs } = level;
  const words = texts.load[kept ? "manyKept" : "manyFresh"];
  const [count, rate] = [String(connections), whole(requestsPerSecond)];
  if (starved > 0) return [words.some(String(served), count, rate, String(starved))];
  const within = latencyUs === null ? "-" : duration(latencyUs.p99 / 1000, texts);
  const said = connections === 1 ? words.one(rate, within) : words.all(count, rate, within);
  const uneven = level.fairness !== null && level.fairness < EVEN;
  return uneven ? [said, texts.load.uneven(String(level.mostServed), String(level.leastServed))] : [said];
}
