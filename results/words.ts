// Words on a terminal: what came from outside made safe to print, measured in columns, cut and wrapped.

import { stripVTControlCharacters } from "node:util";
import stringWidth from "string-width";
import type { Result } from "./result.js";
import type { Ratio } from "./statistics.js";
import type { Texts } from "./texts/texts.js";

/** How wide a text stands on a terminal, in columns: 日 takes two, and colours none. */
export const width = (text: string): number => stringWidth(text);

/** A sentence that begins with a name, or was a part of another one. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * One line that is safe to print. Names, commands and reasons come from other people's programs: an escape sequence
 * in them could move the cursor and overwrite a verdict, and a bidi mark could turn it round.
 */
export function clean(text: string): string {
  return stripVTControlCharacters(text)
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, " ")
    .trim();
}

/** The same with its spaces as they are: a line of a program's output, where the indentation says something. */
export const printable = (text: string): string =>
  stripVTControlCharacters(text).replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, " ");

/** The same of every text in a value made of objects and arrays. */
export function printableAll<Value>(value: Value): Value {
  if (typeof value === "string") return printable(value) as Value;
  if (Array.isArray(value)) return value.map(printableAll) as Value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, printableAll(one)])) as Value;
}

/** A name that is safe to print and at most so many columns wide. */
export function label(name: string, columns = 40): string {
  return cut(clean(name) || "?", columns);
}

/** The text, with its end replaced by "..." where it is wider than so many columns (at least 3). */
export function cut(text: string, columns: number): string {
  if (width(text) <= columns) return text;
  let kept = "";
  for (const character of text) {
    if (width(kept + character) > columns - 3) break;
    kept += character;
  }
  return `${kept.trimEnd()}...`;
}

export function pad(text: string, columns: number): string {
  return text + " ".repeat(Math.max(0, columns - width(text)));
}

/**
 * The parts of a text between which a line may end: a figure or unit stays with what is before it ("client 2", "150 ms"),
 * unless a comma stands there.
 */
export function words(text: string): string[] {
  return text.split(/(?<=[,;]) | (?!\d|ms\b)/);
}

/** The parts of a word between which a line may end where the word is wider than the line: "thread-", "per-", "connection". */
export function pieces(word: string): string[] {
  return word.split(/(?<=\p{L}-)(?=\p{L})/u);
}

/** The text in lines of at most so many columns. A word that is wider than that is broken, at its hyphens if it has some. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of words(text)) {
    const longer = line ? `${line} ${word}` : word;
    if (width(longer) <= columns) {
      line = longer;
      continue;
    }
    if (line) lines.push(line);
    line = "";
    for (const part of pieces(word).flatMap((piece) => (width(piece) > columns ? [...piece] : [piece]))) {
      if (line && width(line + part) > columns) {
        lines.push(line);
        line = "";
      }
      line += part;
    }
  }
  return line ? [...lines, line] : lines;
}

/** The text in lines of at most so many columns that all begin so many columns from the left. */
export function indented(text: string, indent: number, columns: number): string[] {
  return wrap(text, columns - indent).map((line) => " ".repeat(indent) + line);
}

/** Milliseconds as people read them: the decimals that matter, and that language's decimal mark. */
export function figure(ms: number, texts: Texts): string {
  const decimals = ms < 1 ? 2 : ms < 1000 ? 1 : 0;
  return ms.toFixed(decimals).replace(".", texts.decimal);
}

/** A factor with two digits that matter; a large one has more, before the mark. */
export function decimals(value: number, texts: Texts): string {
  const digits = value < 0.995 ? 2 : value < 9.95 ? 1 : 0;
  return value.toFixed(digits).replace(".", texts.decimal);
}

/** How many times, and the spread: "2.1 (1.9 to 2.3)"; without a spread where there is none, for there was one round. */
export function factor({ ratio, low, high }: Ratio, texts: Texts): string {
  const middle = decimals(ratio, texts);
  return low === high ? middle : `${middle} (${texts.fromTo(decimals(low, texts), decimals(high, texts))})`;
}

export function time(ms: number, texts: Texts): string {
  return `${figure(ms, texts)} ms`;
}

/** A figure that nobody needs decimals of. */
export const whole = (value: number): string => String(Math.round(value));

/** So many in a second: of few, a tenth matters. */
export const rate = (perSecond: number, texts: Texts): string =>
  perSecond < 10 ? perSecond.toFixed(1).replace(".", texts.decimal) : whole(perSecond);

/** The same for sentences, where it may be long: no more digits than matter, and seconds rather than thousands. */
export function duration(ms: number, texts: Texts): string {
  if (ms < 10) return time(ms, texts);
  return ms < 1000 ? `${whole(ms)} ms` : `${Number((ms / 1000).toFixed(1))} s`.replace(".", texts.decimal);
}

/** A moment as people read it, in the time zone of this machine: "25 November 2026, 13:24 UTC". */
export function dateTime(moment: string, texts: Texts): string {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return clean(moment);
  const say = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(texts.locale, options).format(date);
  return texts.dateTime(
    say({ day: "numeric", month: "long", year: "numeric" }),
    say({ hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZoneName: "short" }),
  );
}

/** When a run began, and how long it took, in a sentence. */
export const ran = (
  { startedAt, elapsedMs }: Pick<Result, "startedAt" | "elapsedMs">,
  texts: Texts,
): string => texts.run(dateTime(startedAt, texts), duration(elapsedMs, texts));

/** "sent nothing or left", as that language says it. */
export function either(deeds: readonly string[], texts: Texts): string {
  return new Intl.ListFormat(texts.code, { type: "disjunction" }).format(deeds);
}

/** "single, multi, and pool", as that language says it. */
export function list(names: readonly string[], texts: Texts): string {
  return new Intl.ListFormat(texts.code, { type: "conjunction" }).format(names);
}

/** An item of a list, its lines one below the other. */
export const bullet = (text: string, columns: number): string[] =>
  wrap(text, columns - 2).map((line, at) => (at === 0 ? "- " : "  ") + line);
