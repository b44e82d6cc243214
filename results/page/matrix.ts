// The course report's experiments, one row each, its two servers beside one another.

import { inOrder, judgement, loadJudgement, loadSight } from "../report/observations.js";
import type { Letter, LoadObservation, Observation, Result } from "../result.js";
import type { Texts } from "../texts/texts.js";
import { scroll } from "./grid.js";
import { type Html, h } from "./markup.js";

/** The matrix of experiments and servers; each cell says what was seen and leads to its evidence. */
export function matrix({ observations = [], loadObservations = [] }: Result, texts: Texts): Html {
  const words = texts.observations;
  const letters = [...new Set(observations.map(({ experiment }) => experiment))];
  const servers = [...new Set(observations.map(({ server }) => server))];
  const sizes = [...new Set(inOrder(loadObservations).map(({ connections }) => connections))];
  const row = (name: Html, cells: Html[]) => h`<tr><th scope="row">${name}</th>${cells}</tr>\n`;
  const experiment = (letter: Letter) =>
    row(
      h`<b>${letter}</b> ${words.experiments[letter]}`,
      servers.map((name) => {
        const one = observations.find(({ experiment, server }) => experiment === letter && server === name);
        return one ? observation(one, texts) : h`<td>-</td>`;
      }),
    );
  const load = (size: number) =>
    row(
      h`<b>+</b> ${words.autocannon(String(size))}`,
      servers.map((name) => {
        const one = loadObservations.find(
          ({ connections, server }) => connections === size && server === name,
        );
        return one ? loadObservation(one, texts) : h`<td>-</td>`;
      }),
    );
  return scroll(
    words.title,
    h`<table class="matrix"><caption class="hidden">${words.title}</caption>
<thead><tr><th scope="col">${words.experiment}</th>${servers.map((name) => h`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${letters.map(experiment)}${sizes.map(load)}</tbody></table>`,
  );
}

function observation(one: Observation, texts: Texts): Html {
  const words = texts.observations;
  const same = one.measured === one.saw;
  const seen = h`${words.saw}: ${words.sights[one.saw]}${!same && one.measured !== null && h`<br>${words.measured}: ${words.sights[one.measured]}`}`;
  return cell(
    { ...one, right: one.reproduced, name: `${one.experiment}, ${words.experiments[one.experiment]},` },
    judgement(one, texts),
    seen,
    texts,
  );
}

function loadObservation(one: LoadObservation, texts: Texts): Html {
  const words = texts.observations;
  const name = words.autocannon(String(one.connections));
  const seen = h`${words.measured}: ${loadSight(one, texts)}`;
  return cell({ ...one, right: one.asExpected, name }, loadJudgement(one, texts), seen, texts);
}

interface Shown {
  name: string;
  server: string;
  right: boolean | null;
  evidence: string | null;
}

function cell({ name, server, right, evidence }: Shown, said: string, seen: Html, texts: Texts): Html {
  const words = texts.observations;
  const state = right === null ? "untried" : right ? "yes" : "no";
  const mark = { yes: "✓", no: "✗", untried: "–" }[state];
  const link =
    evidence !== null &&
    h`<a href="${encodeURI(evidence)}.html" aria-label="${words.link(name, server)}">${words.evidence}</a>`;
  return h`<td class="${state}"><p class="judgement"><span><span aria-hidden="true">${mark}</span> ${said}</span>${link}</p>
<p>${seen}</p></td>`;
}
