// Why an experiment could not be made, in the user's words.

import type { ModelName, ServerResult } from "../../../results/result.js";
import type { Texts } from "../../texts/texts.js";
import { NoBrowser } from "../observe/client-factory.js";
import { NotStarted } from "../process/not-started.js";
import { ServerEnded } from "../subject/ending.js";
import { NothingServed } from "../subject/nothing-served.js";
import { NoLoneAnswer } from "../subject/patience.js";
import { NotHeld } from "./holding.js";

/** No client could be slow at it in any way: nothing was measured. */
export class NotSlow extends Error {}

/** The server that was examined, as far as a failure is told of it: a Subject is one. */
interface Examined {
  equipment: { texts: Texts };
  endedWords(): string | null;
}

/** What the server, or the machine, lacked; null for an error of ours. */
export function explain(error: unknown, examined: Examined): string | null {
  const { texts } = examined.equipment;
  if (error instanceof ServerEnded) return examined.endedWords();
  if (error instanceof NotStarted) return texts.notStarted(error);
  if (error instanceof NoLoneAnswer) return texts.noLoneAnswer[error.how](error.detail);
  if (error instanceof NotHeld) return texts.notHeld[error.how];
  if (error instanceof NoBrowser) return texts.noBrowser(error.detail);
  if (error instanceof NothingServed) return texts.nothingServed[error.how](error.status);
  if (error instanceof NotSlow) return texts.notSlow;
  return null;
}

/** Why it was not even begun: there is no browser, or the server did not start (no such program, its port taken …). */
export function notCarriedOut(error: unknown): ServerResult["notCarriedOut"] {
  if (error instanceof NoBrowser) return "no-browser";
  if (!(error instanceof NotStarted)) return undefined;
  return error.portTaken ? "port-taken" : "not-started";
}

/** What the model scenario says of a server that could not be examined: it did not start, or answers nobody. */
export function modelOf(error: unknown): ModelName {
  if (error instanceof NotStarted) return "not-started";
  return error instanceof NoLoneAnswer && error.how !== "broken" ? "silent" : "unknown";
}
