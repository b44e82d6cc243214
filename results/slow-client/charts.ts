// What the scenario slow-client measured, as charts: a line that falls to nothing is a server that one slow client stops.

import { type Chart, chart } from "../chart.js";
import type { LoadResult, Result, Slowness } from "../result.js";
import type { Texts } from "../texts/texts.js";
import { label } from "../words.js";

const WAYS: readonly Slowness[] = ["none", "sends", "reads"];

export function slowCharts({ servers }: Result, texts: Texts): Chart[] {
  const { pictures, ways, heads } = texts.slowClient;
  const x = { label: "", scale: "names" as const, names: WAYS.map((way) => ways[way]) };
  const curves = (pointOf: (load: LoadResult) => { y: number; low?: number; high?: number } | null) =>
    servers.map(({ name, slowClient = [] }) => ({
      name: label(name, 14),
      points: slowClient.flatMap(({ slow, load }) => {
        const point = load && pointOf(load);
        return point === null ? [] : [{ x: WAYS.indexOf(slow), ...point }];
      }),
    }));
  return [
    chart(texts, {
      title: pictures.rate,
      x,
      y: { label: heads.rate, scale: "log" },
      curves: curves(({ requestsPerSecond, requestsPerSecondLow, requestsPerSecondHigh }) => ({
        y: requestsPerSecond,
        low: requestsPerSecondLow,
        high: requestsPerSecondHigh,
      })),
    }),
    chart(texts, {
      title: pictures.wait,
      x,
      y: { label: "ms", scale: "log" },
      curves: curves(({ latencyUs }) => latencyUs && { y: latencyUs.p99 / 1000 }),
    }),
  ];
}
