// What the scenario crowd measured, as charts: the last one's wait, and the stairs of a small crowd.

import { type Chart, type Curve, chart } from "../chart.js";
import type { CrowdResult, Result } from "../result.js";
import type { Texts } from "../texts/texts.js";
import { label, whole } from "../words.js";
import { title } from "./rows.js";

/** The crowd whose clients are drawn one by one: large enough for several steps of a pool, small enough to see each. */
const STAIRS = 20;

export function crowdCharts({ servers }: Result, texts: Texts): Chart[] {
  const { heads, stairs, client } = texts.crowd;
  const crowds = servers.map(({ name, crowd = [] }) => ({ name: label(name, 14), crowd }));
  const stays = [...new Set(crowds.flatMap(({ crowd }) => crowd.map(({ stayMs }) => stayMs)))];
  const curves = (stayMs: number): Curve[] =>
    crowds.map(({ name, crowd }) => ({
      name,
      points: crowd.filter((one) => one.stayMs === stayMs && one.waitMs !== null).map(point),
    }));
  const charts = stays
    .filter((stayMs) => curves(stayMs).some(({ points }) => points.length > 0))
    .toSorted((a, b) => b - a)
    .map((stayMs) =>
      chart(texts, {
        title: `${title(stayMs, texts)}.`,
        x: { label: heads.clients, scale: "log" },
        y: { label: "ms", scale: "log" },
        curves: curves(stayMs),
      }),
    );
  const stayMs = Math.max(...stays);
  const small = crowds.flatMap(({ crowd }) =>
    crowd.filter((one) => one.stayMs === stayMs && one.waitsMs?.length && one.clients <= STAIRS),
  );
  const size = Math.max(...small.map(({ clients }) => clients));
  if (stayMs === 0 || size < 2) return charts;
  const steps = chart(texts, {
    title: stairs(String(size), whole(stayMs)),
    x: { label: client, scale: "even" },
    y: { label: "ms", scale: "even" },
    steps: true,
    curves: crowds.map(({ name, crowd }) => ({
      name,
      points: (crowd.find((one) => one.stayMs === stayMs && one.clients === size)?.waitsMs ?? []).map(
        (y, at) => ({ x: at + 1, y }),
      ),
    })),
  });
  return [...charts, steps];
}

function point({ clients, waitMs, waiting, limitMs, lastMsLow, lastMsHigh, rounds }: CrowdResult) {
  if (waiting > 0) return { x: clients, y: limitMs, more: true };
  const range = rounds > 1 ? { low: lastMsLow!, high: lastMsHigh! } : {};
  return { x: clients, y: waitMs!.last, ...range };
}
