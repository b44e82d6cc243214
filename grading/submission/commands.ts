// What can be read off a command that somebody wrote: the language of its program, what must be there, where it goes.

import { extname, join, normalize } from "node:path/posix";
import { languageOf } from "./languages.js";

/** By the program that a command begins with. null: it may be any language's. */
const TOOLS: Record<string, string | null> = {
  python: "Python",
  python3: "Python",
  python2: "Python",
  pypy: "Python",
  pypy3: "Python",
  uv: "Python",
  poetry: "Python",
  gunicorn: "Python",
  uvicorn: "Python",
  flask: "Python",
  node: "JavaScript",
  nodejs: "JavaScript",
  npm: "JavaScript",
  npx: "JavaScript",
  yarn: "JavaScript",
  pnpm: "JavaScript",
  bun: "JavaScript",
  deno: "JavaScript",
  tsx: "TypeScript",
  tsc: "TypeScript",
  "ts-node": "TypeScript",
  java: "Java",
  javac: "Java",
  jar: "Java",
  mvn: "Java",
  gradle: "Java",
  ant: "Java",
  gcc: "C",
  cc: "C",
  clang: "C",
  tcc: "C",
  "g++": "C++",
  "c++": "C++",
  "clang++": "C++",
  php: "PHP",
  ruby: "Ruby",
  bundle: "Ruby",
  rackup: "Ruby",
  go: "Go",
  cargo: "Rust",
  rustc: "Rust",
  dotnet: "C#",
  mono: "C#",
  mcs: "C#",
  csc: "C#",
  kotlin: "Kotlin",
  kotlinc: "Kotlin",
  scala: "Scala",
  scalac: "Scala",
  swift: "Swift",
  swiftc: "Swift",
  dart: "Dart",
  perl: "Perl",
  lua: "Lua",
  elixir: "Elixir",
  ghc: "Haskell",
  zig: "Zig",
  nim: "Nim",
  make: null,
  cmake: null,
  ninja: null,
};

/** They start what comes after them. */
const BEFORE = /^(exec|env|nohup|time|nice|stdbuf|unbuffer|command|setsid|sudo|winpty)$/;

export interface ReadCommand {
  language: string | null;
  /** A program that must be there; null: it can't be told, or is the submission's own. */
  needs: string | null;
  /** The folders that it changes to, relative to where it is run. */
  folders: string[];
}

/** Reads the commands of a program that was stated. `files`: those of the submission, for what the commands do not say. */
export function readCommands(build: string | null, run: string, files: readonly string[]): ReadCommand {
  const commands = [build, run].flatMap((line) => (line === null ? [] : simpleCommands(line)));
  const tools = commands.flatMap((words) => {
    const tool = toolOf(words);
    return tool === null ? [] : [tool];
  });
  const known = tools.find((tool) => Object.hasOwn(TOOLS, tool));
  return {
    language: tools.map((tool) => TOOLS[tool]).find(Boolean) ?? languageIn(commands.flat(), files),
    needs: known ?? null,
    folders: foldersIn(simpleCommands(build ?? "")).concat(foldersIn(simpleCommands(run))),
  };
}

const MOST_COMMAND = 10_000;

/** The words of each command of a line, as far as no shell is needed to know them. */
function simpleCommands(line: string): string[][] {
  const commands: string[][] = [[]];
  for (const [token] of line
    .slice(0, MOST_COMMAND)
    .matchAll(/&&|\|\||[;&|\n(){}]|(?:"[^"]*"|'[^']*'|\\.|[^\s;&|(){}"'\\])+/g))
    if (/^(?:&&|\|\||[;&|\n(){}])$/.test(token)) commands.push([]);
    else commands.at(-1)!.push(token.replaceAll(/["']|\\(?=.)/g, ""));
  return commands.filter((words) => words.length > 0);
}

function toolOf(words: readonly string[]): string | null {
  const rest = words.filter((word) => !/^\w+=/.test(word));
  let at = 0;
  while (at < rest.length && (BEFORE.test(rest[at]!) || (at > 0 && rest[at]!.startsWith("-")))) at++;
  if (rest[at] === "timeout") at += 2;
  const word = rest[at]
    ?.replace(/^\/usr(?:\/local)?\/bin\//, "")
    .replace(/^(python3|gcc|g\+\+|clang|php|ruby)[-.]?(?<=[-.])\d[\d.]*$/, "$1");
  return word === undefined || !/^[\w+-]+$/.test(word) ? null : word;
}

/** What its files are written in; where it names none, what all of the submission's are. */
function languageIn(words: readonly string[], files: readonly string[]): string | null {
  const named = words.flatMap((word) => languageOf(word)?.name ?? []);
  if (named.length > 0) return named[0]!;
  if (words.some((word) => extname(word) === ".jar")) return "Java";
  const all = new Set(files.flatMap((file) => languageOf(file)?.name ?? []));
  return all.size === 1 ? [...all][0]! : null;
}

/** Where `cd` leads, one after the other. Not what a variable says, and nothing outside. */
function foldersIn(commands: readonly string[][]): string[] {
  const found: string[] = [];
  let at = ".";
  for (const words of commands) {
    const [command, ...rest] = words;
    if (command !== "cd" && command !== "pushd") continue;
    const folder = rest.find((word) => word !== "--" && !/^-[LP]$/.test(word));
    if (folder === undefined || /[$`*?~]/.test(folder)) return found;
    const next = folder.startsWith("/home/") || folder.startsWith("/") ? null : normalize(join(at, folder));
    if (next === null || next.startsWith("..")) return found;
    at = next.replace(/\/$/, "");
    if (at !== ".") found.push(at);
  }
  return found;
}
