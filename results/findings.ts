// The families of scenarios: a new one is its folder and a line here. Whoever shows a result asks which one it belongs to.

import { conclusions } from "./conclusions/finding.js";
import { cost } from "./cost/finding.js";
import { crowd } from "./crowd/finding.js";
import { inquiry } from "./inquiry.js";
import { load } from "./load/finding.js";
import { openLoad } from "./open-load/finding.js";
import type { Result, ServerResult } from "./result.js";
import type { ResultView } from "./result-view.js";
import { slowClient } from "./slow-client/finding.js";
import type { Texts } from "./texts/texts.js";

const findings: readonly ResultView[] = [load, openLoad, crowd, cost, slowClient, inquiry, conclusions];

/** What the result is about; undefined: about one client or two, which needs no more than who waited for whom. */
export const findingOf = (result: Result): ResultView | undefined =>
  findings.find((finding) => finding.in(result));

/** What was found at one server, in sentences; and whether these say all, or are said beside its clients' times. */
export function sentencesOf(server: ServerResult, texts: Texts): { said: string[]; whole: boolean } {
  const told = findings.map(({ sentences, whole = false }) => ({
    said: sentences?.(server, texts) ?? [],
    whole,
  }));
  return told.find(({ said }) => said.length > 0) ?? { said: [], whole: false };
}
