// Who serves how many times as much as whom, in words and with the spread: figures alone would be taken for exact.

import type { LoadResult, Result } from "../result.js";
import { type Ratio, ratioWithRange } from "../statistics.js";
import type { Texts } from "../texts/texts.js";
import { factor, label, list } from "../words.js";

/** Up to so many connections, the most are compared; and the most of all. One connection alone says little about serving several. */
const FEW = 10;

/** A sentence for each of two loads, kept and fresh: every server beside the first one. */
export function loadComparisons({ servers }: Result, texts: Texts): string[] {
  const [base, ...others] = servers.filter(({ load = [] }) => load.length > 0);
  if (base === undefined || others.length === 0) return [];
  return compared(base.load!).flatMap((level) => {
    const said = others.flatMap(({ name, load = [] }) => {
      const ratio = ratioAt(level, load);
      return ratio === null ? [] : [texts.load.times(label(name), factor(ratio, texts))];
    });
    if (said.length === 0) return [];
    const few = level.starved > 0 ? texts.load.servesOnly(String(level.served)) : "";
    const where = (level.kept ? texts.load.atKept : texts.load.atFresh)(String(level.connections));
    return [texts.load.compared(where, label(base.name), few, list(said, texts))];
  });
}

function compared(load: readonly LoadResult[]): LoadResult[] {
  return [true, false].flatMap((kept) => {
    const several = load.filter((level) => level.kept === kept && level.connections > 1);
    const most = Math.max(...several.map(({ connections }) => connections));
    const few = Math.max(...several.map(({ connections }) => connections).filter((count) => count <= FEW));
    return several.filter(({ connections }) => connections === most || connections === few);
  });
}

/** Null: the other one was not measured as often at this load, or one of them served nobody. */
function ratioAt({ connections, kept, eachRound }: LoadResult, load: readonly LoadResult[]): Ratio | null {
  const theirs = load.find((level) => level.connections === connections && level.kept === kept)?.eachRound;
  const rates = [theirs ?? [], eachRound].map((rounds) => rounds.map((round) => round.requestsPerSecond));
  const comparable = rates[0]!.length === rates[1]!.length && rates.flat().every((rate) => rate > 0);
  return comparable ? ratioWithRange(rates[0]!, rates[1]!) : null;
}
