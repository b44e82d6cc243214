// A submission as it can be graded: a private copy of a folder, or what an archive holds.

import { stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { isArchive, isStrangeArchive, unpack } from "./archive.js";
import { type Contents, copyFolder, Unopened } from "./folder.js";
import { programsAmong } from "./languages.js";

/** An archive in an archive in a folder is opened; more often nobody packs by mistake. */
const MOST_LEVELS = 3;

export interface Opened {
  folder: string;
  contents: Contents;
}

/** Opens it in a folder of `scratch`. Where it holds no program but one archive, that is opened: Moodle makes such folders. */
export async function openSubmission(path: string, scratch: string): Promise<Opened> {
  const leftOut: string[] = [];
  let from = path;
  for (let level = 1; ; level++) {
    const folder = join(scratch, `opened-${level}`);
    const contents = await openOne(from, folder);
    leftOut.push(...contents.leftOut);
    const archives = archivesAmong(contents.files);
    if (archives.length !== 1 || hasProgram(contents.files) || level === MOST_LEVELS)
      return { folder, contents: { files: contents.files, leftOut } };
    from = join(folder, archives[0]!);
  }
}

export const archivesAmong = (files: readonly string[]): string[] =>
  files.filter((file) => (isArchive(file) || isStrangeArchive(file)) && !/\.jar$/i.test(file));

async function openOne(path: string, folder: string): Promise<Contents> {
  const kind = await stat(path).catch(() => null);
  if (kind === null) throw new Unopened(path.includes("\ufffd") ? "name" : "missing", path);
  if (kind.isFile() && !isArchive(path)) throw new Unopened("strange", basename(path));
  const contents = kind.isFile() ? await unpack(path, folder) : await copyFolder(path, folder);
  if (contents.files.length === 0) throw new Unopened("empty", "");
  return contents;
}

const hasProgram = (files: readonly string[]): boolean =>
  programsAmong(files).length > 0 || files.some((file) => basename(file) === "antre.yaml");
