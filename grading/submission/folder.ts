// A submission's folder as it was handed in: what is in it, and a private copy of it. Links are neither followed nor copied.

import { chmod, copyFile, lstat, mkdir, opendir } from "node:fs/promises";
import { join } from "node:path";

/** More than this is no coursework. */
export const MOST_FILES = 5000;
export const MOST_BYTES = 64 * 2 ** 20;
/** A folder in a folder in a folder …: deeper than any project, and its paths still fit into a line. */
export const MOST_LEVELS = 24;

/** What tools leave behind: not the student's, and often large. */
const IGNORED =
  /^(\.git|\.svn|\.idea|\.vscode|__MACOSX|__pycache__|\.venv|venv|\.DS_Store|Thumbs\.db|\._.*)$/;
export const isIgnored = (name: string): boolean => IGNORED.test(name);

/** A submission that can't be opened; the texts say it in words. */
export class Unopened extends Error {
  readonly why: "too large" | "too many" | "too deep" | "broken" | "strange" | "empty" | "missing" | "name";
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
  // Names are bytes: one that is no UTF-8 is found by its bytes, and gets a name that can be read.
  const walk = async (folder: Buffer, within: string, level: number): Promise<void> => {
    if (level > MOST_LEVELS) throw new Unopened("too deep", `${MOST_LEVELS}`);
    await mkdir(join(to, within), { recursive: true, mode: 0o755 });
    for await (const entry of await opendir(folder, BYTES)) {
      const bytesOfName = entry.name as unknown as Buffer;
      const name = textOf(bytesOfName);
      if (isIgnored(name)) continue;
      const path = within === "" ? name : `${within}/${name}`;
      const at = Buffer.concat([folder, Buffer.from("/"), bytesOfName]);
      if (entry.isDirectory()) await walk(at, path, level + 1);
      else if (!entry.isFile()) contents.leftOut.push(path);
      else bytes += await take(at, join(to, path), MOST_BYTES - bytes);
      if (entry.isFile()) contents.files.push(path);
      if (contents.files.length > MOST_FILES) throw new Unopened("too many", `${MOST_FILES}`);
    }
  };
  await walk(Buffer.from(from), "", 1);
  contents.files.sort();
  contents.leftOut.sort();
  return contents;
}

/** Node.js gives names as bytes, which the types of opendir do not say. */
const BYTES = { encoding: "buffer" as BufferEncoding };

/** A name as a text: UTF-8, or where it is none, each byte a letter (Latin-1). */
export function textOf(name: Buffer): string {
  const text = name.toString("utf8");
  return Buffer.from(text).equals(name) ? text : name.toString("latin1");
}

async function take(from: Buffer, to: string, room: number): Promise<number> {
  const { size, mode } = await lstat(from);
  if (size > room) throw new Unopened("too large", `${MOST_BYTES / 2 ** 20} MiB`);
  await copyFile(from, to);
  await chmod(to, mode & 0o111 ? 0o755 : 0o644);
  return size;
}
