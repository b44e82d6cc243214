// Which words a program reads from its command line, as its source says: sys.argv[3], args[2], ARGV, --port.

import { CLIENT, type Slot, type Vocabulary } from "./slots.js";

/** Where a language keeps the words of the command line, and at which place the first of them stands. */
const SOURCES: readonly [RegExp, first: number][] = [
  [/\bprocess\.argv\b/, 2],
  [/\bsys\.argv\b|\bos\.Args\b|\$argv\b|\$_SERVER\[['"]argv['"]\]|\benv::args(?:_os)?\(\)|\bargv\b/, 1],
  [/\bARGV\b|\bDeno\.args\b|\bflag\.Args?\(\)/, 0],
];
/** A line that is longer, or a source that has more of them, was not written by hand. */
const MOST_LINE = 300;
const MOST_LINES = 3000;
const MOST_HOLDERS = 12;
const MOST_POSITION = 8;

/** Does it speak of its command line at all? */
export const mentionsWords = (source: string): boolean =>
  SOURCES.some(([pattern]) => pattern.test(source)) ||
  /\bargs\b|argparse|parseArgs|getopt|OptionParser|\bflag\.\w+\(/.test(source);

/** The words of a form that the source speaks of; empty: it reads none. `told`: so many words are in its command already. */
export function readsOf(source: string, vocabulary = CLIENT, told = 0): string[] {
  const code = codeOf(source);
  const slots = positions(code, vocabulary).slice(told);
  return wordsOf(slots, vocabulary);
}

/** The options that a source knows, with what they stand for. */
export function optionsOf(source: string, vocabulary = CLIENT): string[] {
  const { slotOf } = vocabulary;
  const code = codeOf(source);
  const options = new Map<Slot, string[]>();
  const positional: string[] = [];
  const add = (given: string, about = "") => {
    const name = given.replace(/^(-\w)[A-Z]+$/, "$1"); // -hHOST, as Ruby says it
    const slot = slotOf(name.replace(/^-+/, "").replace(/=$/, "")) ?? (about === "" ? null : slotOf(about));
    if (slot === null || !slot.startsWith("{")) return;
    const long = name.replace(/=$/, "").length > 2;
    const before = options.get(slot);
    if (before !== undefined && (!long || /^--?\w\w/.test(before[0]!))) return;
    options.set(slot, name.endsWith("=") ? [`${name}${slot}`] : [name, slot]);
  };
  for (const [, names, rest] of code.matchAll(
    /add_argument\(\s{0,40}((?:["'][\w-]{1,40}["'][\s,]{0,40}){1,4})([^()]{0,300}(?:\([^()]{0,100}\)[^()]{0,100}){0,3})\)/g,
  )) {
    if (/store_true|store_false|"(count|version)"|'(count|version)'/.test(rest!)) continue;
    const all = names!.match(/[^"',\s]+/g) ?? [];
    const [first] = all;
    if (first !== undefined && !first.startsWith("-")) positional.push(slotOf(first) ?? "");
    else for (const name of all) add(name, all.find((one) => one.startsWith("--")) ?? "");
  }
  for (const [, name] of code.matchAll(/\.argument\(\s*["'][<[]?(\w+)[>\]]?["']/g))
    positional.push(slotOf(name!) ?? "");
  for (const [, name] of code.matchAll(/\bflag\.\w+\((?:&\w+,\s*)?"([\w-]+)"/g)) add(`-${name}`);
  for (const [, keys] of [...code.matchAll(/\bparseArgs\(([\s\S]{0,1500})/g)].slice(0, 3))
    for (const [, name] of keys!.matchAll(/["']?([\w-]+)["']?\s*:\s*\{\s*type\s*:\s*["']string/g))
      add(`--${name}`);
  // getopt(3) and PHP's: letters with a colon behind them, and long names with one.
  const short = new Set<string>();
  for (const [, letters] of code.matchAll(/\bgetopt(?:_long)?\([^"\n]*"([\w:]+)"/g))
    for (const [, letter] of letters!.matchAll(/(\w):/g)) short.add(letter!);
  for (const letter of short) add(`-${letter}`, caseOf(code, letter));
  if (/\bgetopt\(/.test(code)) for (const [, name] of code.matchAll(/["'](\w[\w-]+):["']/g)) add(`--${name}`);
  for (const [, name] of code.matchAll(/\{\s*"([\w-]+)"\s*,\s*(?:required_argument|1)\b/g)) add(`--${name}`);
  for (const [, name] of code.matchAll(/["'`](--?[a-z][\w-]*=?)(?:[ =]<?[\w-]*>?)?["'`]/gi)) add(name!);
  for (const [, letter, long] of code.matchAll(/["'`](-\w),\s*(--[\w-]+)[ =]/g)) add(long ?? letter!);
  const named = [...options.values()].flat();
  const more = wordsOf(
    positional.map((slot) => slot || null),
    vocabulary,
  ).filter((word) => !named.includes(word));
  return named.length === 0 && more.length === 0 ? [] : [...named, ...more];
}

/** What getopt's letter is kept in: case 'h': host = optarg. */
const caseOf = (code: string, letter: string): string =>
  new RegExp(`['"]-?${letter}['"]\\s*[:)]\\s*\\{?\\s*(?:strcpy\\(|strncpy\\()?\\s*\\$?(\\w+)`).exec(
    code,
  )?.[1] ?? "";

/** Calls that want only one thing, whatever what they make is kept in. */
const WANTED: readonly [RegExp, Slot][] = [
  [/:["'`]\s*[.+]\s*$|:(?:\$\{|#\{|\{)$/, "{port}"], // put behind a colon
  [/\b(?:ListenAndServe|Listen\(\s*"tcp\w*"\s*,|TcpListener::bind)\s*\(?\s*&?\s*$/, "{host}:{port}"],
  [/\b(?:ServerSocket|TCPServer\.new|htons)\s*\(\s*(?:[\w.]+\s*\(\s*)?$/, "{port}"],
  [/\b(?:newFixedThreadPool|ThreadPool\w*)\s*\(\s*(?:[\w.=]+\s*\(?\s*)?$/, "{threads}"],
  [/\b(?:chdir|opendir|isdir|http\.Dir)\s*\(\s*$/, "{folder}"],
];

function wantedIn(statement: string, index: number): Slot | null {
  const before = statement.slice(Math.max(0, index - 80), index);
  return WANTED.find(([pattern]) => pattern.test(before))?.[1] ?? null;
}

/** What each word is, in their order: null where nobody says. */
function positions(code: string, { slotOf }: Vocabulary): (Slot | null)[] {
  const found: (Slot | null)[] = [];
  const note = (at: number, slot: Slot | null) => {
    if (at < 0 || at > MOST_POSITION) return;
    while (found.length <= at) found.push(null);
    found[at] ??= slot;
  };
  const holders = holdersIn(code);
  const statements = statementsIn(code);
  for (const statement of statements) {
    const reads = readsIn(statement, holders);
    const names = assignedIn(statement);
    for (const [nth, { at, index }] of reads.entries()) {
      const both = /^[^;]{0,40}?\]\)?\s*\.r?(split|partition)\(\s*["']:/.test(statement.slice(index));
      if (both) {
        note(at, "{host}:{port}");
        continue;
      }
      const name = names.length === reads.length ? names[nth] : nameBefore(statement.slice(0, index));
      note(at, wantedIn(statement, index) ?? ((name && slotOf(name)) || contextOf(statement, index)));
    }
  }
  for (const [at, slot] of destructured(statements, holders, slotOf).entries()) note(at, slot);
  for (const [at, slot] of inTurn(statements, holders, slotOf).entries()) note(at, slot);
  return found;
}

/** A name under which the words are kept, and the place of the first of them. */
interface Holder {
  pattern: string;
  first: number;
}

function holdersIn(code: string): Holder[] {
  const all: Holder[] = SOURCES.map(([{ source }, first]) => ({ pattern: `(?:${source})`, first }));
  const java =
    /\bmain\s*\(\s*(?:final\s+)?String\s*(?:\[\s*\]|\.\.\.)\s*(\w+)/.exec(code) ??
    /\bmain\s*\(\s*String\s+(\w+)\s*\[/.exec(code);
  if (java) all.unshift({ pattern: `\\b${java[1]}\\b`, first: 0 });
  const c =
    /\bmain\s*\(\s*int\s+\w+\s*,\s*(?:const\s+)?char\s*(?:const\s*)?\*\s*(?:const\s*)?\*?\s*(\w+)/.exec(code);
  if (c && c[1] !== "argv") all.unshift({ pattern: `\\b${c[1]}\\b`, first: 1 });
  for (const [{ source }, first] of SOURCES)
    for (const [, name, , rest] of code.matchAll(
      new RegExp(
        `([$\\w]+)(?:\\s*:\\s*[\\w<>[\\]]{1,40})?\\s*:?=\\s*(?:std::)?(${source})([^\\n;]{0,200})`,
        "g",
      ),
    )) {
      if (/^\s*\[\s*\d+\s*\]|^\s*\.(shift|nth|first|pop)\b/.test(rest!)) continue; // one of them only
      const cut = /^\s*\[\s*(\d+)\s*:\s*\d*\s*\]|^\s*\.slice\(\s*(\d+)|\.skip\(\s*(\d+)/.exec(rest!);
      const from = cut ? Number(cut[1] ?? cut[2] ?? cut[3]) : 0;
      const pattern = `${name!.startsWith("$") ? "" : "\\b"}${name!.replaceAll("$", "\\$")}\\b`;
      if (all.length < MOST_HOLDERS && !all.some((one) => one.pattern === pattern))
        all.unshift({ pattern, first: Math.max(0, first - from) });
    }
  return all;
}

interface ReadWord {
  at: number;
  /** Where in the statement it stands. */
  index: number;
}

function readsIn(statement: string, holders: readonly Holder[]): ReadWord[] {
  const reads = new Map<number, ReadWord>();
  for (const { pattern, first } of holders)
    for (const match of statement.matchAll(
      new RegExp(
        `${pattern}(?:\\s*\\[\\s*(\\d+)\\s*\\]|\\s*\\.nth\\(\\s*(\\d+)\\s*\\)|\\.get\\(\\s*(\\d+)\\s*\\))`,
        "g",
      ),
    )) {
      const place = Number(
        match
          .slice(1)
          .filter((one) => /^\d+$/.test(one ?? ""))
          .at(-1),
      );
      const end = match.index + match[0].length;
      if (!reads.has(end)) reads.set(end, { at: place - first, index: match.index });
    }
  for (const match of statement.matchAll(/\bflag\.Arg\(\s*(\d+)\s*\)/g))
    reads.set(match.index + match[0].length, { at: Number(match[1]), index: match.index });
  return [...reads.values()].sort((a, b) => a.index - b.index);
}

/** The names on the left of an assignment. */
function assignedIn(statement: string): string[] {
  const [, left] = /^(.*?)(?::=|(?<![=!<>])=(?![=>]))/s.exec(statement) ?? [];
  if (left === undefined) return [];
  return left
    .split(",")
    .map((part) => /([$\w.]+)\s*(?::\s*[\w<>&]+\s*)?$/.exec(part.replace(/[)\]}]\s*$/, ""))?.[1] ?? "")
    .map((name) => name.split(".").at(-1)!);
}

/** const host = args[0], port = args[1]: the name next to it. */
const nameBefore = (before: string): string | undefined =>
  /(?:^|,)[^,=]*?([$\w]+)\s*:?=\s*[\w.]*\(?\s*&?$/.exec(before)?.[1];

/** What the code around a word does with it. */
function contextOf(statement: string, index: number): Slot | null {
  const before = statement.slice(Math.max(0, index - 80), index);
  if (
    /(\bint|\batoi|\batol|\bstrtol|\bstrtoul|\bstoi|parseInt|\bNumber|valueOf|Atoi|htons|\bintval|\bInteger|\(int\))\s*\(?\s*[$\w.&]*$/.test(
      before,
    )
  )
    return "{port}";
  const after = statement.slice(index, index + 60);
  if (/^[^\]]*\]\s*\)?\s*\.(to_i|parse|trim\(\)\.parse)\b/.test(after)) return "{port}";
  if (/(inet_addr|inet_pton|inet_aton|gethostbyname|getaddrinfo|getByName|LookupHost)\b/.test(before))
    return "{host}";
  if (/\b(TCPSocket\.(new|open)|fsockopen|create_connection|new Socket)\s*\(+\s*$/.test(before))
    return "{host}";
  if (/\bHost:\s*["'`+.\s$#{(%]*$/i.test(before)) return "{host}";
  if (/GET ["'`+\s${(]*[$\w.]*$/.test(before)) return "{path}";
  if (/GET\b|HEAD\s/.test(before)) return "{file}";
  if (/(urlparse|new URL|URI\.?(parse|create)?)\s*\(?\s*[\w.]*$/.test(before)) return "{url}";
  return null;
}

/** host, port, file = sys.argv[1:]; const [, , host, port] = process.argv; list($script, $host) = $argv. */
function destructured(
  statements: readonly string[],
  holders: readonly Holder[],
  slotOf: Vocabulary["slotOf"],
): (Slot | null)[] {
  for (const { pattern, first } of holders) {
    const taking = new RegExp(
      `^(.*,.*?):?=\\s*(?:${pattern})\\s*(?:\\[\\s*(\\d+)\\s*:\\s*\\d*\\s*\\]|\\.slice\\(\\s*(\\d+).*)?\\s*\\)?\\s*$`,
    );
    for (const statement of statements) {
      const [, left, cut, slice] = taking.exec(statement) ?? [];
      if (left === undefined) continue;
      const names = left
        .replace(/\s*:\s*[\w<>[\]]+\s*$/, "") // const [host, port]: string[] =
        .replace(/^.*?(?:[[(]|(?=[$\w]+\s*,))/, "")
        .replaceAll(/[[\]()]/g, "")
        .split(",")
        .map((name) => name.replace(/[=:].*/, "").replaceAll(/[$*&\s]/g, ""));
      return names.slice(Math.max(0, first - Number(cut ?? slice ?? 0))).map(slotOf);
    }
  }
  return [];
}

/** Words that are taken one after the other: ARGV.shift, args.next(), argv.pop(0). */
function inTurn(
  statements: readonly string[],
  holders: readonly Holder[],
  slotOf: Vocabulary["slotOf"],
): (Slot | null)[] {
  for (const { pattern, first } of holders) {
    const taking = new RegExp(
      `(?:${pattern})\\s*\\.(?:shift\\b|next\\(|pop\\(0\\))|array_shift\\(\\s*(?:${pattern})\\s*\\)`,
    );
    const names = statements.flatMap((statement) =>
      taking.test(statement) ? (assignedIn(statement)[0] ?? "") : [],
    );
    if (names.length === 0) continue;
    const program = first > 0 && /^_|prog|script|^$/.test(names[0]!) ? 1 : 0;
    return names.slice(program).map((name) => slotOf(name));
  }
  return [];
}

/** What nobody says is taken to be what is still missing, in the order that the assignment has. */
function wordsOf(slots: readonly (Slot | null)[], { unnamed, second }: Vocabulary): string[] {
  const found: (Slot | null)[] = [];
  for (const slot of slots) {
    const other = slot !== null && found.includes(slot) ? second(slot) : slot;
    found.push(other !== null && found.includes(other) ? null : other);
  }
  const known = found.filter((slot) => slot !== null);
  const missing = unnamed(found).filter((slot) => !known.some((one) => one.includes(slot)));
  return found.map((slot) => slot ?? missing.shift() ?? "1");
}

const statementsIn = (code: string): string[] => code.split(/[;\n]/);

/** A source without its comments: they may tell how other programs read their words. */
export function codeOf(source: string): string {
  const lines = withoutBlocks(source)
    .split("\n")
    .filter((line) => line.length <= MOST_LINE);
  return lines
    .slice(0, MOST_LINES)
    .map((line) => line.replace(/(^|[\s;{}])\/\/.*/, "$1").replace(/(^|\s)#(?!include|\{)[^"']*$/, "$1"))
    .join("\n");
}

/** What stands between the marks of a comment goes; of one that never ends, the rest. */
function withoutBlocks(source: string): string {
  const parts = source.split("/*");
  const rest = parts.slice(1).map((part) => (part.includes("*/") ? part.slice(part.indexOf("*/") + 2) : ""));
  return [parts[0], ...rest].join(" ");
}
