// What a usage line says of a program's words: one that was printed, or one that stands in its source.

import { CLIENT, type Vocabulary } from "./slots.js";

const KEYWORD =
  /\b(usage|uso|pemakaian|penggunaan|cara (pakai|menjalankan|penggunaan)|gunakan|pakai|format|syntax|sintaks|contoh|example|e\.g\.|run( it)?( with| as)?|jalankan)\b[^:\n]{0,20}?:?(?=\s|$)/i;
const USAGE = /^(usage|uso|pemakaian|penggunaan|cara |syntax\b|sintaks\b)/i;
const INTERPRETER =
  /^(\$|>|python[\d.]*|py|node|nodejs|java|ruby|php|go|cargo|deno|bun|tsx|ts-node|sudo|run|-cp|-jar|\.|--)$/i;
/** What a program is called in such a line: its file, or what a language has in its place. */
const PROGRAM =
  /^(\.{0,2}\/?[\w./\\-]*\.(py|js|mjs|ts|java|rb|php|go|rs|c|cpp|exe|out|jar)|\.{0,2}\/[\w./-]+|%s|%\w|\$0|\$\{[^}]*\}|#\{[^}]*\}|\{[^}]*\}|prog(ram)?|main)[,:]?$/i;
/** A line that begins with a program, as after "Usage:" on the line before. */
const PROGRAM_FIRST =
  /^[\s*/#$>-]*((python[\d.]*|node|java|ruby|php|go run|cargo run)\s+\S+|\.\/\S+)(?=\s+\S)/i;
const WORD = /\[(?:[^[\]]|\[[^[\]]*\])*\]|(?:<[^<>\n]*>|[^\s<])+/g;
/** What comes after this is another way, or is said of it. */
const END = /^(\||\.\.\.|&&|#|\(|or|atau|->|=>)/;

const MOST_LINES = 1000;
const MOST_LINE = 300;
const MOST_WORDS = 12;
const MOST_FORMS = 4;

/** The words of each usage line in what was printed, the first first. */
export function usageForms(text: string, vocabulary = CLIENT): string[][] {
  const lines = text.split(/\r?\n|\\n/).slice(0, MOST_LINES);
  const found: string[][] = [];
  for (const [at, line] of lines.entries()) {
    if (line.length > MOST_LINE || found.length >= MOST_FORMS) continue;
    const words = wordsIn(joined(lines, at), vocabulary);
    if (words !== null && words.length > 0) found.push(words);
  }
  const listed = optionLines(lines, vocabulary);
  const isNew = listed.length > 0 && !found.some((words) => listed.every((word) => words.includes(word)));
  return isNew ? [...found, listed] : found;
}

export const saysUsage = (text: string): boolean =>
  text.split(/\r?\n/).some((line) => line.length <= MOST_LINE && USAGE.test(line.trim()));

/** The same of the texts in a source, and of its comments. */
export const usageInSource = (source: string, vocabulary = CLIENT): string[][] =>
  usageForms(source.split("\n").slice(0, MOST_SOURCE_LINES).map(textIn).join("\n"), vocabulary);

const MOST_SOURCE_LINES = 20_000;
const LITERAL = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`(?:\\.|[^`\\])*`/g;

/** The texts of a line of code, with a mark where something is put between them. */
function textIn(line: string): string {
  if (line.length > MOST_LINE || !(KEYWORD.test(line) || PROGRAM_FIRST.test(line))) return "";
  const texts = line.match(LITERAL)?.map((text) => text.slice(1, -1)) ?? [];
  return texts.length === 0 ? line : texts.join(" %s ");
}

/** argparse breaks a long usage line; what goes on is indented. */
function joined(lines: readonly string[], at: number): string {
  let line = lines[at]!;
  if (!/^\s*usage:/i.test(line)) return line;
  for (let next = at + 1; next < Math.min(lines.length, at + 4) && /^\s{4,}\S/.test(lines[next]!); next++)
    line = `${line} ${lines[next]!.trim()}`;
  return line.slice(0, 2 * MOST_LINE);
}

/** Null: it is no usage line, or one of its words says nothing to us. */
function wordsIn(line: string, vocabulary: Vocabulary): string[] | null {
  const first = PROGRAM_FIRST.exec(line);
  const keyword = KEYWORD.exec(line);
  if (first === null && keyword === null) return null;
  const text =
    keyword === null
      ? line.replace(/^[\s*/#$>-]+(?=\w|\.\/)/, "")
      : line.slice(keyword.index + keyword[0].length);
  const tokens: string[] = text.trim().match(WORD) ?? [];
  let begin = 0;
  while (begin < tokens.length && INTERPRETER.test(tokens[begin]!)) begin++;
  const isProgram = (token: string) => PROGRAM.test(token) || vocabulary.program.test(token);
  const program = tokens.findIndex((token, at) => at >= begin && at < begin + 2 && isProgram(token));
  if (program === -1 && !(keyword && USAGE.test(keyword[0])) && begin === 0) return null;
  const rest = tokens.slice((program === -1 ? begin : program) + 1);
  return rest.length > MOST_WORDS ? null : formed(rest, false, vocabulary);
}

/** The words of a form, of those of a usage line. What may be left out is left out where it says nothing to us. */
function formed(tokens: readonly string[], optional: boolean, vocabulary: Vocabulary): string[] | null {
  const words: string[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (END.test(token)) break;
    if (token.startsWith("[")) {
      const inner: string[] = token.replaceAll(/^\[|\]$/g, "").match(WORD) ?? [];
      const more = formed(inner, true, vocabulary) ?? [];
      if (!more.some((word) => words.includes(word))) words.push(...more);
    } else if (token.startsWith("-")) {
      const option = optionOf(token, tokens[at + 1], vocabulary);
      at += option?.taken ?? 0;
      if (option !== null && (!optional || option.slot.startsWith("{"))) words.push(...option.words);
    } else {
      const word = positional(token, vocabulary);
      if (word !== null && (!optional || word.startsWith("{") || word.includes("{host}"))) words.push(word);
      else if (word === null && !optional) return words.length > 0 ? words : null;
    }
  }
  return words;
}

/** A word that is no option; <host>:<port> and http://<host>:<port>/<file> are of several. */
function positional(token: string, { slotOf }: Vocabulary): string | null {
  const bare = token.replace(/^[<({"']+/, "").replace(/[>)}.,;"']+$/, "");
  const whole = slotOf(bare);
  const parts = bare.split(/(:\/\/|[:/])/);
  if (parts.length < 3 || whole === "{url}" || /^[./]/.test(bare)) return whole;
  const mapped = parts.map((part, at) =>
    at % 2 === 1 || part === "" || /^https?$/.test(part) ? part : slotOf(part.replaceAll(/[<>{}[\]]/g, "")),
  );
  return mapped.includes(null) ? whole : mapped.join("").replace("/{path}", "{path}");
}

interface Option {
  words: string[];
  slot: string;
  /** So many of the words after it belong to it. */
  taken: number;
}

/** Null: it is a switch, or wants what we do not have. */
function optionOf(token: string, next: string | undefined, vocabulary: Vocabulary): Option | null {
  const { slotOf } = vocabulary;
  const [, name, joint, value] = /^(--?[\w-]+)(=?)(.*?)$/.exec(token.replace(/[,\]]+$/, "")) ?? [];
  if (name === undefined) return null;
  if (joint === "=") {
    const slot = positional(value!, vocabulary) ?? slotOf(name);
    return slot === null ? null : { words: [`${name}=${slot}`], slot, taken: 0 };
  }
  if (next === undefined || /^[-|[]/.test(next)) return null;
  const slot = positional(next, vocabulary) ?? slotOf(name);
  return slot === null ? null : { words: [name, slot], slot, taken: 1 };
}

/** Options that are listed one below the other, as Go, clap and Ruby list them. */
function optionLines(lines: readonly string[], { slotOf }: Vocabulary): string[] {
  const found = new Map<string, string[]>();
  for (const line of lines) {
    if (line.length > MOST_LINE) continue;
    const [, short, long, value] =
      /^\s+(-\w(?![\w-]))?,?\s*(--?\w[\w-]+)?(?:[= ]\s*<?([\w-]+)>?)?/.exec(line) ?? [];
    const name = long ?? short;
    if (name === undefined) continue;
    const slot = (long && slotOf(long)) || (value ? slotOf(value) : null);
    if (slot?.startsWith("{") && !found.has(slot)) found.set(slot, [name, slot]);
  }
  return [...found.values()].flat();
}
