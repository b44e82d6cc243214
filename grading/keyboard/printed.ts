// What in a client's output is new, beside what it prints anyway: its opening, its prompts, what was typed.

/** What it printed where all went well, and what it asked with. */
export interface Usual {
  text: string;
  prompts: readonly string[];
  /** The names of the pages that were asked for then. */
  names?: readonly string[];
}

/** The lines that are not among the usual ones; `typed`: what the user typed, which may be said again. */
export function newLines(text: string, usual: Usual, typed: readonly string[]): string[] {
  const prompts = usual.prompts.map((prompt) => plain(prompt, typed)).filter(Boolean);
  const bare = (line: string) => {
    let rest = plain(line, typed);
    for (let next = rest; ; rest = next) {
      const prompt = prompts.find((one) => rest.startsWith(one));
      if (prompt === undefined) return rest;
      next = rest.slice(prompt.length).trim();
    }
  };
  const known = new Set(linesOf(usual.text).flatMap((line) => [plain(line, typed), bare(line)]));
  return linesOf(text).filter((line) => /\p{L}/u.test(bare(line)) && !known.has(bare(line)));
}

/** Has it words that are not among the usual ones? "Error" alone says nothing. */
export function hasNewWords(lines: readonly string[], usual: Usual, typed: readonly string[]): boolean {
  const known = new Set(wordsIn(plain(usual.text, typed)));
  const words = wordsIn(plain(lines.join("\n"), typed)).filter((word) => !known.has(word));
  return words.some((word) => !/^(error|errors|exception|kesalahan|galat)$/.test(word));
}

const linesOf = (text: string): string[] => text.split(/\r?\n/);
const wordsIn = (text: string): string[] => text.toLowerCase().match(/\p{L}{2,}/gu) ?? [];

/** Numbers differ from one time to the next, as names do. */
const plain = (text: string, typed: readonly string[]): string =>
  typed
    .filter((one) => one.length > 4)
    .reduce((rest, one) => rest.replaceAll(one, "*"), text)
    .replace(/\d+/g, "#")
    .trim();
