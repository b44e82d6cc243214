// What a program of several files, or with a build file, is made of: shared by the languages.

import { basename, dirname, extname, join, relative } from "node:path/posix";
import { quoted } from "../../sandbox/quote.js";

/** The files of a submission, relative to its folder, and what is in them. */
export interface Sources {
  files: readonly string[];
  text: (path: string) => string;
}

/** No human has written a longer one; it is not looked into. */
const MOST_TEXT = 256 * 1024;

/** The text of a file that is to be looked into. */
export function shortText({ text }: Sources, path: string): string {
  const whole = text(path);
  return whole.length <= MOST_TEXT ? whole : "";
}

/** How a program is built and run, as commands for /bin/sh. */
export interface Start {
  /** The folder in which it is built and run, relative to the submission's. */
  within: string;
  build: string | null;
  run: string;
}

/** Where built programs lie, beside their sources. */
export const OUT = ".antre";

/** What a source becomes. */
export const made = (file: string): string => `./${OUT}/${quoted(basename(file, extname(file)))}`;

/** The nearest file of this name in the folders above a path; null: there is none. */
export function nearest(files: readonly string[], path: string, name: RegExp): string | null {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const found = files.find((file) => dirname(file) === folder && name.test(basename(file)));
    if (found !== undefined) return found;
    if (folder === ".") return null;
  }
}

/** A path as it is named in a folder. One that begins with - is no option. */
export function within(folder: string, path: string): string {
  const name = relative(folder, path);
  return name.startsWith("-") ? `./${name}` : name;
}

/** The nearest first: how many steps lead from one folder to another. */
export const distance = (from: string, to: string): number =>
  relative(join("/", from), join("/", to)).split("/").filter(Boolean).length;
