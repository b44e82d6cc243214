// The output formats: a new one is its file and a line here.

import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { json } from "./json.js";
import { markdown } from "./markdown.js";
import type { Result } from "./result.js";
import type { Texts } from "./texts/texts.js";

export interface Format {
  name: string;
  /** Of the file, without the dot. */
  extension: string;
  write: (result: Result, texts: Texts) => string;
}

export const formats: readonly Format[] = [
  { name: "json", extension: "json", write: json },
  { name: "md", extension: "md", write: markdown },
];

/**
 * Writes SCENARIO.json, SCENARIO.md … into the folder, which is made if need be, and returns their paths. Each file
 * appears at once and whole: who reads while we write reads the old one. Throws an Error whose message says, in the
 * reader's language, which path and why; its `code` is the system's (EACCES, ENOSPC …).
 */
export async function writeResult(result: Result, folder: string, texts: Texts): Promise<string[]> {
  await attempt(folder, texts, () => mkdir(folder, { recursive: true }));
  const paths: string[] = [];
  for (const { extension, write } of formats) {
    const path = join(folder, `${result.scenario}.${extension}`);
    await attempt(path, texts, () => replace(path, write(result, texts)));
    paths.push(path);
  }
  return paths;
}

/** A rename is atomic only within one file system: hence the temporary file beside its goal, not in /tmp. */
async function replace(path: string, text: string): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(temporary, text);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {}); // the first error is the one to tell
    throw error;
  }
}

async function attempt(path: string, texts: Texts, act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === undefined) throw cause;
    const reasons: Record<string, string> = texts.reasons;
    const reason = code in reasons ? `${code}, ${reasons[code]}` : code;
    throw Object.assign(new Error(texts.cannotWrite(path, reason), { cause }), { code });
  }
}
