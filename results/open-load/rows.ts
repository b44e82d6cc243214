// What the scenario open-load measured, as rows of words: what was seen, what Little's law and the model say; then the account.

import type { OpenLoadResult, Result } from "../result.js";
import type { Table } from "../result-view.js";
import type { Texts } from "../texts/texts.js";
import { figure, label, rate, whole } from "../words.js";

const BACKLOG = 10;

/** One row for each rate at each server. */
export function openLoadTable(result: Result, texts: Texts): Table {
  const { heads } = texts.openLoad;
  const all = schedulesOf(result);
  return {
    title: texts.openLoad.title,
    headers: 2,
    head: [
      texts.heads.server,
      heads.percent,
      heads.planned,
      heads.answered,
      heads.mean,
      heads.range,
      heads.little,
      heads.model,
      heads.fromPlan,
      heads.fromSend,
      heads.backlog,
    ],
    figures: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    alarm: (row, column) => column === BACKLOG && all[row]!.one.saturated,
    rows: all.map(({ name, one }) => [
      name,
      `${one.percent} %`,
      rate(one.plannedPerSecond, texts),
      rate(one.answeredPerSecond, texts),
      latency(one.fromPlanUs?.mean, texts),
      spread(one, texts),
      ...[one.littleUs, one.predicted.meanUs].map((us) => latency(us, texts)),
      ...[one.fromPlanUs?.p99, one.fromSendUs?.p99].map((us) => latency(us, texts)),
      `${one.backlogAtEnd}${one.saturated ? " !" : ""}`,
    ]),
  };
}

/** One row for each rate at each server: what it could do before, and what became of all that was planned. */
export function scheduleTable(result: Result, texts: Texts): Table {
  const { heads, models } = texts.openLoad;
  return {
    title: texts.openLoad.account,
    headers: 2,
    detail: true,
    head: [
      texts.heads.server,
      heads.percent,
      heads.capacity,
      heads.lines,
      heads.service,
      heads.variation,
      heads.modelName,
      heads.inSystem,
      heads.plannedAll,
      heads.completed,
      heads.failed,
      heads.unfinished,
      heads.late,
      heads.cpu,
    ],
    figures: [1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12, 13],
    rows: schedulesOf(result).map(({ name, one }) => [
      name,
      `${one.percent} %`,
      rate(one.capacity.perSecond, texts),
      String(one.capacity.lines),
      whole(one.capacity.serviceUs),
      one.capacity.variation.toFixed(2).replace(".", texts.decimal),
      models[one.predicted.model],
      one.inSystem.toFixed(1).replace(".", texts.decimal),
      ...[one.planned, one.completed, one.failed, one.unfinished].map(String),
      latency(one.lateUs?.p99, texts),
      [one.generatorCpuMs, one.serverCpuMs].map((ms) => percent(ms, one)).join(" / "),
    ]),
  };
}

function schedulesOf({ servers }: Result): { name: string; one: OpenLoadResult }[] {
  return servers.flatMap(({ name, openLoad = [] }) =>
    openLoad.map((one, at) => ({ name: at === 0 ? label(name) : "", one })),
  );
}

const latency = (us: number | null | undefined, texts: Texts): string =>
  us === null || us === undefined ? "-" : figure(us / 1000, texts);

const spread = ({ rounds, meanUsRange: range }: OpenLoadResult, texts: Texts): string =>
  rounds > 1 && range !== null ? `${latency(range.low, texts)}-${latency(range.high, texts)}` : "-";

/** Of one processor's time. */
const percent = (ms: number | null, { tookMs }: OpenLoadResult): string =>
  ms === null ? "?" : whole((100 * ms) / tookMs);
