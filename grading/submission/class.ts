// Which submissions there are: a folder is one, or holds one in each of its folders and archives.

import { readdir, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { CLASS_FILES } from "../store.js";
import { isArchive, isStrangeArchive } from "./archive.js";
import { isIgnored } from "./folder.js";
import { isOne } from "./one.js";

export interface SubmissionRef {
  path: string;
  /** Unlike every other's, and fit to name a folder. */
  name: string;
}

/** A path that can't be graded. */
export class NoSubmission extends Error {
  readonly path: string;
  readonly why: "missing" | "noArchive" | "nothingIn";

  constructor(path: string, why: NoSubmission["why"]) {
    super(`${path}: ${why}`);
    this.path = path;
    this.why = why;
  }
}

/**
 * All submissions of these paths, by name. `whole`: each path is one submission, whatever it holds. `passedOver` is
 * called with what lies beside them and is none. Throws NoSubmission.
 */
export async function findSubmissions(
  paths: readonly string[],
  whole = false,
  passedOver: (path: string) => void = () => {},
): Promise<SubmissionRef[]> {
  const found: string[] = [];
  for (const path of paths) {
    const kind = await stat(path).catch(() => null);
    if (kind === null) throw new NoSubmission(path, "missing");
    if (kind.isFile() && !isArchive(path) && !isStrangeArchive(path))
      throw new NoSubmission(path, "noArchive");
    if (kind.isFile() || whole || (await isOne(path))) found.push(path);
    else found.push(...(await inside(path, passedOver)));
  }
  const taken = new Set<string>(Object.values(CLASS_FILES));
  return found
    .map((path) => ({ path, name: plainName(path) }))
    .sort((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }))
    .map(({ path, name }) => {
      let own = name;
      for (let count = 2; taken.has(own.toLowerCase()); count++) own = `${name}-${count}`;
      taken.add(own.toLowerCase());
      return { path, name: own };
    });
}

async function inside(path: string, passedOver: (path: string) => void): Promise<string[]> {
  const entries = (await readdir(path, { withFileTypes: true })).filter(({ name }) => !isIgnored(name));
  const found = entries.filter(
    (entry) =>
      entry.isDirectory() || (entry.isFile() && (isArchive(entry.name) || isStrangeArchive(entry.name))),
  );
  if (found.length === 0) throw new NoSubmission(path, "nothingIn");
  for (const entry of entries) if (!found.includes(entry)) passedOver(join(path, entry.name));
  return found.map(({ name }) => join(path, name));
}

/** A folder's name has 255 bytes at the most, and a number may follow. */
const MOST_NAME = 240;

function plainName(path: string): string {
  const name = basename(resolve(path))
    .replace(/\.(zip|tar|tar\.gz|tgz)$/i, "")
    .replaceAll(/[^\p{L}\p{N}._ -]+/gu, "-")
    .replace(/^[.-]+/, "");
  const short = Buffer.byteLength(name) > MOST_NAME ? [...name].slice(0, MOST_NAME / 4).join("") : name;
  return short || "submission";
}
