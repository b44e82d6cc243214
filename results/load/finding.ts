// The scenario load, as every output format shows it.

import type { Finding } from "../finding.js";
import type { LoadResult } from "../result.js";
import { label, list } from "../words.js";
import { loadCharts } from "./charts.js";
import { loadComparisons } from "./comparisons.js";
import { accountTable, loadTable } from "./rows.js";

export const load: Finding = {
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
  comparisons: loadComparisons,
  charts: loadCharts,
  chartWords: ({ load }) => ({ title: load.picturesTitle, under: load.hidden }),
  measurements: ({ servers }) =>
    servers.flatMap(({ name: server, load = [] }) =>
      load.flatMap(({ connections, kept, driver, eachRound }) =>
        eachRound.map((round, at) => ({ server, connections, kept, driver, round: at + 1, ...round })),
      ),
    ),
  decided: ({ load }) => load.decided,
};
