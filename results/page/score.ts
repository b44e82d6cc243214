// All experiments at one glance: a mark for each, which leads to its row.

import { inOrder, judgement, loadJudgement } from "../report/observations.js";
import type { Result } from "../result.js";
import type { Texts } from "../texts/texts.js";
import { type Html, h } from "./markup.js";

const marks = { yes: "✓", no: "✗", untried: "–" } as const;
export type State = keyof typeof marks;

/** Reproduced, or as expected; not so; could not be tried. */
export const stateOf = (right: boolean | null): State => (right === null ? "untried" : right ? "yes" : "no");

/** Where on the page the row of an experiment has the cell of a server. */
export const placeOf = (experiment: string | number, server: string): string => `${experiment}-${server}`;

/** A judgement with its mark, which is not read aloud. */
export const marked = (state: State, said: Html | string): Html =>
  h`<span aria-hidden="true">${marks[state]}</span> ${said}`;

export function score({ observations = [], loadObservations = [] }: Result, texts: Texts): Html {
  const words = texts.observations;
  const all = [
    ...observations.map((one) => ({
      ...one,
      key: one.experiment as string | number,
      head: h`${one.experiment}<span class="hidden">, ${words.experiments[one.experiment]}</span>`,
      state: stateOf(one.reproduced),
      said: judgement(one, texts),
    })),
    ...inOrder(loadObservations).map((one) => ({
      ...one,
      key: one.connections as string | number,
      head: h`+<span class="hidden"> ${words.autocannon(String(one.connections))}</span>`,
      state: stateOf(one.asExpected),
      said: loadJudgement(one, texts),
    })),
  ];
  const columns = [...new Map(all.map(({ key, head }) => [key, head]))];
  const servers = [...new Set(all.map(({ server }) => server))];
  const cell = (key: string | number, name: string) => {
    const one = all.find((each) => each.key === key && each.server === name);
    if (!one) return h`<td>-</td>`;
    const said = h`<span class="hidden">${one.said}</span>`;
    return h`<td class="${one.state}"><a href="#${placeOf(key, name)}">${marked(one.state, said)}</a></td>`;
  };
  return h`<table class="glance"><caption class="hidden">${words.glance}</caption>
<thead><tr><th scope="col"><span class="hidden">${texts.heads.server}</span></th>${columns.map(([, head]) => h`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${servers.map((name) => h`<tr><th scope="row">${name}</th>${columns.map(([key]) => cell(key, name))}</tr>`)}</tbody></table>`;
}
