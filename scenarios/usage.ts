// A command used wrongly, told in one sentence of the user's language; and the numbers on a command line.

import type { Texts } from "./texts/texts.js";

/** The command was used wrongly; the message says how. Exit status 2. */
export class UsageError extends Error {}

/** Throws UsageError. */
export function wholeNumber(option: string, value: string, least: number, most: number, say: Texts): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < least || number > most) {
    throw new UsageError(say.badNumber(option, value, least, most));
  }
  return number;
}

/** Whole numbers with commas between them, the least first. Throws UsageError. */
export function wholeNumbers(
  option: string,
  list: string,
  least: number,
  most: number,
  say: Texts,
): number[] {
  return list
    .split(",")
    .map((value) => wholeNumber(option, value, least, most, say))
    .sort((a, b) => a - b);
}
