// What the scenario crowd measured, as rows of words: how long the last one waits, then what became of all.

import type { CrowdResult, Result } from "../result.js";
import type { Table } from "../result-view.js";
import type { Texts } from "../texts/texts.js";
import { figure, label, whole } from "../words.js";

/** One row for each number of clients, a column for each server: for clients that stay, and for those that leave at once. */
export function waitTables({ servers }: Result, texts: Texts): Table[] {
  const crowds = servers.filter(({ crowd = [] }) => crowd.length > 0);
  const all = crowds.flatMap(({ crowd = [] }) => crowd);
  const stays = [...new Set(all.map(({ stayMs }) => stayMs))].toSorted((a, b) => b - a);
  return stays.map((stayMs) => {
    const sizes = [
      ...new Set(all.filter((crowd) => crowd.stayMs === stayMs).map(({ clients }) => clients)),
    ].toSorted((a, b) => a - b);
    const at = (row: number, column: number) =>
      crowds[column - 1]?.crowd?.find((crowd) => crowd.stayMs === stayMs && crowd.clients === sizes[row]);
    return {
      title: title(stayMs, texts),
      head: [texts.crowd.heads.clients, ...crowds.map(({ name }) => label(name, 14))],
      figures: [0, ...crowds.map((_, column) => column + 1)],
      alarm: (row, column) => troubled(at(row, column)),
      rows: sizes.map((clients, row) => [
        String(clients),
        ...crowds.map((_, column) => lastWait(at(row, column + 1), texts)),
      ]),
    };
  });
}

export const title = (stayMs: number, texts: Texts): string =>
  stayMs > 0 ? texts.crowd.stayTitle(whole(stayMs)) : texts.crowd.leaveTitle;

/** Did some never get an answer? */
const troubled = (crowd: CrowdResult | undefined): boolean =>
  crowd !== undefined && crowd.answered < crowd.clients;

/** A star: some were turned away and came again. An exclamation mark: some got no answer. */
function lastWait(crowd: CrowdResult | undefined, texts: Texts): string {
  if (crowd === undefined) return "-";
  const { waiting, limitMs, waitMs, turnedAway } = crowd;
  const wait =
    waiting > 0 ? texts.moreThan(figure(limitMs, texts)) : waitMs === null ? "-" : figure(waitMs.last, texts);
  return `${wait}${turnedAway > 0 ? " *" : ""}${troubled(crowd) ? " !" : ""}`;
}

/** One row for each crowd of each server. */
export function crowdTable({ servers }: Result, texts: Texts): Table {
  const { heads } = texts.crowd;
  return {
    title: texts.crowd.account,
    headers: 2,
    detail: true,
    head: [
      texts.heads.server,
      heads.clients,
      heads.stay,
      heads.first,
      heads.half,
      heads.ninety,
      heads.last,
      heads.range,
      heads.atOnce,
      heads.waiting,
      heads.lost,
      heads.wrong,
      heads.turnedAway,
      heads.arrival,
      heads.cpu,
    ],
    figures: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14],
    rows: servers.flatMap(({ name, crowd = [] }) =>
      crowd.map((one, at) => [
        at === 0 ? label(name) : "",
        String(one.clients),
        whole(one.stayMs),
        ...(["first", "p50", "p90", "last"] as const).map((point) => moment(one.waitMs?.[point], texts)),
        one.rounds > 1 ? `${moment(one.lastMsLow, texts)}-${moment(one.lastMsHigh, texts)}` : "-",
        one.stayMs === 0 ? "-" : String(one.atOnce), // who leaves with its answer is alone when it comes
        ...[one.waiting, one.lost, one.wrong, one.turnedAway].map(String),
        figure(one.arrivalMs, texts),
        String(Math.round((100 * one.generatorCpuMs) / one.elapsedMs)),
      ]),
    ),
  };
}

const moment = (ms: number | null | undefined, texts: Texts): string =>
  ms === null || ms === undefined ? "-" : figure(ms, texts);
