// The scenario crowd, as every output format shows it.

import type { CrowdResult, Result, ServerResult } from "../result.js";
import type { ResultView } from "../result-view.js";
import type { Texts } from "../texts/texts.js";
import { duration, label, list, whole } from "../words.js";
import { crowdCharts } from "./charts.js";
import { crowdTable, waitTables } from "./rows.js";

export const crowd: ResultView = {
  in: ({ servers }) => servers.some(({ crowd = [] }) => crowd.length > 0),
  whole: true,
  answer,
  tables: (result, texts) => [...waitTables(result, texts), crowdTable(result, texts)],
  sentences,
  charts: crowdCharts,
  chartWords: ({ crowd }) => ({ title: crowd.picturesTitle, under: crowd.under }),
  measurements: ({ servers }) =>
    servers.flatMap(({ name: server, crowd = [] }) => crowd.map((one) => ({ server, ...one }))),
  decided: ({ crowd }) => crowd.decided,
};

/** Clients that stay say most about a server; where none could, those that leave at once. */
const staying = (crowds: readonly CrowdResult[]): CrowdResult[] => {
  const stayMs = Math.max(0, ...crowds.map((one) => one.stayMs));
  return crowds.filter((one) => one.stayMs === stayMs);
};

/** Null: nobody was answered as should be, and nobody was left to wait. */
const lastWait = ({ waiting, limitMs, waitMs }: CrowdResult, texts: Texts): string | null =>
  waiting > 0 ? texts.moreThan(duration(limitMs, texts)) : waitMs && duration(waitMs.last, texts);

/** How long the last one waits in the largest crowd that came to every server. */
function answer({ servers }: Result, texts: Texts): string {
  const crowds = servers.flatMap(({ name, crowd = [] }) =>
    crowd.length > 0 ? [{ name: label(name), crowd: staying(crowd) }] : [],
  );
  const sizes = crowds.map(({ crowd }) => crowd.map(({ clients }) => clients));
  const common = sizes[0]!.filter((size) => sizes.every((each) => each.includes(size)));
  const size = Math.max(...(common.length > 0 ? common : sizes.flat()));
  const stayMs = Math.max(...crowds.flatMap(({ crowd }) => crowd.map((one) => one.stayMs)));
  const waits = crowds.flatMap(({ name, crowd }) => {
    const one = crowd.find(({ clients }) => clients === size);
    return one === undefined ? [] : [{ name, wait: lastWait(one, texts) }];
  });
  const each = waits.flatMap(({ name, wait }) => (wait === null ? [] : [texts.crowd.waitsAt(wait, name)]));
  const none = waits.flatMap(({ name, wait }) => (wait === null ? [name] : []));
  return [
    each.length > 0 && texts.crowd.answer(String(size), whole(stayMs), list(each, texts)),
    none.length > 0 && texts.crowd.nobody(String(size), list(none, texts)),
  ]
    .filter(Boolean)
    .join(" ");
}

/** Who was served while nobody had left, how long the last of the largest crowd waited, and what each further client costs it, of the two largest. */
function sentences({ clients, crowd = [] }: ServerResult, texts: Texts): string[] {
  if (crowd.length === 0) return [];
  const waited = clients.filter(({ outcome }) => outcome === "blocked").length;
  const all = String(clients.length);
  const few =
    clients.length < 2
      ? []
      : [
          waited === 0
            ? texts.crowd.allAtOnce(all)
            : texts.crowd.someAtOnce(String(clients.length - waited), all),
        ];
  const stays = staying(crowd).filter(({ waitMs }) => waitMs !== null);
  const most = stays.at(-1);
  if (most === undefined) return few;
  const many = texts.crowd.lastOf(
    String(most.clients),
    whole(most.stayMs),
    lastWait(most, texts)!,
    String(most.atOnce),
  );
  // Whom the queue turns away waits for a second, whatever the server does.
  const [before, after] = stays.filter(({ waiting, turnedAway }) => waiting + turnedAway === 0).slice(-2);
  if (before === undefined || after === undefined) return [...few, many];
  const each = (after.waitMs!.last - before.waitMs!.last) / (after.clients - before.clients);
  return [
    ...few,
    many,
    ...(each > 0
      ? [texts.crowd.eachMore(String(before.clients), String(after.clients), duration(each, texts))]
      : []),
  ];
}
