// How the answer of a run was decided, step by step: each scenario has its own way.

import { findingOf } from "./findings.js";
import type { Result, ServerResult } from "./result.js";
import type { Texts } from "./texts/texts.js";

/** Those scenarios that do not ask about two clients of which the first stays. */
const WAYS: Record<string, keyof Texts["decided"]> = {
  "one-client": "alone",
  "one-browser": "alone",
  "not-found": "alone",
  holds: "holds",
  model: "model",
  "pool-limit": "limit",
  backlog: "backlog",
  zoo: "zoo",
};

/** The steps, one sentence or a few each; none where no server came so far that anything was decided. */
export function decidedBy(result: Result, texts: Texts): readonly string[] {
  const { observations } = result;
  if (observations?.some(({ measured }) => measured !== null)) return texts.decided.report;
  if (result.servers.every(sawNobody)) return [];
  return findingOf(result)?.decided?.(texts) ?? texts.decided[WAYS[result.scenario] ?? "pair"];
}

/** It did not start, or gave no answer even to a client that was alone. */
const sawNobody = ({ answerMs, clients, eachTrial }: ServerResult): boolean =>
  answerMs === null && clients.length === 0 && eachTrial.length === 0;
