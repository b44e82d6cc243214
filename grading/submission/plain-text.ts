// Sources for compilers that take only UTF-8: the private copy is written anew where an editor wrote something else.

import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { decode } from "./text.js";

/** javac calls a letter in Latin-1 and a mark at the beginning an error, wherever it stands; compilers of C only UTF-16. */
const JAVA = /\.java$/i;
const C = /\.(c|h|cc|cpp|cxx|hh|hpp)$/i;
const MOST_BYTES = 4 * 2 ** 20;

/** `files`: relative to `folder`, which is ours to change. The ends of their lines stay. */
export function putInPlainText(folder: string, files: readonly string[]): void {
  for (const file of files) {
    if (!JAVA.test(file) && !C.test(file)) continue;
    const path = join(folder, file);
    if (statSync(path).size > MOST_BYTES) continue;
    const { text, encoding } = decode(readFileSync(path));
    if (encoding === "UTF-16" || (JAVA.test(file) && encoding !== "UTF-8")) writeFileSync(path, text);
  }
}
