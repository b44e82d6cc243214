// The files of a submission that could be one of its programs: their names, and what their sources say.

import { readFileSync, statSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path/posix";
import { languageOf } from "../languages.js";
import { decode } from "../text.js";
import { type Candidate, type Kind, kindOfCandidate } from "./choose.js";
import { type Content, joined, readContent } from "./content.js";
import { modesOf } from "./modes.js";
import { asideOf, readName } from "./name.js";

/** More than so many programs no student has written; the rest is not read. */
const MOST_SOURCES = 300;
const MOST_SOURCE_BYTES = 256 * 1024;
const MOST_BYTES = 4 * 2 ** 20;
/** So many of its own files can a program use. */
const MOST_HELPERS = 40;

/** Written for programs, and none by itself. */
const HEADERS: Record<string, string> = { ".h": "C", ".hh": "C++", ".hpp": "C++", ".hxx": "C++" };

/** Languages that are known, and can't be graded here. */
const UNSUPPORTED: Record<string, string> = {
  ".cs": "C#",
  ".kt": "Kotlin",
  ".kts": "Kotlin",
  ".scala": "Scala",
  ".swift": "Swift",
  ".dart": "Dart",
  ".pl": "Perl",
  ".lua": "Lua",
  ".ex": "Elixir",
  ".exs": "Elixir",
  ".erl": "Erlang",
  ".hs": "Haskell",
  ".vb": "Visual Basic",
  ".pas": "Pascal",
  ".zig": "Zig",
  ".nim": "Nim",
  ".groovy": "Groovy",
  ".clj": "Clojure",
  ".ipynb": "Jupyter",
};

/** A file in a language that is known here and can't be started. */
export interface Unsupported {
  path: string;
  language: string;
}

export interface Read {
  candidates: Candidate[];
  /** Looked at only where nothing else is there: old versions, tests, what a build left. */
  aside: Candidate[];
  unsupported: Unsupported[];
}

/** Reads the sources of a submission, each once. `files`: relative to `folder`. */
export function readCandidates(folder: string, files: readonly string[]): Read {
  const programs = files.filter((file) => languageOf(file) !== undefined);
  const own = programs.filter((file) => asideOf(file) !== "library");
  const sources = new Sources(folder, files);
  const byDepth = [...own].sort((a, b) => depthOf(a) - depthOf(b) || (a < b ? -1 : 1)).slice(0, MOST_SOURCES);
  const all = byDepth.map((path) => candidate(path, sources));
  return {
    candidates: all.filter(({ path }) => asideOf(path) === null),
    aside: all.filter(({ path }) => asideOf(path) !== null),
    unsupported: files.flatMap((path) => {
      const language = UNSUPPORTED[extname(path).toLowerCase()];
      return language === undefined || asideOf(path) !== null ? [] : [{ path, language }];
    }),
  };
}

/** What each of them is, for the sentence that says what was seen. */
export const kindsOf = (candidates: readonly Candidate[]): { path: string; kind: Kind }[] =>
  candidates.map((one) => ({ path: one.path, kind: kindOfCandidate(one) }));

function candidate(path: string, sources: Sources): Candidate {
  const language = languageOf(path)!.name;
  const own = sources.of(path);
  return {
    path,
    language,
    name: readName(path),
    content: joined(own, sources.helpersOf(path)),
    modes: modesOf(own, language),
  };
}

const depthOf = (path: string): number => path.split("/").length;
const stemOf = (path: string): string => basename(path, extname(path));
const nameOf = (path: string): string | undefined =>
  languageOf(path)?.name ?? HEADERS[extname(path).toLowerCase()];
/** C and C++ use each other's files; so do JavaScript and TypeScript. */
const FAMILIES: Record<string, string> = { "C++": "C", TypeScript: "JavaScript" };
const familyOf = (path: string): string => {
  const name = nameOf(path)!;
  return FAMILIES[name] ?? name;
};

class Sources {
  readonly #folder: string;
  readonly #contents = new Map<string, Content>();
  /** By family and name without ending. */
  readonly #byStem = new Map<string, string[]>();
  #bytes = 0;

  constructor(folder: string, files: readonly string[]) {
    this.#folder = folder;
    for (const path of files) {
      if (nameOf(path) === undefined || asideOf(path) === "library") continue;
      const key = keyOf(path, stemOf(path));
      this.#byStem.set(key, [...(this.#byStem.get(key) ?? []), path]);
    }
  }

  /** What is in one file; nothing of one that no human can have written. */
  of(path: string): Content {
    const before = this.#contents.get(path);
    if (before !== undefined) return before;
    const content = readContent(this.#read(path), nameOf(path)!);
    this.#contents.set(path, content);
    return content;
  }

  /** The files of its own that a program uses, and those that they use. */
  helpersOf(path: string): Content[] {
    const found = new Set<string>();
    let last = [path];
    while (last.length > 0 && found.size < MOST_HELPERS) {
      const next = last
        .flatMap((one) => this.#usedBy(one, path))
        .filter((one) => one !== path && !found.has(one));
      for (const one of next.slice(0, MOST_HELPERS)) found.add(one);
      last = [...new Set(next)].slice(0, MOST_HELPERS);
    }
    return [...found].map((one) => this.of(one));
  }

  #usedBy(path: string, user: string): string[] {
    const { uses } = this.of(path);
    const stems = familyOf(path) === "Go" ? this.#besides(path) : uses;
    return stems.flatMap((stem) => {
      const some = this.#byStem.get(keyOf(path, stem)) ?? [];
      const near = some.filter((one) => dirname(one) === dirname(path));
      return (near.length > 0 ? near : some.slice(0, 2)).filter((one) => this.#isHelper(one, user));
    });
  }

  /** In Go the files of a folder are one program. */
  #besides(path: string): string[] {
    return [...this.#byStem.values()]
      .flat()
      .filter((one) => one.endsWith(".go") && dirname(one) === dirname(path) && one !== path)
      .map(stemOf)
      .slice(0, MOST_HELPERS);
  }

  /** Where a program has one beginning, who has a beginning of its own is another program. */
  #isHelper(path: string, user: string): boolean {
    if (path === user) return false;
    return !["C", "Java", "Go", "Rust"].includes(familyOf(path)) || !this.of(path).main;
  }

  #read(path: string): string {
    const file = join(this.#folder, path);
    const { size } = statSync(file);
    if (size > MOST_SOURCE_BYTES || this.#bytes > MOST_BYTES) return "";
    this.#bytes += size;
    return decode(readFileSync(file)).text;
  }
}

const keyOf = (path: string, stem: string): string => `${familyOf(path)}\0${stem}`;
