// What the scenario load measured, as charts.

import { type Chart, type Curve, chart } from "../chart.js";
import type { LoadResult, Result } from "../result.js";
import type { Texts } from "../texts/texts.js";
import { label } from "../words.js";

/** The distribution of latencies is drawn at the most connections up to so many. */
const FEW = 10;

/** Throughput and waiting over the number of connections, and the latencies at one of them; for kept ones and for fresh ones. */
export function loadCharts({ servers }: Result, texts: Texts): Chart[] {
  const { pictures, heads } = texts.load;
  const connections = { label: texts.load.connections, scale: "log" } as const;
  return [true, false].flatMap((kept) => {
    const drawn = servers.flatMap(({ name, load = [] }) => {
      const levels = load.filter((level) => level.kept === kept && level.latencyUs !== null);
      return levels.length > 0 ? [{ name: label(name, 14), levels }] : [];
    });
    if (drawn.length === 0) return [];
    const curves = (pointOf: (level: LoadResult) => Curve["points"][number]): Curve[] =>
      drawn.map(({ name, levels }) => ({ name, points: levels.map(pointOf) }));
    const how = kept ? texts.load.keptWords : texts.load.freshWords;
    const sizes = drawn.flatMap(({ levels }) => levels.map((level) => level.connections));
    const size = Math.max(...sizes.filter((count) => count <= FEW), Math.min(...sizes));
    return [
      chart(texts, {
        title: pictures.rate(how),
        x: connections,
        y: { label: heads.rate, scale: "log" },
        curves: curves((level) => ({
          x: level.connections,
          y: level.requestsPerSecond,
          low: level.requestsPerSecondLow,
          high: level.requestsPerSecondHigh,
          alarm: level.starved > 0,
        })),
      }),
      chart(texts, {
        title: pictures.wait(how),
        x: connections,
        y: { label: "ms", scale: "log" },
        curves: curves((level) => ({
          x: level.connections,
          y: level.latencyUs!.p99 / 1000,
          alarm: level.starved > 0,
        })),
      }),
      chart(texts, {
        title: pictures.distribution(String(size), how),
        x: { label: texts.load.percentile, scale: "tail" },
        y: { label: "ms", scale: "log" },
        curves: drawn.map(({ name, levels }) => ({
          name,
          points: (levels.find((level) => level.connections === size)?.distribution ?? []).map(
            ({ percentile, us }) => ({ x: percentile, y: us / 1000 }),
          ),
        })),
      }),
    ];
  });
}
