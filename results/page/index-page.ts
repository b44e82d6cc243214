// What all scenarios have found, one row each, which leads to its page.

import { foundWords } from "../conclusions/finding.js";
import type { Conclusion, Result } from "../result.js";
import type { Texts } from "../texts/texts.js";
import { clean, duration } from "../words.js";
import { scroll } from "./grid.js";
import { type Html, h } from "./markup.js";

const marks = {
  "as expected": "✓",
  unexpected: "✗",
  "not carried out": "–",
  "left out": "–",
  failed: "!",
} as const;
const classes = {
  "as expected": "yes",
  unexpected: "no",
  "not carried out": "untried",
  "left out": "untried",
  failed: "no",
} as const;

export function indexOf({ conclusions = [] }: Result, texts: Texts): Html {
  const { title, heads, states } = texts.all;
  const row = (one: Conclusion) => {
    const name = clean(one.scenario);
    const link = one.page === null ? h`${name}` : h`<a href="${encodeURI(one.page)}.html">${name}</a>`;
    return h`<tr><th scope="row">${link}</th><td>${foundWords(one)}</td><td class="${classes[one.state]}"><p class="judgement"><span><span aria-hidden="true">${marks[one.state]}</span> ${states[one.state]}</span></p><p>${duration(one.elapsedMs, texts)}</p></td></tr>\n`;
  };
  return scroll(
    title,
    h`<table class="index"><caption class="hidden">${title}</caption>
<thead><tr>${[heads.scenario, heads.found, heads.state].map((head) => h`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${conclusions.map(row)}</tbody></table>`,
  );
}
