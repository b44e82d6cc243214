// What the scenario load measured, as rows of words and as a sentence.

import type { LoadResult, Result } from "./result.js";
import type { Rows } from "./rows.js";
import type { Texts } from "./texts/texts.js";
import { figure, label, list } from "./words.js";

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

/** One picture: what it shows, and a line for each server. */
export interface LoadPicture {
  title: string;
  said: string;
  y: string;
  curves: { name: string; points: { x: number; y: number; low?: number; high?: number }[] }[];
}

/** Throughput and waiting over the number of connections, for those that are kept and those that are not. */
export function loadPictures({ servers }: Result, texts: Texts): LoadPicture[] {
  const { pictures, heads } = texts.load;
  return ([true, false] as const).flatMap((kept) => {
    const loaded = servers.map(({ name, load = [] }) => ({
      name: label(name, 14),
      levels: load.filter((level) => level.kept === kept && level.latencyUs !== null),
    }));
    const drawn = loaded.filter(({ levels }) => levels.length > 0);
    if (drawn.length === 0) return [];
    const rates = drawn.map(({ name, levels }) => ({
      name,
      points: levels.map((level) => ({
        x: level.connections,
        y: level.requestsPerSecond,
        low: level.requestsPerSecondLow,
        high: level.requestsPerSecondHigh,
      })),
    }));
    const waits = drawn.map(({ name, levels }) => ({
      name,
      points: levels.map(({ connections, latencyUs }) => ({ x: connections, y: latencyUs!.p99 / 1000 })),
    }));
    const said = (title: string, curves: typeof waits) =>
      `${title} ${curves.map(({ name, points }) => `${name}: ${points.map(({ x, y }) => `${x}: ${figure(y, texts)}`).join(", ")}.`).join(" ")}`;
    const [rate, wait] = [pictures.rate(kept), pictures.wait(kept)];
    return [
      { title: rate, said: said(rate, rates), y: heads.rate, curves: rates },
      { title: wait, said: said(wait, waits), y: heads.p99, curves: waits },
    ];
  });
}

const whole = (value: number): string => String(Math.round(value));
const latency = (us: number | undefined, texts: Texts): string =>
  us === undefined ? "-" : figure(us / 1000, texts);
