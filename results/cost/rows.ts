// What the scenario cost measured, as rows of words: the server as a whole, and what falls to each held connection.

import type { CostResult, Result } from "../result.js";
import type { Table } from "../result-view.js";
import type { Texts } from "../texts/texts.js";
import { figure, label, whole } from "../words.js";

/** Fewer connections than this say nothing of one: the memory of any program comes and goes by as much. */
const ENOUGH = 10;

/** What a held connection costs, at the most that were held; null: this system can't say, or too few could be held. */
export interface Share {
  held: number;
  bytes: number | null;
  threads: number | null;
  processes: number | null;
  contextSwitches: number | null;
}

export function shareOf(costs: readonly CostResult[]): Share | null {
  const [first, last] = [costs[0], costs.at(-1)];
  if (first === undefined || last === undefined || last.held < ENOUGH) return null;
  // A garbage collector may give back more than a few connections take: they cost too little to be told.
  const each = (before: number | null | undefined, after: number | null | undefined) =>
    before == null || after == null ? null : Math.max(0, after - before) / last.held;
  return {
    held: last.held,
    bytes: each(first.memory?.bytes, last.memory?.bytes),
    threads: each(first.threads, last.threads),
    processes: each(first.processes, last.processes),
    contextSwitches: each(first.contextSwitches, last.contextSwitches),
  };
}

/** One row for each number of connections at each server. */
export function costTable({ servers }: Result, texts: Texts): Table {
  const { heads } = texts.cost;
  const all = servers.flatMap(({ name, cost = [] }) =>
    cost.map((one, at) => ({ name: at === 0 ? label(name) : "", one })),
  );
  return {
    title: texts.cost.title,
    headers: 2,
    head: [
      texts.heads.server,
      heads.connections,
      heads.held,
      heads.threads,
      heads.processes,
      heads.memory,
      heads.switches,
      heads.firstByte,
      heads.range,
    ],
    figures: [1, 2, 3, 4, 5, 6, 7, 8],
    alarm: (row, column) => column === 2 && all[row]!.one.held < all[row]!.one.connections,
    rows: all.map(({ name, one }) => [
      name,
      String(one.connections),
      `${one.held}${one.held < one.connections ? " !" : ""}`,
      known(one.threads),
      known(one.processes),
      one.memory === null ? "?" : mebibytes(one.memory.bytes, texts),
      known(one.contextSwitches),
      one.firstByteMs === null ? texts.cost.waits : figure(one.firstByteMs.median, texts),
      one.firstByteMs === null
        ? "-"
        : `${figure(one.firstByteMs.low, texts)}-${figure(one.firstByteMs.high, texts)}`,
    ]),
  };
}

/** One row for each server that holds enough connections to tell. */
export function shareTable({ servers }: Result, texts: Texts): Table {
  const { heads } = texts.cost;
  return {
    title: texts.cost.shareTitle,
    head: [texts.heads.server, heads.held, heads.kibibytes, heads.threads, heads.processes, heads.switches],
    figures: [1, 2, 3, 4, 5],
    rows: servers.flatMap(({ name, cost = [] }) => {
      const share = shareOf(cost);
      if (share === null) return [];
      const { held, bytes, threads, processes, contextSwitches } = share;
      return [
        [
          label(name),
          String(held),
          bytes === null ? "?" : kibibytes(bytes),
          ...[threads, processes, contextSwitches].map((each) => (each === null ? "?" : about(each, texts))),
        ],
      ];
    }),
  };
}

/** A number of things, of which one in ten may be told, but not one in a hundred. */
export const about = (count: number, texts: Texts): string =>
  String(Number(count.toFixed(count < 10 ? 1 : 0))).replace(".", texts.decimal);

const mebibytes = (bytes: number, texts: Texts): string =>
  (bytes / 2 ** 20).toFixed(bytes < 100 * 2 ** 20 ? 1 : 0).replace(".", texts.decimal);
const kibibytes = (bytes: number): string => whole(bytes / 1024);
const known = (value: number | null): string => (value === null ? "?" : String(value));

/** 11.2 MiB, 13 KiB: as people say it. */
export function size(bytes: number, texts: Texts): string {
  return Math.abs(bytes) < 2 ** 20 ? `${kibibytes(bytes)} KiB` : `${mebibytes(bytes, texts)} MiB`;
}
