// What the scenario open-load measured, as charts.

import { type Chart, chart, type Point } from "../chart.js";
import type { OpenLoadResult, Result } from "../result.js";
import type { Texts } from "../texts/texts.js";
import { label } from "../words.js";

export function openLoadCharts({ servers }: Result, texts: Texts): Chart[] {
  const { pictures, heads } = texts.openLoad;
  const curves = (pointOf: (one: OpenLoadResult) => Point | null) =>
    servers.map(({ name, openLoad = [] }) => ({
      name: label(name, 14),
      points: openLoad.flatMap((one) => pointOf(one) ?? []),
    }));
  const percents = { label: heads.percent, scale: "even" as const };
  const ms = { label: "ms", scale: "log" as const };
  const below = Math.max(
    ...servers.flatMap(({ openLoad = [] }) =>
      openLoad.map(({ percent }) => percent).filter((each) => each < 100),
    ),
  );
  const all = [
    chart(texts, {
      title: pictures.fromPlan,
      x: percents,
      y: ms,
      curves: curves(({ percent, fromPlanUs }) => fromPlanUs && { x: percent, y: fromPlanUs.p99 / 1000 }),
    }),
    chart(texts, {
      title: pictures.fromSend,
      x: percents,
      y: ms,
      curves: curves(({ percent, fromSendUs }) => fromSendUs && { x: percent, y: fromSendUs.p99 / 1000 }),
    }),
    chart(texts, {
      title: pictures.model,
      diagonal: pictures.same,
      x: { label: heads.model, scale: "log" },
      y: { label: heads.mean, scale: "log" },
      curves: curves(({ fromPlanUs, predicted }) =>
        fromPlanUs === null || predicted.meanUs === null
          ? null
          : { x: predicted.meanUs / 1000, y: fromPlanUs.mean / 1000 },
      ),
    }),
    chart(texts, {
      title: pictures.distribution(String(below)),
      x: { label: texts.load.percentile, scale: "tail" },
      y: ms,
      curves: servers.map(({ name, openLoad = [] }) => ({
        name: label(name, 14),
        points: (openLoad.find(({ percent }) => percent === below)?.distribution ?? []).map(
          ({ percentile, us }) => ({ x: percentile, y: us / 1000 }),
        ),
      })),
    }),
  ];
  return all.filter((one) => one.curves.length > 0);
}
