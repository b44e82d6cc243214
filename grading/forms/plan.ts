// The forms in which a program is tried, the likeliest first: as it was stated, as its source speaks, as others are started.

import { type Form, formOf, MARK, same, USUAL } from "./form.js";
import { codeOf, mentionsWords, optionsOf, readsOf } from "./reads.js";
import { CLIENT, SERVER, type Vocabulary } from "./slots.js";
import { usageInSource } from "./usage.js";

export interface Plan {
  /** Somebody or something says so. */
  hinted: Form[];
  /** What others want. */
  usual: Form[];
  /** It may be asked what it wants: --help. */
  mayHelp: boolean;
  /** Those of the usual ones that are tried also where it gets on without: it may know its server only where it is not told another. */
  insteadOfItsOwn: Form[];
  /** How its words are read. */
  vocabulary: Vocabulary;
}

const FILE = formOf(["{host}", "{port}", "{file}"]);
const NONE = formOf([]);
const USUALS: readonly Form[] = [
  USUAL,
  FILE,
  NONE,
  formOf(["{url}"]),
  formOf(["{host}:{port}", "{file}"]),
  formOf(["{file}"]),
];

const READS_KEYBOARD =
  /\binput\s*\(|sys\.stdin|System\.(in|console)\b|\bScanner\b|\bw?scanf\b|fgets\s*\([^;\n]*stdin|std::getline|\bcin\b|readline|process\.stdin|os\.Stdin|\bstdin\(\)|(^|[^.\w])gets\b|\$stdin|STDIN|\bprompt\s*\(/m;

/** A quoted word with which a user leaves: who compares it goes on asking until then. */
const LEAVES = /["'](exit|quit|keluar|selesai|bye)["']/i;

/** Does it mean to go on until its user leaves? */
export const meansToGoOn = (source: string): boolean => LEAVES.test(source);

/**
 * `source`: the client's; null: nobody knows it. `command`: the one that starts it; marks in it say all. `stated`: the
 * forms that a rubric asks for. `told`: so many words the command tells it already, to be the client and no server.
 */
export function planFor(
  source: string | null,
  command: string,
  stated: readonly string[] = [],
  told = 0,
): Plan {
  if (command.search(MARK) >= 0)
    return {
      hinted: [formOf([], command)],
      usual: [],
      mayHelp: false,
      insteadOfItsOwn: [],
      vocabulary: CLIENT,
    };
  if (stated.length > 0)
    return {
      hinted: stated.map((form) => formOf(form.split(/\s+/).filter(Boolean))),
      usual: [],
      mayHelp: false,
      insteadOfItsOwn: [],
      vocabulary: CLIENT,
    };
  if (source === null)
    return {
      hinted: [],
      usual: [...USUALS],
      mayHelp: true,
      insteadOfItsOwn: [USUAL, FILE],
      vocabulary: CLIENT,
    };
  const insteadOfItsOwn = mentionsWords(source) ? [USUAL, FILE] : [USUAL];
  const options = optionsOf(source);
  const reads = readsOf(source, CLIENT, told);
  const said = [options, reads, ...usageInSource(source)]
    .filter((words) => words.length > 0)
    .map((words) => formOf(words));
  const keyboard = READS_KEYBOARD.test(codeOf(source));
  if (said.length === 0)
    return {
      hinted: [],
      usual: distinct([NONE, ...USUALS]),
      mayHelp: false,
      insteadOfItsOwn,
      vocabulary: CLIENT,
    };
  // Where a name may be left out, and is asked for then, more can be seen.
  const without = said
    .filter(({ given }) => given && keyboard)
    .map(withoutFile)
    .filter((form) => form.words.length > 0);
  return {
    hinted: distinct([...without, ...said]),
    usual: [...USUALS],
    mayHelp: options.length > 0,
    insteadOfItsOwn,
    vocabulary: CLIENT,
  };
}

/** What servers want that do not have their port in them. */
const SERVER_USUALS: readonly Form[] = [
  ["{port}"],
  ["{host}", "{port}"],
  ["{port}", "{folder}"],
  ["{folder}", "{port}"],
  ["{port}", "{threads}"],
  ["{host}:{port}"],
  ["{port}", "{folder}", "{threads}"],
].map((words) => formOf(words));

const QUESTION = /["'`]([^"'`\n]{2,60}?)\s*[:?>=]\s*(?:\\n)?["'`]/g;
const NO_QUESTION = /\b(enter to|press|stop|tekan|exit|quit|error|running|listening|berjalan)\b|[%{$]/i;
const MOST_QUESTIONS = 4;

/** What a server that reads its keyboard asks for, in the order of its source. */
function linesAsked(source: string): string[] {
  const code = codeOf(source);
  if (!READS_KEYBOARD.test(code)) return [];
  const slots = [...code.matchAll(QUESTION)].flatMap(([, question]) =>
    NO_QUESTION.test(question!) ? [] : (SERVER.slotOf(question!) ?? []),
  );
  return [...new Set(slots.filter((slot) => slot.startsWith("{")))].slice(0, MOST_QUESTIONS);
}

/** `source` and `command`: as for a client. `told`: so many words it is told already, to be this server and not another one. */
export function planForServer(source: string | null, command: string, told = 0): Plan {
  const plan = { hinted: [NONE], usual: [], mayHelp: false, insteadOfItsOwn: [], vocabulary: SERVER };
  if (command.search(MARK) >= 0) return plan;
  if (source === null) return { ...plan, usual: [...SERVER_USUALS], mayHelp: true };
  const asked = linesAsked(source);
  const typed = asked.includes("{port}") ? [{ ...NONE, lines: asked }] : [];
  if (!mentionsWords(source)) return { ...plan, hinted: [NONE, ...typed] };
  const said = [
    optionsOf(source, SERVER),
    ...usageInSource(source, SERVER).map((words) => words.slice(told)),
    readsOf(source, SERVER, told),
  ].filter((words) => words.length > 0);
  // An address may be one with its port.
  const withPort = said
    .filter((words) => !words.some((word) => word.includes("{port}")))
    .map((words) => words.map((word) => word.replace("{host}", "{host}:{port}")));
  return {
    ...plan,
    hinted: distinct([NONE, ...typed, ...[...said, ...withPort].map((words) => formOf(words))]),
    usual: [...SERVER_USUALS],
    mayHelp: true,
  };
}

/** The same form where the name is typed. */
const withoutFile = ({ words }: Form): Form =>
  formOf(
    words.filter(
      (word, at) =>
        !/\{(file|path|url)\}/.test(word) &&
        !/\{(file|path|url)\}/.test(/^-/.test(word) ? (words[at + 1] ?? "") : ""),
    ),
  );

export const distinct = (forms: readonly Form[]): Form[] =>
  forms.filter((form, at) => forms.findIndex((other) => same(form, other)) === at);
