// The site's folder: finds the file that a path names, and never one outside.

import { closeSync, constants, fstatSync, openSync, readSync, realpathSync, statSync } from "node:fs";
import { extname, sep } from "node:path";
import mime from "mime";
import { FileCache, type Known } from "./cache.js";
import { lookAt } from "./look.js";
import { namesOf } from "./names.js";

/** A file up to this size is sent in one piece with its head, and may be kept in memory. */
const SMALL = 64 * 1024;

/** A file that was looked at just now is not looked at again. */
export const LOOK_HOLDS_MS = 0.1;

/** A file found: a small one is in memory, of a large one the descriptor is open and must be closed. */
export type SiteFile = SmallFile | LargeFile;

export interface SmallFile {
  type: string;
  bytes: Buffer;
}

export interface LargeFile {
  type: string;
  size: number;
  descriptor: number;
}

/** Errors of the file system that mean: there is no such file for you. */
const NOT_FOUND = new Set(["ENOENT", "ENOTDIR", "EACCES", "EPERM", "ELOOP", "ENAMETOOLONG", "EISDIR"]);
/** Should the file be swapped for a named pipe or a link after we looked: don't wait for a writer, don't follow. */
const READ = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW; // Windows lacks the last two: 0

const INDEX = `${sep}index.html`;

export class Files {
  readonly root: string;
  /** What every real path in the folder starts with. With the separator: /site-old is not in /site. */
  readonly #inside: string;
  readonly #cache = new FileCache();

  /** Throws an Error with code ENOENT or ENOTDIR when the folder is none. */
  constructor(folder: string) {
    this.root = realpathSync.native(folder);
    if (!statSync(this.root).isDirectory()) {
      throw Object.assign(new Error(`ENOTDIR: not a directory, '${folder}'`), { code: "ENOTDIR" });
    }
    this.#inside = this.root.endsWith(sep) ? this.root : this.root + sep;
  }

  /**
   * Opens the file that a percent-encoded path names; a folder means its index.html. Null: there is none. Throws
   * Refusal when the path is badly encoded, and the system's error when the file is there but can't be read now.
   */
  open(path: string): SiteFile | null {
    try {
      const known = this.#cache.get(path);
      if (known !== undefined && isStill(known)) return known;
      const names = namesOf(path);
      return names === null ? null : this.#find(path, this.#inside + names.join(sep));
    } catch (error) {
      if (NOT_FOUND.has((error as NodeJS.ErrnoException).code ?? "")) return null;
      throw error;
    }
  }

  #find(path: string, file: string): SiteFile | null {
    const stat = statSync(file, { throwIfNoEntry: false });
    if (stat === undefined) return null;
    if (stat.isDirectory()) return file.endsWith(INDEX) ? null : this.#find(path, file + INDEX);
    if (!stat.isFile()) return null; // to open a device can do things, to open a named pipe can block
    const real = realpathSync.native(file);
    return real.startsWith(this.#inside) ? this.#read(path, file, real) : null;
  }

  #read(path: string, file: string, real: string): SiteFile | null {
    const [now, lookedMs] = [Date.now(), performance.now()];
    const look = lookAt(file); // before it is opened: a file that takes its place meanwhile is another one later
    const descriptor = openSync(real, READ);
    let keep = false;
    try {
      const stat = fstatSync(descriptor);
      if (!stat.isFile()) return null;
      const type = typeOf(file);
      const { size } = stat;
      keep = size > SMALL;
      if (keep) return { type, size, descriptor };
      const small = { type, bytes: readSmall(descriptor, size) };
      if (look !== null) this.#cache.put(path, { ...small, look, lookedMs }, stat, now);
      return small;
    } finally {
      if (!keep) closeSync(descriptor);
    }
  }
}

/**
 * Is it still that very file? Its bytes have come from inside the root, and a look follows the links. Under full load the
 * looks would be a tenth of all the work; nobody changes a file and asks for it before one has lost its worth.
 */
function isStill(known: Known): boolean {
  const now = performance.now();
  if (now - known.lookedMs < LOOK_HOLDS_MS) return true;
  known.lookedMs = now;
  return known.look.unchanged();
}

/** Answers fewer bytes when the file has become shorter meanwhile. */
function readSmall(descriptor: number, size: number): Buffer {
  const bytes = Buffer.allocUnsafeSlow(size);
  let length = 0;
  while (length < size) {
    const count = readSync(descriptor, bytes, length, size - length, length);
    if (count === 0) break;
    length += count;
  }
  return bytes.subarray(0, length);
}

/** By the extension only: a file that is called just "html" is not HTML. Text is taken for UTF-8, as nearly all is. */
function typeOf(path: string): string {
  const type = mime.getType(extname(path).slice(1)) ?? "application/octet-stream";
  return type.startsWith("text/") ? `${type}; charset=utf-8` : type;
}
