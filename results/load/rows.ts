// What the scenario load measured, as rows of words.

import type { Table } from "../finding.js";
import type { LoadResult, Result } from "../result.js";
import type { Texts } from "../texts/texts.js";
import { figure, label } from "../words.js";

const SERVED = 6;

/** One row for each server at each load. No rows where nothing was loaded. */
export function loadTable(result: Result, texts: Texts): Table {
  const { heads } = texts.load;
  const levels = result.servers.flatMap(({ load = [] }) => load);
  return {
    title: texts.load.title,
    headers: 2,
    head: [
      texts.heads.server,
      heads.connections,
      heads.rate,
      heads.range,
      heads.p50,
      heads.p99,
      heads.served,
      heads.fairness,
    ],
    figures: [2, 3, 4, 5, 6, 7],
    alarm: (row, column) => column === SERVED && levels[row]!.starved > 0,
    rows: result.servers.flatMap(({ name, load = [] }) =>
      load.map((level, index) => [
        index === 0 ? label(name) : "",
        (level.kept ? texts.load.kept : texts.load.fresh)(String(level.connections)),
        whole(level.requestsPerSecond),
        `${whole(level.requestsPerSecondLow)}-${whole(level.requestsPerSecondHigh)}`,
        latency(level.latencyUs?.p50, texts),
        latency(level.latencyUs?.p99, texts),
        served(level, texts),
        level.fairness === null ? "-" : level.fairness.toFixed(2).replace(".", texts.decimal),
      ]),
    ),
  };
}

/** A starved connection is an alarm: the throughput alone would not show it. */
function served({ served, connections, starved }: LoadResult, texts: Texts): string {
  const count = texts.of(String(served), String(connections));
  return starved > 0 ? `${count} !` : count;
}

const whole = (value: number): string => String(Math.round(value));
const latency = (us: number | undefined, texts: Texts): string =>
  us === undefined ? "-" : figure(us / 1000, texts);
