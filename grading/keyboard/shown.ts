// Was a 404 shown to the user? In the server's words, or in the client's own.

import { newLines, type Usual } from "./printed.js";
import { withoutTraces } from "./traces.js";

const NOT_FOUND =
  /\b404\b|not found|no such|does(n't| not) exist|(tidak|tak|tdk|nggak|gak) (ada|(bisa |dapat )?(di)?temukan|ketemu|tersedia)|not available|unavailable|gagal/i;

export interface Shown {
  /** perhaps: something was printed, and only a human can tell what it means. */
  shown: "yes" | "no" | "perhaps";
}

/** What the client printed in the turn of the 404, and in all; `late`: all of it came at the end. `word`: of the 404's page. */
interface Heard {
  turn: string;
  all: string;
  late: boolean;
  word: string;
}

export function shownIn({ turn, all, late, word }: Heard, usual: Usual, typed: readonly string[]): Shown {
  if (all.includes(word) || /\b404\b/.test(late ? all : turn)) return { shown: "yes" };
  // What is printed once was not printed for the other pages.
  if (late)
    return { shown: all.split("\n").filter((line) => NOT_FOUND.test(line)).length === 1 ? "yes" : "no" };
  const lines = newLines(withoutTraces(turn), usual, typed);
  if (lines.some((line) => NOT_FOUND.test(line))) return { shown: "yes" };
  return { shown: lines.length > 0 ? "perhaps" : "no" };
}
