// What the path of a file says of the program in it: which of the three it is, in any order and spelling.

import { basename, extname } from "node:path/posix";
import { type Meaning, meaningsOf, takenApart } from "./vocabulary.js";

export type Aside = "library" | "built" | "old" | "test" | "front end";

/** What a name says; null: nothing. */
export interface NameReading {
  kind: "server" | "client" | null;
  says: "single" | "multi" | "both" | null;
  /** `says` rests on a word that may mean something else: a figure, "basic", "simple". */
  weak: boolean;
  /** `says` comes from a folder. */
  byFolder: boolean;
  /** `kind` comes from a folder. */
  kindByFolder: boolean;
  /** It is a part of another program by its name: a handler, a helper. */
  helper: boolean;
  /** Another kind of coursework. */
  about: "chat" | "game" | "udp" | "proxy" | null;
  /** Words that nobody knows, and marks of a copy: the less, the more it is the very name. */
  surplus: number;
  /** Of two versions of a program the later one counts. */
  version: number;
  /** The name without what makes it a version or a copy, to tell versions of one program. */
  stem: string;
}

interface Token {
  word: string;
  means: readonly Meaning[];
}

const MARKS = [
  /^(copy of|salinan( dari)?|copia de)\s+/i,
  /^\d{5,}[-_.\s]+/,
  /[-_.\s]*\(\d+\)$/,
  /[-_.\s]+\(?(copy|salinan|copia)\)?(\s+\(?\d+\)?)?$/i,
  /[-_.\s]+\d{5,}$/,
];
const VERSION = /(?<!\p{L})(?:v|ver|versi|version)[-_.\s]?(\d{1,3})(?:\.\d+)*(?![\p{L}\d])/iu;
const LATEST = 1000;
const MOST_NAME = 255;
/** Before "clients" these say how many a server has. */
const COUNTS =
  /^(multi|mult|multy|multiples?|multipl[oa]s?|many|banyak|several|varios|single|one|satu|uno?|um|n)$/;

const tokensOf = (name: string): Token[] => wordsOf(name).map((word) => ({ word, means: meaningsOf(word) }));

/** The same folders stand in the paths of all that is in them. */
const MOST_REMEMBERED = 2000;
function remembered<Value>(read: (name: string) => Value): (name: string) => Value {
  const values = new Map<string, Value>();
  return (name) => {
    const before = values.get(name);
    if (before !== undefined) return before;
    if (values.size >= MOST_REMEMBERED) values.clear();
    const value = read(name);
    values.set(name, value);
    return value;
  };
}

/** "TCPServerSingle_1" as tcp, server, single, 1. */
export const wordsOf = remembered(takeApart);

function takeApart(name: string): readonly string[] {
  const plain = name.slice(0, MOST_NAME).normalize("NFKD").replaceAll(/\p{M}/gu, "");
  const runs = plain.match(/\p{L}+|\p{N}+/gu) ?? [];
  return runs.flatMap((run) => {
    const lower = run.toLowerCase();
    if (/^\p{N}/u.test(run) || meaningsOf(lower).length > 0) return [lower];
    const humps = run
      .replaceAll(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
      .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
      .toLowerCase()
      .split(" ")
      .flatMap(takenApart);
    if (humps.every((word) => meaningsOf(word).length > 0)) return humps;
    const joined = takenApart(lower);
    return joined.every((word) => meaningsOf(word).length > 0) ? joined : humps;
  });
}

/** Reads a path: the name of the file first, and where it does not say, those of its folders, the nearest first. */
export function readName(path: string): NameReading {
  const parts = path.split("/");
  const own = readOne(basename(path, extname(path)), false);
  for (const folder of parts.slice(0, -1).reverse()) {
    const more = readFolder(folder);
    if (own.kind === null && more.kind !== null) Object.assign(own, { kind: more.kind, kindByFolder: true });
    // "single and multi" is the name of all that is in it.
    if (own.says === null && more.says !== null && more.says !== "both" && own.kind !== "client")
      Object.assign(own, { says: more.says, weak: more.weak, byFolder: true });
    own.about ??= more.about;
  }
  return own;
}

const readFolder = remembered((name) => readOne(name, true));

function readOne(full: string, isFolder: boolean): NameReading {
  const unmarked = MARKS.reduce((rest, mark) => rest.replace(mark, ""), full.trim()) || full;
  const version = VERSION.exec(unmarked);
  const name = version === null ? unmarked : unmarked.replace(version[0], " ");
  const tokens = tokensOf(name);
  const has = (...meanings: Meaning[]) =>
    tokens.some(({ means }) => means.some((one) => meanings.includes(one)));
  const unknown = tokens.filter(({ word, means }) => means.length === 0 && !/^\p{N}+$/u.test(word));
  const { says, weak } = role(tokens, isFolder && unknown.length > 0, isFolder);
  const [server, client] = [has("server"), has("client")];
  // "server for multiple clients" is a server; "client of the server" nobody can tell.
  const counted = tokens.some(
    ({ means }, at) => means.includes("client") && COUNTS.test(tokens[at - 1]?.word ?? ""),
  );
  const latest = has("new") ? LATEST : 0;
  return {
    kind: server && client ? (counted ? "server" : null) : server ? "server" : client ? "client" : null,
    says,
    weak,
    byFolder: false,
    kindByFolder: false,
    helper: has("helper"),
    about: has("chat") ? "chat" : has("game") ? "game" : has("udp") ? "udp" : has("proxy") ? "proxy" : null,
    surplus: unknown.length + (unmarked === full.trim() ? 0 : 1) + (server || client ? 0 : 1),
    version: version === null ? latest : Number(version[1]),
    stem: tokens
      .filter(({ means }) => !means.includes("new") && !means.includes("copy"))
      .map(({ word }) => word)
      .join(" "),
  };
}

/** `strange`: it is a folder's name with words that nobody knows, such as a student's own. */
function role(
  tokens: readonly Token[],
  strange: boolean,
  isFolder: boolean,
): Pick<NameReading, "says" | "weak"> {
  const is = (at: number, ...meanings: Meaning[]) =>
    tokens[at]?.means.some((meaning) => meanings.includes(meaning)) ?? false;
  let [single, multi, threads] = [false, false, false];
  let [perhapsSingle, perhapsMulti] = [false, false];
  tokens.forEach(({ word }, at) => {
    // no thread; non-concurrent; tanpa thread; sin hilos
    const negated = is(at - 1, "no") || (is(at - 1, "filler") && is(at - 2, "no"));
    if (/^(nothreads?|nonthread|nonthreaded|unthreaded)$/.test(word)) single = true;
    else if (negated && is(at, "multi", "thread")) single = true;
    else if (negated) return;
    else if (is(at, "single")) single = true;
    else if (is(at, "multi")) multi = true;
    else if (is(at, "thread")) {
      // one thread; a thread per client; satu thread
      if (is(at - 1, "one") && !is(at + 1, "one")) single = true;
      else threads = true;
    } else if (is(at, "perhaps single") || word === "s") perhapsSingle = true;
    else if (is(at, "perhaps multi") || word === "m") perhapsMulti = true;
    else if (/^0?[12]$/.test(word) && !is(at - 1, "task", "filler") && (!isFolder || hasServer(tokens)))
      if (word.endsWith("1")) perhapsSingle = true;
      else perhapsMulti = true;
  });
  if (single && multi) return { says: "both", weak: false };
  if (single) return { says: "single", weak: false };
  if (multi || threads) return { says: "multi", weak: false };
  if (strange || perhapsSingle === perhapsMulti) return { says: null, weak: false };
  return { says: perhapsSingle ? "single" : "multi", weak: true };
}

const hasServer = (tokens: readonly Token[]): boolean => tokens.some(({ means }) => means.includes("server"));

/** Does a folder's name say nothing else than which program lies in it? No student is called so. */
export function roleOfFolder(name: string): "single" | "multi" | "client" | null {
  const tokens = tokensOf(name);
  const { says, weak } = role(tokens, false, true);
  if (tokens.some(({ word, means }) => means.length === 0 && !/^\d+$/.test(word))) return null;
  if (says !== null && says !== "both" && !weak) return says;
  const { kind } = readOne(name, true);
  return kind === "client" ? "client" : null;
}

const LIBRARIES =
  /^(node_modules|bower_components|jspm_packages|v?env\d*|\.?venv.*|virtualenv|site-packages|dist-packages|__pycache__|vendor|third[-_ ]?party|\.\w.*|Pods|wp-(admin|includes|content))$/i;
const BUILT =
  /^(target|build|builds|dist|out|obj|bin|classes|cmake-build-\w+|debug|release|\.antre|nbproject|gradle)$/i;
const TESTS = /^(tests?|__tests?__|specs?|testing|pruebas?|uji([-_ ]?coba)?|unit[-_ ]?tests?|benchmarks?)$/i;
const SHOWN =
  /^(static|public|public_html|assets|www|wwwroot|htdocs|html|js|scripts?|frontend|front[-_ ]end|templates?|webroot|site|docs?)$/i;
const TOOLS =
  /(^|\/)(setup|conftest|manage|gulpfile|gruntfile|webpack|rollup|vite|babel|eslint|jest|tailwind|postcss|next|nuxt|metro|karma|vitest)(\.config)?\.(py|[cm]?[jt]s)$|\.(min|bundle|config|test|spec|d)\.[cm]?[jt]s$|_test\.(go|py|rb)$|(^|\/)test_\w+\.py$|\w(Test|Tests|IT)\.java$|(^|\/)(module-info|package-info)\.java$|(^|\/)__init__\.py$|(^|\/)build\.rs$/;

/** Why a file is no candidate; null: it is one. Libraries never are; the others only where nothing else is there. */
export function asideOf(path: string): Aside | null {
  const folders = path.split("/").slice(0, -1);
  if (folders.some((folder) => LIBRARIES.test(folder))) return "library";
  if (folders.some((folder) => TESTS.test(folder)) || TOOLS.test(path)) return "test";
  const words = wordsOf(basename(path, extname(path)));
  const means = (some: readonly string[], meaning: Meaning) =>
    some.some((word) => meaningsOf(word).includes(meaning));
  if (means(words, "old") || folders.some((folder) => means(wordsOf(folder), "old"))) return "old";
  if (means(words, "test")) return "test";
  if (folders.some((folder) => BUILT.test(folder))) return "built";
  if (/\.([cm]?[jt]s|jsx|tsx|php)$/i.test(path) && folders.some((folder) => SHOWN.test(folder)))
    return "front end";
  return null;
}
