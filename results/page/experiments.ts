// The course report's experiments, one row each, its two servers beside one another: what the report saw, what was measured,
// drawn and in words, and what browsers showed. The row can be understood without the page that it leads to.

import { lanes } from "../drawing/lanes.js";
import { compact } from "../drawing/layout.js";
import { factOf, loggedLine } from "../report/facts.js";
import { inOrder, judgement, loadJudgement, loadSight } from "../report/observations.js";
import type {
  Attachments,
  ClientResult,
  LoadObservation,
  Measurement,
  Observation,
  Result,
} from "../result.js";
import { became } from "../rows.js";
import type { Texts } from "../texts/texts.js";
import { clean, label } from "../words.js";
import { Html, h } from "./markup.js";
import type { Draw } from "./parts.js";
import { marked, placeOf, type State, stateOf } from "./score.js";
import { type Shots, shotsOf } from "./shots.js";

/** All rows; `draw` draws lanes as an svg element. */
export function experiments(
  { observations = [], loadObservations = [] }: Result,
  texts: Texts,
  attachments: Attachments,
  draw: Draw,
): Html {
  const words = texts.observations;
  const shots = shotsOf(
    observations.flatMap(({ measurement }) => measurement?.clients ?? []),
    attachments,
    texts,
  );
  const letters = [...new Set(observations.map(({ experiment }) => experiment))];
  const sizes = [...new Set(inOrder(loadObservations).map(({ connections }) => connections))];
  const seen = letters.map((letter) => {
    const both = observations.filter(({ experiment }) => experiment === letter);
    return row(
      letter,
      words.experiments[letter],
      both.map((one) => observation(one, texts, shots, draw)),
    );
  });
  const asked = sizes.map((size) => {
    const both = loadObservations.filter(({ connections }) => connections === size);
    return row(
      "+",
      words.autocannon(String(size)),
      both.map((one) => loadObservation(one, texts)),
    );
  });
  return h`${shots.defs}<div class="experiments card">${seen}${asked}</div>`;
}

const row = (mark: string, name: string, cells: readonly Html[]): Html =>
  h`<section class="experiment"><h3><b>${mark}</b> ${name}</h3>${cells}</section>\n`;

function observation(one: Observation, texts: Texts, shots: Shots, draw: Draw): Html {
  const words = texts.observations;
  const { experiment, server, saw, measured, measurement } = one;
  const other = measured !== null && measured !== saw && h`<p>${words.instead(words.sights[measured])}</p>`;
  return cell(
    {
      name: `${experiment}, ${words.experiments[experiment]},`,
      place: placeOf(experiment, server),
      server,
      state: stateOf(one.reproduced),
      said: judgement(one, texts),
      evidence: one.evidence,
    },
    h`<p class="saw">${words.saw}: ${words.sights[saw]}</p>${other}
${measurement !== undefined && [drawn(one, measurement, texts, draw), windows(server, measurement, texts, shots)]}`,
    texts,
  );
}

/** What was measured, in words under a picture: the clients' lives, or what the server wrote when it started. */
function drawn(one: Observation, measurement: Measurement, texts: Texts, draw: Draw): Html {
  if (one.experiment === "a") {
    const line = loggedLine(measurement);
    const said = line === null ? factOf(one, texts) : texts.observations.facts.logged;
    return h`<figure>${line !== null && h`<pre>${line}</pre>`}<figcaption>${said ?? ""}</figcaption></figure>`;
  }
  const all = lanes(measurement, texts);
  return h`<figure>${all.length > 0 && new Html(draw(all, compact))}<figcaption>${factOf(one, texts) ?? ""}</figcaption></figure>`;
}

/** The browsers' windows, beside one another. */
function windows(server: string, { clients, hold }: Measurement, texts: Texts, shots: Shots): Html | false {
  const pictured = clients.filter(({ picture }) => picture !== undefined);
  const window = (client: ClientResult) => {
    const { name, browser, outcome } = client;
    const fate = became(outcome, hold, texts);
    const who = [texts.client(label(name)), browser && clean(browser)].filter(Boolean).join(" · ");
    const said =
      clients.length > 1
        ? texts.page.pictured(texts.page.picture(who, server))
        : texts.page.picture(who, server);
    const shot = shots.of(client, `${said}: ${fate}`);
    return h`<figure>${shot}<figcaption>${who}: ${fate}</figcaption></figure>`;
  };
  return pictured.length > 0 && h`<div class="shots">${pictured.map(window)}</div>`;
}

function loadObservation(one: LoadObservation, texts: Texts): Html {
  const { server, connections, served, asExpected, evidence } = one;
  const dots = Array.from({ length: Math.min(connections, 40) }, (_, at) =>
    at < (served ?? 0) ? "●" : "○",
  ).join(" ");
  return cell(
    {
      name: texts.observations.autocannon(String(connections)),
      place: placeOf(connections, server),
      server,
      state: stateOf(asExpected),
      said: loadJudgement(one, texts),
      evidence,
    },
    h`<figure>${served !== null && h`<p class="dots" aria-hidden="true">${dots}</p>`}<figcaption>${loadSight(one, texts)}</figcaption></figure>`,
    texts,
  );
}

interface Shown {
  place: string;
  name: string;
  server: string;
  state: State;
  said: string;
  evidence: string | null;
}

function cell({ name, place, server, state, said, evidence }: Shown, content: Html, texts: Texts): Html {
  const words = texts.observations;
  const link =
    evidence !== null &&
    h`<a href="${encodeURI(evidence)}.html" aria-label="${words.link(name, server)}">${words.evidence}</a>`;
  return h`<article class="${state}" id="${place}"><h4>${server} <span class="judgement">${marked(state, said)}</span>${link}</h4>
${content}</article>`;
}
