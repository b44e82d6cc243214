// What a program is written in: the files that its command names, for those who look how it is to be started.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, normalize } from "node:path";
import { readContent } from "../submission/finding/content.js";
import type { SourceText } from "../submission/finding/per-client.js";
import { languageOf } from "../submission/languages.js";
import type { Program } from "../submission/programs.js";

const MOST_BYTES = 256 * 1024;
const MOST_FILES = 5;
const MOST_USED = 30;

/** Null: its files are not known. */
export function sourceOf(program: Program, folder: string): string | null {
  const texts = pathsOf(program).flatMap((path) => textOf(join(folder, path)));
  return texts.length === 0 ? null : texts.join("\n");
}

/** The files of a program that are known, and those of its language that are no programs: it may use them. */
export function sourcesOf(program: Program, folder: string): SourceText[] {
  const own = pathsOf(program);
  const { language } = program;
  if (language === null) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => languageOf(path)?.name === language)
    .sort()
    .slice(0, MOST_USED)
    .flatMap((path) => textOf(join(folder, path)).map((text) => ({ path, text })))
    .filter(({ path, text }) => own.includes(path) || !readContent(text, language).main);
}

/** How many words its command tells it already, so that it is this program: ruby app.rb client. */
export function wordsTold({ told, run }: Program): number {
  if (told.by === "mode") return told.mode.startsWith("-") ? 0 : 1;
  const words = (run.split(/[;&|]+/).at(-1) ?? "").trim().split(/\s+/);
  const file = words.findIndex((word) => languageOf(word) !== undefined);
  const after = file === -1 ? [] : words.slice(file + 1);
  return after.some((word) => /^[-<>]/.test(word)) ? 0 : after.length;
}

/** Those that its command names, relative to the submission. */
function pathsOf({ file, build, run, within }: Program): string[] {
  const named = `${build ?? ""} ${run}`
    .split(/[\s;&|()]+/)
    .map((word) => word.replaceAll(/["']/g, ""))
    .filter((word) => languageOf(word) !== undefined)
    .map((word) => join(within, word));
  // A command may be told a class, or run what a script has built.
  const [, java] = /\bjava\s(?:.*\s)?([\w.]+)/.exec(run) ?? [];
  const classes = java === undefined ? [] : [join(within, `${java.replaceAll(".", "/")}.java`)];
  const paths = file === null ? [...named, ...classes] : [file];
  return [...new Set(paths)].filter((path) => !/^(\.\.|\/)/.test(normalize(path))).slice(0, MOST_FILES);
}

function textOf(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFile() && found.size <= MOST_BYTES ? [readFileSync(path, "latin1")] : [];
}
