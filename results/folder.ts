// The folder that results are written to: made, tried, and its files replaced at once and whole.

import { mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Texts } from "./texts/texts.js";

/** Something could not be written; the message says what and why, in the reader's language. `code` is the system's: EACCES, ENOSPC … */
export class CannotWrite extends Error {
  readonly code: string;

  constructor(message: string, code: string, cause: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

/** Makes a folder and those that it is in. Node's own `recursive` never returns where no folder can be made, as in /proc. */
export async function makeFolder(path: string): Promise<void> {
  const attempt = () =>
    mkdir(path).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST" || !(await stat(path)).isDirectory()) throw error;
    });
  try {
    await attempt();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT" || dirname(path) === path) throw error;
    await makeFolder(dirname(path));
    await attempt();
  }
}

/** A rename is atomic only within one file system: hence the temporary file beside its goal, not in /tmp. */
export async function replace(path: string, content: string | Buffer): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    await makeFolder(dirname(path));
    await writeFile(temporary, content);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {}); // the first error is the one to tell
    throw error;
  }
}

/** Finds out, before anything is measured, whether results can be written there. Throws CannotWrite. */
export async function tryFolder(folder: string, texts: Texts): Promise<void> {
  const path = join(folder, `${process.pid}.tmp`);
  try {
    await replace(path, "");
    await rm(path);
  } catch (error) {
    refuse(folder, error, texts);
  }
}

/** Throws the system's error as people understand it; any other one as it is. */
export function refuse(path: string, cause: unknown, texts: Texts): never {
  const code = (cause as NodeJS.ErrnoException).code;
  if (code === undefined) throw cause;
  const reasons: Record<string, string> = texts.reasons;
  const reason = code in reasons ? `${code}, ${reasons[code]}` : code;
  throw new CannotWrite(texts.cannotWrite(path, reason), code, cause);
}
