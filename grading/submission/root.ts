// Where a submission begins: many archives hold one folder with everything in it, or one in another.

import { readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path/posix";
import { languageOf } from "./languages.js";
import type { Sources } from "./projects/project.js";
import { decode } from "./text.js";

const MOST_SOURCE = 4 * 2 ** 20;

/** A program's text; nothing of one that no human can have written. */
const sourceOf = (path: string): string =>
  statSync(path).size <= MOST_SOURCE ? decode(readFileSync(path)).text : "";

/** The files of a submission, each read when it is asked for. */
export function sourcesIn(folder: string, files: readonly string[]): Sources {
  const texts = new Map<string, string>();
  const text = (path: string): string => {
    const known = texts.get(path) ?? sourceOf(join(folder, path));
    texts.set(path, known);
    return known;
  };
  return { files, text };
}

/** The folder that all files are in, and their paths in it. The folders of a package stay: Java and Python look for them. */
export function commonRoot(folder: string, files: readonly string[]): { root: string; files: string[] } {
  const { text } = sourcesIn(folder, files);
  const begins = files.map((file) => {
    const root = languageOf(file)?.root;
    return root === undefined ? file : join(root(file, text(file), files), basename(file));
  });
  const parts = begins.map((path) => path.split("/"));
  const shared = parts[0]!.findIndex((part, at) =>
    parts.some((path) => path[at] !== part || path.length === at + 1),
  );
  const above = parts[0]!
    .slice(0, shared)
    .map((part) => `${part}/`)
    .join("");
  return { root: join(folder, above), files: files.map((file) => file.slice(above.length)) };
}
