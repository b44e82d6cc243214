// What the scenario load measured, as charts.

import type { Chart } from "../chart.js";
import type { Result } from "../result.js";
import type { Texts } from "../texts/texts.js";
import { figure, label } from "../words.js";

/** Throughput and waiting over the number of connections, for those that are kept and those that are not. */
export function loadCharts({ servers }: Result, texts: Texts): Chart[] {
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
      { title: rate, said: said(rate, rates), x: heads.connections, y: heads.rate, curves: rates },
      { title: wait, said: said(wait, waits), x: heads.connections, y: heads.p99, curves: waits },
    ];
  });
}
