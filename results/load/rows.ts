// What the scenario load measured, as rows of words: how much and how fast, then what became of everything that was sent.

import type { LoadResult, Result } from "../result.js";
import type { Table } from "../result-view.js";
import type { Texts } from "../texts/texts.js";
import { figure, label, rate, whole } from "../words.js";

const SERVED = 8;

/** One row for each server at each load. */
export function loadTable(result: Result, texts: Texts): Table {
  const { heads } = texts.load;
  const levels = levelsOf(result);
  return {
    title: texts.load.title,
    headers: 2,
    head: [
      texts.heads.server,
      heads.connections,
      heads.rate,
      heads.range,
      heads.p50,
      heads.p90,
      heads.p99,
      heads.max,
      heads.served,
      heads.cpu,
    ],
    figures: [2, 3, 4, 5, 6, 7, 8, 9],
    alarm: (row, column) => column === SERVED && levels[row]!.level.starved > 0,
    rows: levels.map(({ name, level }) => [
      name,
      size(level, texts),
      rate(level.requestsPerSecond, texts),
      range(level, texts),
      ...(["p50", "p90", "p99", "max"] as const).map((point) => latency(level.latencyUs?.[point], texts)),
      served(level),
      `${percent(level.generatorCpuMs, level)} / ${percent(level.serverCpuMs, level)}`,
    ]),
  };
}

/** One row for each server at each load: sent = completed + lost + timed out + not 2xx + wrong + in flight. */
export function accountTable(result: Result, texts: Texts): Table {
  const { heads } = texts.load;
  const levels = levelsOf(result);
  return {
    title: texts.load.account,
    headers: 2,
    detail: true,
    head: [
      texts.heads.server,
      heads.connections,
      heads.sent,
      heads.completed,
      heads.lost,
      heads.timedOut,
      heads.not2xx,
      heads.wrong,
      heads.inFlight,
      heads.least,
      heads.most,
      heads.fairness,
    ],
    figures: [2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
    rows: levels.map(({ name, level }) => [
      name,
      size(level, texts),
      ...[level.sent, level.completed].map(String),
      ...[level.failures.lost, level.failures.timedOut].map(String),
      ...[level.failures.not2xx, level.failures.wrong].map(String),
      ...[level.inFlight, level.leastServed, level.mostServed].map(String),
      level.fairness === null ? "-" : level.fairness.toFixed(2).replace(".", texts.decimal),
    ]),
  };
}

/** Every load with its server's name, where that changes. */
function levelsOf({ servers }: Result): { name: string; level: LoadResult }[] {
  return servers.flatMap(({ name, load = [] }) =>
    load.map((level, at) => ({ name: at === 0 ? label(name) : "", level })),
  );
}

/** A star: not autocannon, but our own client, because it had to be. */
function size({ connections, kept, driver }: LoadResult, texts: Texts): string {
  const words = (kept ? texts.load.kept : texts.load.fresh)(String(connections));
  return kept && driver === "own" ? `${words} *` : words;
}

const range = (
  { rounds, requestsPerSecondLow: low, requestsPerSecondHigh: high }: LoadResult,
  texts: Texts,
): string => (rounds > 1 ? `${rate(low, texts)}-${rate(high, texts)}` : "-");

/** A starved connection is an alarm: the throughput alone would not show it. */
const served = ({ served, connections, starved }: LoadResult): string =>
  `${served}/${connections}${starved > 0 ? " !" : ""}`;

const latency = (us: number | undefined, texts: Texts): string =>
  us === undefined ? "-" : figure(us / 1000, texts);

/** Of one processor's time. */
const percent = (ms: number | null, { elapsedMs }: LoadResult): string =>
  ms === null ? "?" : whole((100 * ms) / elapsedMs);
