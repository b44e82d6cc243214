// A student's page: every point explained, with the evidence.

import { lanes } from "../../results/drawing/lanes.js";
import { variable } from "../../results/drawing/palette.js";
import { draw } from "../../results/drawing/timeline.js";
import { Html, h } from "../../results/page/markup.js";
import type { ServerResult } from "../../results/result.js";
import { texts as resultTexts } from "../../results/texts/texts.js";
import { capital, clean, dateTime, label } from "../../results/words.js";
import { type CheckResult, type Grade, hasPoints, ROLES, type Role } from "../grade.js";
import type { Texts } from "../texts/texts.js";
import { badge, page, section } from "./page.js";
import { nextSteps, nothingToDo } from "./table.js";
import { checksOf, grouped, modelsLine, points, scoreIn, sumOf, toldIn, undecidedPoints } from "./words.js";

export interface Occasion {
  /** The student's own run. */
  self: boolean;
}

export function feedbackHtml(grade: Grade, texts: Texts, { self }: Occasion): string {
  const { report, roles } = texts;
  const name = label(grade.submission, 60);
  const open = undecidedPoints(grade);
  const ran = ROLES.filter((role) => grade.programs[role].command !== null);
  const steps = nextSteps(grade, texts);
  const header = h`<p class="eyebrow">${report.title(name)}</p>
<h1 class="score">${scoreIn(grade, texts)}</h1>
<p class="lede">${open > 0 && h`${report.undecidedLine(points(open, texts))} `}${hasPoints(grade) ? modelsLine(grade, texts) : clean(grade.without!)}</p>`;
  return page(`${report.title(name)}: ${scoreIn(grade, texts)}`, texts, header, [
    !hasPoints(grade) && h`<section><p>${report.noPointsNote}</p></section>`,
    grade.flags.length > 0 &&
      section(
        report.flaggedTitle,
        h`<ul class="notes flag">${grade.flags.map((flag) => h`<li>${clean(flag)}</li>`)}</ul>`,
      ),
    hasPoints(grade) &&
      section(
        report.nextTitle,
        steps.length === 0
          ? h`<p>${nothingToDo(grade, texts)}</p>`
          : h`<ol>${steps.map((step) => h`<li>${step}</li>`)}</ol>`,
      ),
    ...ROLES.filter((role) => checksOf(grade, role).length > 0).map((role) =>
      section(
        h`${capital(roles[role])} <span class="sum">${worth(sumOf(checksOf(grade, role)), texts)}</span>`,
        h`<div class="checks">${grouped(checksOf(grade, role)).map((checks) => card(checks, texts))}</div>`,
      ),
    ),
    ran.length > 0 &&
      section(
        report.programs,
        h`<ul class="notes">${ran.map((role) => h`<li>${roles[role]}: <code>${clean(grade.programs[role].command!)}</code>${told(grade, role, texts)}</li>`)}</ul>`,
      ),
    h`<section><p class="small">${self ? report.selfNote : report.sandboxNote} ${report.graded(dateTime(grade.gradedAt, resultTexts(texts.code)))}</p></section>`,
  ]);
}

/** How it was told, where that is known. */
function told({ programs }: Grade, role: Role, texts: Texts): string {
  const how = programs[role].told ?? null;
  return how === null ? "" : ` (${toldIn(how, texts)})`;
}

const worth = ({ got, max }: { got: number; max: number }, texts: Texts): string =>
  texts.report.of(points(got, texts), points(max, texts));

/** One check; or several that were not tried, for one reason. */
function card(checks: readonly [CheckResult, ...CheckResult[]], texts: Texts): Html {
  const [check] = checks;
  const { id, title, status, points: got, max, extra, expected, got: said, hint } = check;
  const { report } = texts;
  const { heads } = report;
  const alone = checks.length === 1;
  const sum = alone ? { got, max } : sumOf(checks);
  const name = alone
    ? h`${title} <span class="id">${id}</span>`
    : h`<span class="titles">${checks.map((one) => one.title).join(", ")}</span>`;
  return h`<article class="card check" id="${id}">
<h3>${badge(status, texts)} ${name} <span class="points">${worth(sum, texts)}${extra && h` (${report.extra})`}</span></h3>
<dl>${alone && h`<dt>${heads.expected}</dt><dd>${expected}</dd>`}<dt>${heads.gotLabel}</dt><dd>${clean(said)}</dd>${hint !== "" && h`<dt>${heads.hint}</dt><dd class="hint">${hint}</dd>`}</dl>
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
