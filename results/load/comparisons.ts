// Who serves how many times as much as whom, in words and with the spread: figures alone would be taken for exact.

import type { LoadResult, Result } from "../result.js";
import { type Ratio, ratioWithRange } from "../statistics.js";
import type { Texts } from "../texts/texts.js";
import { factor, label, list } from "../words.js";
import { generatorBusy } from "./busy.js";

/** Up to so many connections, the most are compared; and the most of all. One connection alone says little about serving several. */
const FEW = 10;

/** A sentence for each of two loads, kept and fresh: every server beside the first one. */
export function loadComparisons({ servers }: Result, texts: Texts): string[] {
  const [base, ...others] = servers.filter(({ load = [] }) => load.length > 0);
  if (base === undefined || others.length === 0) return [];
  return compared(base.load!).flatMap((level) => {
    const compared = others.flatMap(({ name, load = [] }) => {
      const other = load.find((one) => one.connections === level.connections && one.kept === level.kept);
      const ratio = other === undefined ? null : ratioOf(other, level);
      return ratio === null ? [] : [{ name, ratio, other: other! }];
    });
    if (compared.length === 0) return [];
    const said = compared.map(({ name, ratio, other }) =>
      texts.load.times(named(name, other, texts), factor(ratio, texts)),
    );
    const where = (level.kept ? texts.load.atKept : texts.load.atFresh)(String(level.connections));
    const sentence = texts.load.compared(where, named(base.name, level, texts), list(said, texts));
    const client = [level, ...compared.map(({ other }) => other)].some(generatorBusy);
    return [client ? `${sentence} ${texts.load.clientBusy}` : sentence];
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

/** A server that starves some is as fast as it is because it serves so few. */
const named = (name: string, { served, starved }: LoadResult, texts: Texts): string =>
  starved > 0 ? texts.load.onlySome(label(name), String(served)) : label(name);

/** Null: they were not measured equally often, or one of them served nobody. */
function ratioOf(ours: LoadResult, theirs: LoadResult): Ratio | null {
  const rates = [ours, theirs].map(({ eachRound }) => eachRound.map((round) => round.requestsPerSecond));
  const comparable = rates[0]!.length === rates[1]!.length && rates.flat().every((rate) => rate > 0);
  return comparable ? ratioWithRange(rates[0]!, rates[1]!) : null;
}
