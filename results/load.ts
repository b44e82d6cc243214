// What the scenario load measured, as rows of words and as a sentence.

import type { LoadResult, Result } from "./result.js";
import type { Rows } from "./rows.js";
import type { Texts } from "./texts/texts.js";
import { label, list } from "./words.js";

/** One row for each server at each load. No rows where nothing was loaded. */
export function loadRows(result: Result, texts: Texts): Rows {
  const { heads } = texts.load;
  return {
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
    rows: result.servers.flatMap(({ name, load = [] }) =>
      load.map((level, index) => [
        index === 0 ? label(name) : "",
        (level.kept ? texts.load.kept : texts.load.fresh)(String(level.connections)),
        whole(level.requestsPerSecond),
        `${whole(level.requestsPerSecondLow)}-${whole(level.requestsPerSecondHigh)}`,
        micros(level.latencyUs?.p50),
        micros(level.latencyUs?.p99),
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

/** How many of the most connections that were kept each server served; null: this is another scenario. */
export function loadAnswer({ servers }: Result, texts: Texts): string | null {
  const loaded = servers.filter(({ load }) => load?.some(({ kept }) => kept));
  if (loaded.length === 0) return null;
  const most = Math.max(...loaded.flatMap(({ load = [] }) => load.map(({ connections }) => connections)));
  const at = (load: LoadResult[]) => load.find(({ connections, kept }) => kept && connections === most);
  return texts.load.answer(
    String(most),
    list(
      loaded.map(({ name, load = [] }) => `${label(name)}: ${at(load)?.served ?? "-"}`),
      texts,
    ),
  );
}

const whole = (value: number): string => String(Math.round(value));
const micros = (value: number | undefined): string => (value === undefined ? "-" : String(value));
