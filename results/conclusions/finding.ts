// The scenario all, as every output format shows it: an index of what the others have found.

import type { Conclusion, Result } from "../result.js";
import type { ResultView, Table } from "../result-view.js";
import type { Texts } from "../texts/texts.js";
import { clean } from "../words.js";

export const conclusions: ResultView = {
  in: ({ conclusions }) => conclusions !== undefined,
  answer({ conclusions = [] }, texts) {
    const tried = conclusions.filter(({ state }) => state !== "left out");
    const right = tried.filter(({ state }) => state === "as expected");
    return texts.all.answer(String(right.length), String(tried.length));
  },
  tables: (result, texts) => [conclusionTable(result, texts)],
};

function conclusionTable({ conclusions = [] }: Result, texts: Texts): Table {
  const { scenario, found, state } = texts.all.heads;
  return {
    title: texts.all.title,
    head: [scenario, state, found],
    figures: [],
    alarm: (row, column) => column === 1 && !["as expected", "left out"].includes(conclusions[row]!.state),
    rows: conclusions.map((one) => [one.scenario, texts.all.states[one.state], foundWords(one)]),
  };
}

/** The answer, or why there is none. */
export const foundWords = ({ answer, why }: Conclusion): string => clean(answer ?? why ?? "-");
