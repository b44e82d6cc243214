// The course report's experiments, one row each, its two servers beside one another.

import { judgement } from "../observations.js";
import type { Letter, Observation } from "../result.js";
import type { Texts } from "../texts/texts.js";
import { scroll } from "./grid.js";
import { type Html, h } from "./markup.js";

/** The matrix of experiments and servers; each cell says what was seen and leads to its evidence. */
export function matrix(observations: readonly Observation[], texts: Texts): Html {
  const words = texts.observations;
  const letters = [...new Set(observations.map(({ experiment }) => experiment))];
  const servers = [...new Set(observations.map(({ server }) => server))];
  const cell = (one: Observation | undefined) => (one ? observation(one, texts) : h`<td>-</td>`);
  const row = (letter: Letter) =>
    h`<tr><th scope="row"><b>${letter}</b> ${words.experiments[letter]}</th>${servers.map((name) =>
      cell(observations.find(({ experiment, server }) => experiment === letter && server === name)),
    )}</tr>\n`;
  return scroll(
    words.title,
    h`<table class="matrix"><caption class="hidden">${words.title}</caption>
<thead><tr><th scope="col">${words.experiment}</th>${servers.map((name) => h`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${letters.map(row)}</tbody></table>`,
  );
}

function observation(one: Observation, texts: Texts): Html {
  const words = texts.observations;
  const state = one.reproduced === null ? "untried" : one.reproduced ? "yes" : "no";
  const mark = { yes: "✓", no: "✗", untried: "–" }[state];
  const name = words.link(`${one.experiment}, ${words.experiments[one.experiment]},`, one.server);
  const link =
    one.evidence !== null &&
    h`<a href="${encodeURI(one.evidence)}.html" aria-label="${name}">${words.evidence}</a>`;
  const same = one.measured === one.saw;
  return h`<td class="${state}"><p class="judgement"><span><span aria-hidden="true">${mark}</span> ${judgement(one, texts)}</span>${link}</p>
<p>${words.saw}: ${words.sights[one.saw]}${!same && one.measured !== null && h`<br>${words.measured}: ${words.sights[one.measured]}`}</p></td>`;
}
