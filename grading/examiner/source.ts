// What a program is written in: the files that its command names, for those who look how it is to be started.

import { readFileSync, statSync } from "node:fs";
import { join, normalize } from "node:path";
import { languageOf } from "../submission/languages.js";
import type { Program } from "../submission/programs.js";

const MOST_BYTES = 256 * 1024;
const MOST_FILES = 5;

/** Null: its files are not known. */
export function sourceOf({ file, build, run, within }: Program, folder: string): string | null {
  const named = `${build ?? ""} ${run}`
    .split(/[\s;&|()]+/)
    .map((word) => word.replaceAll(/["']/g, ""))
    .filter((word) => languageOf(word) !== undefined)
    .map((word) => join(within, word));
  // A command may be told a class, or run what a script has built.
  const [, java] = /\bjava\s(?:.*\s)?([\w.]+)/.exec(run) ?? [];
  const classes = java === undefined ? [] : [join(within, `${java.replaceAll(".", "/")}.java`)];
  const paths = file === null ? [...named, ...classes] : [file];
  const texts = [...new Set(paths)]
    .filter((path) => !/^(\.\.|\/)/.test(normalize(path)))
    .slice(0, MOST_FILES)
    .flatMap((path) => textOf(join(folder, path)));
  return texts.length === 0 ? null : texts.join("\n");
}

function textOf(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFile() && found.size <= MOST_BYTES ? [readFileSync(path, "latin1")] : [];
}
