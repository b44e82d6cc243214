// A submission's folder as it was handed in: what is in it, and a private copy of it. Links are neither followed nor copied.

import { chmod, copyFile, lstat, mkdir, opendir } from "node:fs/promises";
import { join } from "node:path";

/** More than this is no coursework. */
export const MOST_FILES = 5000;
export const MOST_BYTES = 64 * 2 ** 20;

/** What tools leave behind: not the student's, and often large. */
const IGNORED =
  /^(\.git|\.svn|\.idea|\.vscode|__MACOSX|__pycache__|\.venv|venv|\.DS_Store|Thumbs\.db|\._.*)$/;
export const isIgnored = (name: string): boolean => IGNORED.test(name);

/** A submission that can't be opened; the texts say it in words. */
export class Unopened extends Error {
  readonly why: "too large" | "too many" | "broken" | "strange" | "empty" | "missing";
  readonly detail: string;

  constructor(why: Unopened["why"], detail: string) {
    super(`the submission can't be opened: ${why} (${detail})`);
    this.why = why;
    this.detail = detail;
  }
}

export interface Contents {
  /** Paths relative to the folder, with /, sorted. */
  files: string[];
  /** Links and devices, which are left out. */
  leftOut: string[];
}

/** Copies a folder, readable for everybody. Throws Unopened when it is too large. */
export async function copyFolder(from: string, to: string): Promise<Contents> {
  const contents: Contents = { files: [], leftOut: [] };
  let bytes = 0;
  const walk = async (within: string): Promise<void> => {
    await mkdir(join(to, within), { recursive: true, mode: 0o755 });
    for await (const entry of await opendir(join(from, within))) {
      if (isIgnored(entry.name)) continue;
      const path = within === "" ? entry.name : `${within}/${entry.name}`;
      if (entry.isDirectory()) await walk(path);
      else if (!entry.isFile()) contents.leftOut.push(path);
      else bytes += await take(join(from, path), join(to, path), MOST_BYTES - bytes);
      if (entry.isFile()) contents.files.push(path);
      if (contents.files.length > MOST_FILES) throw new Unopened("too many", `${MOST_FILES}`);
    }
  };
  await walk("");
  contents.files.sort();
  contents.leftOut.sort();
  return contents;
}

async function take(from: string, to: string, room: number): Promise<number> {
  const { size, mode } = await lstat(from);
  if (size > room) throw new Unopened("too large", `${MOST_BYTES / 2 ** 20} MiB`);
  await copyFile(from, to);
  await chmod(to, mode & 0o111 ? 0o755 : 0o644);
  return size;
}
