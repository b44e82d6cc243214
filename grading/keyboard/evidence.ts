// What is shown of a session beside each finding.

import type { Texts } from "../texts/texts.js";
import type { Transcript } from "./session.js";

/** The program's words, and what was typed. */
export const evidenceOf = ({ output, typed }: Transcript, { got }: Texts) => ({
  output,
  words: typed.length === 0 ? [] : [got.typed(typed)],
});
