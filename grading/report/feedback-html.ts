// A student's page: every point explained, with the evidence.

import { lanes } from "../../results/drawing/lanes.js";
import { variable } from "../../results/drawing/palette.js";
import { draw } from "../../results/drawing/timeline.js";
import { Html, h } from "../../results/page/markup.js";
import type { ServerResult } from "../../results/result.js";
import { texts as resultTexts } from "../../results/texts/texts.js";
import { clean, label } from "../../results/words.js";
import { type CheckResult, type Grade, ROLES } from "../grade.js";
import type { Texts } from "../texts/texts.js";
import { badge, page, section } from "./page.js";
import { nextSteps } from "./table.js";
import { checksOf, points } from "./words.js";

export interface Occasion {
  /** The student's own run. */
  self: boolean;
}

export function feedbackHtml(grade: Grade, texts: Texts, { self }: Occasion): string {
  const { report, roles, models } = texts;
  const name = label(grade.submission, 60);
  const undecided = grade.checks.filter(({ status }) => status === "inconclusive");
  const open = undecided.reduce((sum, { max }) => sum + max, 0);
  const model = (of: "single" | "multi") =>
    grade.models[of] === null ? report.noModel : models[grade.models[of]];
  const ran = ROLES.filter((role) => grade.programs[role].command !== null);
  const steps = nextSteps(grade, texts);
  const header = h`<p class="eyebrow">${report.title(name)}</p>
<h1 class="score">${report.scoreLine(points(grade.score, texts), points(grade.max, texts))}</h1>
<p class="lede">${open > 0 && h`${report.undecidedLine(points(open, texts))} `}${report.models(model("single"), model("multi"))}</p>`;
  return page(
    `${report.title(name)}: ${report.of(points(grade.score, texts), points(grade.max, texts))}`,
    texts,
    header,
    [
      grade.flags.length > 0 &&
        section(
          report.flaggedTitle,
          h`<ul class="notes flag">${grade.flags.map((flag) => h`<li>${clean(flag)}</li>`)}</ul>`,
        ),
      section(
        report.nextTitle,
        steps.length === 0
          ? h`<p>${report.nextAll}</p>`
          : h`<ol>${steps.map((step) => h`<li>${step}</li>`)}</ol>`,
      ),
      ...ROLES.filter((role) => checksOf(grade, role).length > 0).map((role) =>
        section(
          capital(roles[role]),
          h`<div class="checks">${checksOf(grade, role).map((check) => card(check, texts))}</div>`,
        ),
      ),
      ran.length > 0 &&
        section(
          report.programs,
          h`<ul class="notes">${ran.map((role) => h`<li>${roles[role]}: <code>${clean(grade.programs[role].command!)}</code></li>`)}</ul>`,
        ),
      h`<section><p class="small">${self ? report.selfNote : report.sandboxNote} ${report.graded(grade.gradedAt)}</p></section>`,
    ],
  );
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function card(check: CheckResult, texts: Texts): Html {
  const { id, title, status, points: got, max, extra, expected, got: said, hint } = check;
  const { report } = texts;
  const { heads } = report;
  const worth = extra
    ? `${report.of(points(got, texts), points(max, texts))} (${report.extra})`
    : report.of(points(got, texts), points(max, texts));
  return h`<article class="card check" id="${id}">
<h3>${badge(status, texts)} ${title} <span class="id">${id}</span> <span class="points">${worth}</span></h3>
<dl><dt>${heads.expected}</dt><dd>${expected}</dd><dt>${heads.gotLabel}</dt><dd>${clean(said)}</dd>${hint !== "" && h`<dt>${heads.hint}</dt><dd class="hint">${hint}</dd>`}</dl>
${evidence(check, texts)}</article>\n`;
}

function evidence(
  { id, status, evidence: { clients = [], output = [], words = [] } }: CheckResult,
  texts: Texts,
): Html | false {
  const { report } = texts;
  const lines = (title: string, all: readonly string[]) =>
    all.length > 0 && h`<h4>${title}</h4><pre>${all.map((line) => `${clean(line)}\n`)}</pre>`;
  const drawing =
    clients.length > 0 && h`<h4>${report.timeline}</h4><figure>${timeline(clients, texts)}</figure>`;
  if (clients.length === 0 && output.length === 0 && words.length === 0) return false;
  const open = status === "fail" || status === "inconclusive";
  return h`<details${open && h` open`}><summary>${report.evidence}<span class="hidden"> ${id}</span></summary>${drawing}${lines(report.wordsTitle, words)}${lines(report.outputTitle, output)}</details>`;
}

function timeline(clients: NonNullable<CheckResult["evidence"]["clients"]>, texts: Texts): Html {
  const words = resultTexts(texts.code);
  const all = lanes({ clients } as ServerResult, words);
  return new Html(draw(all, words, variable).svg);
}
