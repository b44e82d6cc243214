// One program that is both servers, or server and client: how its user says which one it is to be, read from its source.

import type { Role } from "../../grade.js";
import type { Content } from "./content.js";
import { wordsOf } from "./name.js";
import { meaningsOf } from "./vocabulary.js";

/** How a program is started so that it is this one. */
export interface Mode {
  /** Words after its command. */
  args: string[];
  /** Lines at its keyboard. */
  typed: string[];
}

type Modes = Partial<Record<Role, Mode>>;

/** It looks at what it was told. */
const READS_ARGUMENTS =
  /\bargv\b|\bargparse\b|\badd_argument\b|\bclick\.(?:option|argument)\b|\btyper\b|\bargs?\s*[[.]|\bARGV\b|\bOptionParser\b|\$argv\b|\$argc\b|\bgetopt\b|\bgetopt_long\b|\bos\.Args\b|\bflag\.\w+\s*\(|\benv::args\b|\bclap\b|\bString\s*(?:\[\]|\.\.\.)\s*\w+|\bparseArgs\b|\bcommander\b|\byargs\b/;
/** It asks its user. */
const READS_KEYBOARD =
  /\binput\s*\(|\braw_input\s*\(|\bScanner\s*\(\s*System\.in\b|\bSystem\.in\b|\bscanf\s*\(|\bfgets\s*\([^)]{0,80}\bstdin\b|\bcin\s*>>|\bgetline\s*\(\s*(?:std::)?cin\b|\breadline\b|\bgets\b|\bfmt\.Scan\w*\s*\(|\bos\.Stdin\b|\bstdin\s*\(\s*\)|\bSTDIN\b/;

const MOST_STRINGS = 4000;
const OPTION = /^--?[a-z][\w-]{0,40}$/i;
const CHOICE = /^[a-z][\w-]{0,30}$/i;
/** An option that is followed by what it is to be. */
const NAMED =
  /^--?(m|mode|modo|model|modelo|t|type|tipo|tipe|jenis|kind|server|srv|s|server-?type|server-?mode|variant|concurrency|run|which|role|threading|handler)$/i;

/** How to make it each of the three; what is missing can't be told, or is not there. */
export function modesOf({ code, text, strings }: Content, language: string): Modes {
  const literals = [...new Set(strings.slice(0, MOST_STRINGS))];
  if (READS_ARGUMENTS.test(code)) {
    const found =
      byOptions(
        literals.filter((one) => OPTION.test(one)),
        text,
      ) ?? byChoices(literals, text, language);
    if (found !== null) return found;
  }
  return (READS_KEYBOARD.test(code) && byMenu(strings.slice(0, MOST_STRINGS), code)) || {};
}

/** --single and --multi; --threaded alone, and without it the other one. */
function byOptions(options: readonly string[], text: string): Modes | null {
  const flags = options.filter((option) => isFlag(option, text));
  const of = (role: Role) =>
    flags.filter((option) => roleOf(option) === role).sort((a, b) => b.length - a.length)[0];
  const [single, multi] = [of("single"), of("multi")];
  if (single === undefined && multi === undefined) return null;
  return {
    single: { args: single === undefined ? [] : [single], typed: [] },
    multi: { args: multi === undefined ? [] : [multi], typed: [] },
  };
}

/** An option that takes a number, such as --threads 4, is none that says which server it is to be. */
function isFlag(option: string, text: string): boolean {
  if (option.startsWith("--") === false && option.length < 4) return false;
  const at = text.search(new RegExp(`["'\`]${escaped(option)}["'\`]`));
  const declared = text.slice(at, at + 160).split("\n\n")[0]!;
  const own = declared.split(/\)\s*[;\n]/)[0]!;
  return !/\btype\s*=\s*int\b|\bmetavar\b|\bnargs\b|\bdefault\s*=\s*\d|\bint\b.*\bdefault\b/.test(own);
}

/** --mode single; or a first word: single, multi, client. */
function byChoices(literals: readonly string[], text: string, language: string): Modes | null {
  const choices = literals.filter((one) => CHOICE.test(one));
  const first = (role: Role) => {
    const some = choices.filter((one) => roleOf(one) === role);
    // The word itself goes before "single-threaded server" and the like.
    return some.sort(
      (a, b) => Number(isChosen(b, text)) - Number(isChosen(a, text)) || a.length - b.length,
    )[0];
  };
  const [single, multi, client] = [first("single"), first("multi"), first("client")];
  if (single === undefined || multi === undefined) return null;
  if (!isChosen(single, text) && !isChosen(multi, text)) return null;
  const option = optionFor(single, multi, literals, text, language);
  const mode = (word: string): Mode => ({ args: option === null ? [word] : [option, word], typed: [] });
  return {
    single: mode(single),
    multi: mode(multi),
    ...(client !== undefined && isChosen(client, text) && { client: mode(client) }),
  };
}

/** Is it compared with something, or one of a list of choices? */
function isChosen(word: string, text: string): boolean {
  const quoted = `["'\`]${escaped(word)}["'\`]`;
  return new RegExp(
    `(?:[=!]==?|\\bin|\\bcase|\\bwhen|\\bis|equals(?:IgnoreCase)?\\s*\\(|strcmp\\s*\\([^;\\n]{0,60},|choices\\s*[=:]\\s*[\\[({][^\\])}]{0,200}|choices\\s*\\(\\s*\\[?[^\\])]{0,200}|add_parser\\s*\\(|command\\s*\\(|Choice\\s*\\(\\s*\\[[^\\]]{0,200})\\s*\\(?\\[?\\s*${quoted}|${quoted}\\s*(?:[=!]==?|=>|\\.equals|:\\s*\\n?\\s*(?:\\w+\\(|lambda|run|serve|[a-z_]\\w*\\s*[,}]))`,
  ).test(text);
}

/** The option whose value it is; null: it is a word by itself. */
function optionFor(
  single: string,
  multi: string,
  literals: readonly string[],
  text: string,
  language: string,
): string | null {
  const named = literals.filter((one) => NAMED.test(one) && roleOf(one) === null);
  const longest = [...named].sort((a, b) => b.length - a.length);
  // Where the choices are declared with the option, that one.
  for (const option of longest) {
    const declared = new RegExp(
      `["'\`]${escaped(option)}["'\`][\\s\\S]{0,300}?["'\`](?:${escaped(single)}|${escaped(multi)})["'\`]`,
    );
    if (declared.test(text)) return option;
  }
  if (language === "Go") {
    const name = /\bflag\.String(?:Var)?\s*\((?:\s*&\w+\s*,)?\s*"(\w+)"/.exec(text)?.[1];
    if (name !== undefined && /mode|type|server|model|kind/i.test(name)) return `-${name}`;
  }
  return longest.find((option) => option.startsWith("--")) ?? null;
}

const LINE = /^\W{0,4}([1-9a-c])\W{1,4}(.{2,60})$/i;

/** "1. Single-threaded server", "2. Multi-threaded server" at its start. */
function byMenu(strings: readonly string[], code: string): Modes | null {
  const modes: Modes = {};
  for (const string of strings.slice(0, 400))
    for (const line of string.split(/\\n|\n|,|\||;| - (?=\d)|(?<=\)) (?=\d)/)) {
      const [, key, words] =
        LINE.exec(line.trim()) ?? /\b([1-9])\s*(?:[=:.)]|for)\s*(.{2,60})$/i.exec(line.trim()) ?? [];
      if (key === undefined || words === undefined) continue;
      const role = roleOf(words);
      if (role !== null) modes[role] ??= { args: [], typed: [key] };
    }
  if (modes.single !== undefined && modes.multi !== undefined) return modes;
  // "Mode (single/multi): "
  const asked = strings
    .map((one) => /\b(\w+)\s*(?:\/|\bor\b|\batau\b|,|\|)\s*(\w+)\b/.exec(one))
    .find(
      (match) =>
        match !== null &&
        new Set([roleOf(match[1]!), roleOf(match[2]!)]).size === 2 &&
        roleOf(match[1]!) !== null &&
        roleOf(match[2]!) !== null,
    );
  if (!asked || code === "") return null;
  const [, a, b] = asked;
  return { [roleOf(a!)!]: { args: [], typed: [a!] }, [roleOf(b!)!]: { args: [], typed: [b!] } };
}

/** Which of the three a word of an option, a choice or a menu means; null: none, or more than one. */
function roleOf(word: string): Role | null {
  const tokens = wordsOf(word);
  const has = (...meanings: string[]) =>
    tokens.some((token) => meaningsOf(token).some((meaning) => meanings.includes(meaning)));
  const negated = has("no") && has("multi", "thread");
  const single = has("single") || negated;
  const multi = !single && has("multi", "thread");
  if (single) return "single";
  if (multi && !(has("client") && !has("server") && tokens.length > 3)) return "multi";
  return has("client") && !has("server") ? "client" : null;
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
