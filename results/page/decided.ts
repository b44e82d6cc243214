// How it was decided, step by step; of servers, with the times and the kernel's word.

import { decidedBy } from "../decided.js";
import { evidenceRows, kernelRows } from "../evidence.js";
import { findingOf } from "../findings.js";
import type { Result } from "../result.js";
import type { Texts } from "../texts/texts.js";
import { grid } from "./grid.js";
import { type Html, h } from "./markup.js";
import { section } from "./section.js";

export function howDecided(result: Result, texts: Texts): Html | false {
  const decided = decidedBy(result, texts);
  if (decided.length === 0) return false;
  const steps = h`<ol>${decided.map((step) => h`<li>${step}</li>`)}</ol>`;
  if (result.servers.length === 0) return section(texts.decidedTitle, steps);
  const kernel = kernelRows(result, texts);
  return section(
    texts.decidedTitle,
    h`${steps}
${findingOf(result)?.decided === undefined && grid(evidenceRows(result, texts), texts.page.evidence)}
${kernel.rows.length > 0 && grid(kernel, texts.kernelTitle, { headers: 2 })}`,
  );
}
