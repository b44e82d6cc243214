// JSON for programs.

import type { Result } from "./result.js";

/** The result as it is, with two spaces of indentation and a newline at its end; times are rounded to microseconds. */
export function json(result: Result): string {
  return `${JSON.stringify(result, (_key, value) => (typeof value === "number" ? rounded(value) : value), 2)}\n`;
}

/** To a thousandth: of a millisecond, where it is one. */
export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
