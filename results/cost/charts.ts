// What the scenario cost measured, as charts over the number of connections that are held.

import { type Chart, chart, type Point } from "../chart.js";
import type { CostResult, Result } from "../result.js";
import type { Texts } from "../texts/texts.js";
import { label } from "../words.js";

export function costCharts({ servers }: Result, texts: Texts): Chart[] {
  const { pictures, heads } = texts.cost;
  const draw = (title: string, y: string, pointOf: (cost: CostResult) => Omit<Point, "x"> | null): Chart =>
    chart(texts, {
      title,
      x: { label: heads.held, scale: "log" },
      y: { label: y, scale: "log" },
      curves: servers.map(({ name, cost = [] }) => ({
        name: label(name, 14),
        points: cost.flatMap((one) => {
          const point = pointOf(one);
          return point === null ? [] : [{ x: one.held, ...point }];
        }),
      })),
    });
  const all = [
    draw(pictures.memory, "MiB", ({ memory }) => memory && { y: memory.bytes / 2 ** 20 }),
    draw(pictures.threads, heads.threads, ({ threads }) => (threads === null ? null : { y: threads })),
    draw(
      pictures.firstByte,
      "ms",
      ({ firstByteMs }) => firstByteMs && { y: firstByteMs.median, ...range(firstByteMs) },
    ),
  ];
  return all.filter(({ curves }) => curves.length > 0);
}

const range = ({ low, high }: { low: number; high: number }) => ({ low, high });
