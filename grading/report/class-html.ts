// The class on one page: how the points are spread, which checks are missed most often, who must be looked at, and all.

import { scroll } from "../../results/page/grid.js";
import { type Html, h } from "../../results/page/markup.js";
import { clean, label } from "../../results/words.js";
import { type CheckResult, type Grade, hasPoints, ROLES } from "../grade.js";
import type { Texts } from "../texts/texts.js";
import { page, section } from "./page.js";
import { byStanding, countsOf, missed } from "./table.js";
import { checksOf, lessSure, points, scoreCell } from "./words.js";

const BINS = 10;

/** `unbounded`: the programs ran without a control group. */
export function classHtml(
  everybody: readonly Grade[],
  texts: Texts,
  { unbounded = false }: { unbounded?: boolean } = {},
): string {
  const { report } = texts;
  const grades = everybody.filter(hasPoints);
  const { human: flagged, graded, without } = byStanding(everybody);
  const told = grades.flatMap((grade) =>
    lessSure(grade, texts).map((line) => h`<li>${link(grade)}: ${line}</li>`),
  );
  const most = Math.max(1, ...grades.map(({ max }) => max));
  // What a human must look at has no final score yet.
  const mean = graded.reduce((sum, { score }) => sum + score, 0) / Math.max(1, graded.length);
  const lede = [
    countsOf(everybody, texts),
    graded.length > 0 && report.classLede(points(Math.round(mean * 10) / 10, texts), points(most, texts)),
    report.flaggedLede(flagged.length),
  ];
  const header = h`<h1>${report.classTitle}</h1>
<p class="lede">${lede.filter(Boolean).join(" ")}</p>${
    unbounded &&
    h`
<p>${report.unbounded}</p>`
  }`;
  return page(report.classTitle, texts, header, [
    flagged.length > 0 &&
      section(
        report.flaggedTitle,
        h`<ul class="notes">${flagged.map((grade) => h`<li>${link(grade)}: ${grade.flags.map(clean).join(" ")}</li>`)}</ul>`,
      ),
    without.length > 0 &&
      section(
        report.withoutTitle,
        h`<ul class="notes">${without.map((grade) => h`<li>${link(grade)}: ${clean(grade.without!)}</li>`)}</ul>`,
      ),
    grades.length > 0 && section(report.gradedTitle, all(grades, texts)),
    told.length > 0 && section(report.toldTitle, h`<ul class="notes">${told}</ul>`),
    section(
      report.distribution,
      h`<article class="card"><figure>${distribution(graded, most, texts)}</figure></article>`,
    ),
    section(report.missedTitle, mostMissed(grades, texts)),
  ]);
}

const link = ({ submission }: Grade): Html =>
  h`<a href="${encodeURIComponent(submission)}/feedback.html">${label(submission, 60)}</a>`;

/** Bars by tenths of the full score; the full score is in the last one. */
function distribution(grades: readonly Grade[], most: number, texts: Texts): Html {
  const { report } = texts;
  const counts = Array.from({ length: BINS }, () => 0);
  for (const { score } of grades) counts[Math.min(BINS - 1, Math.floor((score / most) * BINS))]!++;
  const tallest = Math.max(1, ...counts);
  const from = (bin: number) => Math.round((most * bin) / BINS);
  const said = counts.map((count, bin) => report.bin(from(bin), from(bin + 1), count)).join(", ");
  const bar = (count: number, bin: number) => {
    const height = (count / tallest) * 120;
    const x = 10 + bin * 46;
    return h`<rect x="${x}" y="${140 - height}" width="40" height="${height}" rx="3" fill="var(--holding-ground)" stroke="var(--holding)" stroke-width="1.5"/><text x="${x + 20}" y="${132 - height}" text-anchor="middle" fill="var(--ink)">${count > 0 && count}</text><text x="${x}" y="158" text-anchor="middle" fill="var(--quiet)">${from(bin)}</text>`;
  };
  return h`<svg class="bars" viewBox="0 0 490 165" role="img" aria-label="${report.distributionOf(said)}" font-size="12"><g aria-hidden="true">${counts.map(bar)}<text x="470" y="158" text-anchor="middle" fill="var(--quiet)">${from(BINS)}</text><path d="M10 140.5H470" stroke="var(--line)"/></g></svg>`;
}

function mostMissed(grades: readonly Grade[], texts: Texts): Html {
  const { heads } = texts.report;
  const byId = new Map<string, CheckResult[]>();
  for (const { checks } of grades)
    for (const check of checks)
      if (check.status !== "pass" && check.max > 0 && !check.extra)
        byId.set(check.id, [...(byId.get(check.id) ?? []), check]);
  const rows = [...byId].sort(([, a], [, b]) => b.length - a.length).slice(0, 10);
  if (rows.length === 0) return h`<p>${texts.report.nextAll}</p>`;
  return scroll(
    texts.report.missedTitle,
    h`<table class="wraps"><caption class="hidden">${texts.report.missedTitle}</caption><thead><tr><th scope="col">${heads.check}</th><th scope="col" class="figure">${heads.missedBy}</th></tr></thead>
<tbody>${rows.map(([id, some]) => h`<tr><th scope="row">${some[0]!.title} <span class="sub">(${id})</span></th><td class="figure">${some.length}</td></tr>`)}</tbody></table>`,
  );
}

function all(grades: readonly Grade[], texts: Texts): Html {
  const { report } = texts;
  const { heads } = report;
  const asked = ROLES.filter((role) => grades.some((grade) => checksOf(grade, role).length > 0));
  const sum = (checks: CheckResult[]) =>
    points(
      checks.reduce((total, check) => total + check.points, 0),
      texts,
    );
  const row = (grade: Grade) =>
    h`<tr><th scope="row">${link(grade)}</th><td class="figure">${scoreCell(grade, texts)}</td>${asked.map((role) => h`<td class="figure">${sum(checksOf(grade, role))}</td>`)}<td>${missed(grade, texts)}</td></tr>`;
  return scroll(
    report.gradedTitle,
    h`<table><caption class="hidden">${report.gradedTitle}</caption><thead><tr><th scope="col">${heads.submission}</th><th scope="col" class="figure">${heads.score}</th>${asked.map((role) => h`<th scope="col" class="figure">${heads[role]}</th>`)}<th scope="col">${heads.missed}</th></tr></thead>
<tbody>${grades.map(row)}</tbody></table>`,
  );
}
