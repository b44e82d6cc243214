// How a client ended: in words, and whether it crashed.

import { constants } from "node:os";
import type { Texts } from "../texts/texts.js";
import type { Ended } from "./session.js";

/** What the runtimes print of an error that nobody has caught. No pattern may go on from each place where it could begin to the
 * line's end: a client may print millions of characters in one line. */
const CRASHES = [
  /^Traceback \(most recent call last\):/m,
  /^Exception in thread "/m,
  /Unhandled 'error' event|^[ \t]+at .*\(node:/m,
  /PHP Fatal error|^Fatal error: Uncaught/m,
  /^panic: |^goroutine \d+ \[/m,
  /^thread '.*' panicked at/m,
];

/** Ruby: a place, and what happened after it in the same line. */
const showsRuby = (line: string): boolean => {
  const place = line.search(/\.rb:\d+:in /);
  return place >= 0 && /Err(no|or)/.test(line.slice(place));
};

/** Does it show an error of its language that it did not catch? Who catches one may print it, and ends well. */
export const showsCrash = (ended: Ended | null, printed: string): boolean =>
  ended?.status !== 0 &&
  (CRASHES.some((crash) => crash.test(printed)) || printed.split("\n").some(showsRuby));

/** Does it say, in the words of the system or of its language, that the connection was gone? */
export const saysGone = (printed: string): boolean =>
  /broken ?pipe|\bEPIPE\b|connection ?(was )?(reset|aborted|closed)|ECONNRESET|ECONNABORTED/i.test(printed);

/**
 * The signal that ended it; null: none. A shell that stands around it says a signal as 128 and its number; but
 * exit(-1) says 255, which is none.
 */
export function signalOf({ status, signal }: Ended): string | null {
  const number = (status ?? 0) - 128;
  const named = Object.entries(constants.signals).find(([, one]) => one === number);
  return signal ?? named?.[0] ?? null;
}

export const statusOf = (ended: Ended, { got }: Texts): string => got.exit(ended.status, signalOf(ended));
