// The families of scenarios: a new one is its folder and a line here. Whoever shows a result asks which one it belongs to.

import type { Finding } from "./finding.js";
import { inquiry } from "./inquiry.js";
import { load } from "./load/finding.js";
import type { Result, ServerResult } from "./result.js";
import type { Texts } from "./texts/texts.js";

const findings: readonly Finding[] = [load, inquiry];

/** What the result is about; undefined: about one client or two, which needs no more than who waited for whom. */
export const findingOf = (result: Result): Finding | undefined =>
  findings.find((finding) => finding.in(result));

/** What was found at one server, in sentences; none where its clients' times say it all. */
export const sentencesOf = (server: ServerResult, texts: Texts): string[] =>
  findings.flatMap((finding) => finding.sentences?.(server, texts) ?? []);
