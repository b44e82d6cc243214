// Is a folder one submission, or does it hold those of a class?

import { opendir, readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { ROLES, type Role } from "../grade.js";
import { isArchive } from "./archive.js";
import { kindOf, readContent } from "./finding/content.js";
import { asideOf, readName, roleOfFolder } from "./finding/name.js";
import { isIgnored } from "./folder.js";
import { languageOf, programsAmong } from "./languages.js";
import { decode } from "./text.js";

/** So many files tell enough, and programs do not lie deeper. */
const MOST_FILES = 500;
const MOST_DEPTH = 8;
/** So many sources tell enough, too. */
const MOST_READ = 50;
const MOST_SOURCE_BYTES = 64 * 1024;

/** No student has such a name: these are parts of one submission. */
const SOURCES = /^(src|sources?|source[-_ ]?codes?|codes?|kode([-_ ]program)?)$/i;

/** It builds all that lies below it. */
const BUILD_FILE =
  /^(GNUmakefile|[Mm]akefile|CMakeLists\.txt|pom\.xml|(settings|build)\.gradle(\.kts)?|Cargo\.toml|go\.mod|package\.json)$/;

/** One submission has a program in it, or a build file, or a folder for one (single/server.py), or one for its sources. */
export async function isOne(path: string): Promise<boolean> {
  const entries = (await readdir(path, { withFileTypes: true })).filter(({ name }) => !isIgnored(name));
  const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  if (files.includes("antre.yaml")) return true;
  // What lies loose may have strayed into a class: a lecturer's own client, say.
  const loose = rolesIn(files);
  if (await holdsRivals(path, folders)) return false;
  if (loose.length === 1 && files.filter(isArchive).length > 1) return false;
  if (
    loose.length > 0 ||
    files.some((name) => BUILD_FILE.test(name)) ||
    areRoles(folders) ||
    (await holdSources(path, folders))
  )
    return true;
  return (await countWithPrograms(path, folders)) < 2 && (await anySpeaks(path, files));
}

/** The programs that the names of these files say. */
function rolesIn(files: readonly string[]): Role[] {
  const roles = programsAmong(files)
    .filter((file) => asideOf(file) === null)
    .flatMap((file): Role[] => {
      const { kind, says, weak, about } = readName(file);
      if (about !== null) return [];
      if (kind === "client") return ["client"];
      if (says === null || weak) return [];
      return says === "both" ? ["single", "multi"] : [says];
    });
  return ROLES.filter((role) => roles.includes(role));
}

/** How many of the folders hold a program: each of a class's does. */
async function countWithPrograms(path: string, folders: readonly string[]): Promise<number> {
  let count = 0;
  for (const name of folders)
    if (programsAmong(await filesBelow(join(path, name))).length > 0 && ++count > 1) break;
  return count;
}

/** Does one of the files listen or connect, whatever it is called? */
async function anySpeaks(path: string, files: readonly string[]): Promise<boolean> {
  for (const file of programsAmong(files).slice(0, MOST_READ)) {
    const { size } = await stat(join(path, file));
    if (size > MOST_SOURCE_BYTES) continue;
    const { text } = decode(await readFile(join(path, file)));
    if (["server", "client"].includes(kindOf(readContent(text, languageOf(file)!.name)))) return true;
  }
  return false;
}

/** Do two of the folders hold a server of the same kind? Then each of them is somebody's. */
async function holdsRivals(path: string, folders: readonly string[]): Promise<boolean> {
  const seen = new Set<Role>();
  for (const name of folders) {
    const servers = rolesIn(await filesBelow(join(path, name))).filter((role) => role !== "client");
    if (servers.some((role) => seen.has(role))) return true;
    for (const role of servers) seen.add(role);
  }
  return false;
}

function areRoles(folders: readonly string[]): boolean {
  return new Set(folders.map(roleOfFolder).filter((role) => role !== null)).size > 1;
}

async function holdSources(path: string, folders: readonly string[]): Promise<boolean> {
  for (const name of folders.filter((one) => SOURCES.test(one)))
    if (programsAmong(await filesBelow(join(path, name))).length > 0) return true;
  return false;
}

/** Some of the files in a folder and its folders; of a folder that can't be read, none: its grade will say so. */
async function filesBelow(path: string): Promise<string[]> {
  const files: string[] = [];
  const walk = async (within: string, depth: number): Promise<void> => {
    for await (const entry of await opendir(join(path, within))) {
      if (files.length >= MOST_FILES) return;
      if (isIgnored(entry.name)) continue;
      const name = within === "" ? entry.name : `${within}/${entry.name}`;
      if (entry.isFile()) files.push(name);
      else if (entry.isDirectory() && depth < MOST_DEPTH) await walk(name, depth + 1);
    }
  };
  await walk("", 1).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EACCES") throw error;
  });
  return files;
}
