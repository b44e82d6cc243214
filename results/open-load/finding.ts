// The scenario open-load, as every output format shows it.

import type { OpenLoadResult, Result, ServerResult } from "../result.js";
import type { ResultView } from "../result-view.js";
import type { Texts } from "../texts/texts.js";
import { duration, label, list, whole } from "../words.js";
import { openLoadCharts } from "./charts.js";
import { openLoadTable, scheduleTable } from "./rows.js";

export const openLoad: ResultView = {
  in: ({ servers }) => servers.some(({ openLoad = [] }) => openLoad.length > 0),
  answer,
  tables: (result, texts) => [openLoadTable(result, texts), scheduleTable(result, texts)],
  sentences,
  charts: openLoadCharts,
  chartWords: ({ openLoad }) => ({ title: openLoad.picturesTitle, under: openLoad.under }),
  measurements: ({ servers }) =>
    servers.flatMap(({ name: server, openLoad = [] }) =>
      openLoad.flatMap(({ percent, eachRound }) =>
        eachRound.map((round, at) => ({ server, percent, round: at + 1, ...round })),
      ),
    ),
  decided: ({ openLoad }) => openLoad.decided,
};

const wait = (us: number | undefined, texts: Texts): string =>
  us === undefined ? "-" : duration(us / 1000, texts);

/** How long 99 of 100 take at the highest rate below each server's capacity. */
function answer({ servers }: Result, texts: Texts): string {
  const asked = servers.filter(({ openLoad = [] }) => openLoad.length > 0);
  const percents = asked.flatMap(({ openLoad = [] }) => openLoad.map(({ percent }) => percent));
  const below = percents.filter((percent) => percent < 100);
  const percent = below.length > 0 ? Math.max(...below) : Math.min(...percents);
  const each = asked.flatMap(({ name, openLoad = [] }) => {
    const one = openLoad.find((schedule) => schedule.percent === percent);
    return one === undefined ? [] : [texts.openLoad.at(wait(one.fromPlanUs?.p99, texts), label(name))];
  });
  return texts.openLoad.answer(String(percent), list(each, texts));
}

/** What it can do; how far it keeps up, and what the model said; where its queue grows, and what that looks like to who asks only after an answer. */
function sentences({ openLoad = [] }: ServerResult, texts: Texts): string[] {
  const [first] = openLoad;
  if (first === undefined) return [];
  const words = texts.openLoad;
  const { perSecond, serviceUs, lines } = first.capacity;
  const said = [words.can(whole(perSecond), String(lines), wait(serviceUs, texts))];
  const keeping = openLoad.findLast(({ saturated, percent }) => !saturated && percent < 100);
  if (keeping !== undefined) {
    const { percent, fromPlanUs, predicted } = keeping;
    const seen = wait(fromPlanUs?.mean, texts);
    said.push(
      predicted.meanUs === null
        ? words.keepsUp(String(percent), seen)
        : words.keepsUpAs(String(percent), seen, wait(predicted.meanUs, texts)),
    );
  }
  const grown = openLoad.findLast(({ saturated }) => saturated);
  if (grown !== undefined) said.push(...saturation(grown, texts));
  return said;
}

function saturation(one: OpenLoadResult, texts: Texts): string[] {
  const { percent, backlogAtEnd, elapsedMs, fromPlanUs, fromSendUs } = one;
  const words = texts.openLoad;
  const time = duration(elapsedMs, texts);
  const said = [words.saturated(String(percent), time, String(backlogAtEnd), wait(fromPlanUs?.max, texts))];
  if (fromPlanUs !== null && fromSendUs !== null && fromPlanUs.p99 > 2 * fromSendUs.p99) {
    said.push(words.omitted(wait(fromSendUs.p99, texts), wait(fromPlanUs.p99, texts)));
  }
  return said;
}
