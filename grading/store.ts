// The folder of results: what has been graded is found there again, and not graded twice.

import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { opendir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Grade } from "./grade.js";
import { isIgnored, MOST_BYTES, MOST_FILES } from "./submission/folder.js";

/** A grade as it is kept: with what it was made of. */
export interface Kept extends Grade {
  /** What was graded, by which rubric and how: where it is the same, the grade is. */
  fingerprint: string;
}

export const RESULT = "result.json";

/** The files of a class lie beside the submissions' folders: no submission may have their names. */
export const CLASS_FILES = { page: "class.html", table: "class.csv", junit: "junit.xml" } as const;

/** What a submission and the way it is graded come to. */
export async function fingerprint(path: string, manner: unknown): Promise<string> {
  const hash = createHash("sha256");
  hash.update(JSON.stringify(manner));
  await addTo(hash, path, "", { files: 0, bytes: 0 });
  return hash.digest("hex").slice(0, 32);
}

async function addTo(
  hash: ReturnType<typeof createHash>,
  path: string,
  name: string,
  sum: { files: number; bytes: number },
): Promise<void> {
  const found = await stat(path);
  const { size, mtimeMs } = found;
  if (found.isDirectory()) {
    const names: [string, boolean][] = [];
    for await (const entry of await opendir(path))
      if (!isIgnored(entry.name) && (entry.isDirectory() || entry.isFile()))
        names.push([entry.name, entry.isDirectory()]);
    names.sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [one] of names) await addTo(hash, join(path, one), `${name}/${one}`, sum);
    return;
  }
  // More than a submission may be is not read: it will be refused.
  hash.update(`${name}\0${size}\0`);
  sum.files++;
  sum.bytes += size;
  if (sum.files > MOST_FILES || sum.bytes > MOST_BYTES) hash.update(`${mtimeMs}`);
  else for await (const bytes of createReadStream(path)) hash.update(bytes as Buffer);
}

/** The grade that lies in a folder; null: there is none that can be read. */
export async function readGrade(folder: string): Promise<Kept | null> {
  try {
    const grade = JSON.parse(await readFile(join(folder, RESULT), "utf8")) as Kept;
    return grade.format === "antre-grade/1" ? grade : null;
  } catch (error) {
    if (
      error instanceof SyntaxError ||
      ["ENOENT", "ENOTDIR", "EISDIR"].includes((error as NodeJS.ErrnoException).code ?? "")
    )
      return null;
    throw error;
  }
}
