// Small files kept in memory, so that a file that is asked for again costs one stat instead of five calls.

import type { Stats } from "node:fs";

const MAX_BYTES = 1024 * 1024; // for each thread has its own
const ENTRY_BYTES = 512; // what an entry costs besides its text and its bytes, about
/**
 * How old a file's last change must be when it is read. A file can change twice within one tick of the file system's
 * clock and look the same: git calls such a file "racy". The coarsest clock in use, FAT's, ticks every 2 s.
 */
const SETTLED_MS = 3000;

interface Entry {
  bytes: Buffer;
  stat: Stats;
}

export class FileCache {
  readonly #entries = new Map<string, Entry>();
  #size = 0;

  /** The file's bytes, if they are known and `stat`, made just now, says that they have not changed. */
  get(path: string, stat: Stats): Buffer | null {
    const entry = this.#entries.get(path);
    return entry !== undefined && isSame(entry.stat, stat) ? entry.bytes : null;
  }

  /** `stat` and `now` (milliseconds since 1970) must have been taken before the bytes were read. */
  put(path: string, bytes: Buffer, stat: Stats, now: number): void {
    this.#remove(path);
    if (now - Math.max(stat.mtimeMs, stat.ctimeMs) < SETTLED_MS) return;
    this.#entries.set(path, { bytes, stat });
    this.#size += cost(path, bytes);
    for (const oldest of this.#entries.keys()) {
      if (this.#size <= MAX_BYTES) return;
      this.#remove(oldest);
    }
  }

  #remove(path: string): void {
    const entry = this.#entries.get(path);
    if (entry === undefined) return;
    this.#entries.delete(path);
    this.#size -= cost(path, entry.bytes);
  }
}

const cost = (path: string, bytes: Buffer): number => path.length + bytes.length + ENTRY_BYTES;

/**
 * The change time counts too: a program may set the modification time back, but not that one. A double holds both to a
 * quarter of a microsecond, far below a tick of any file system's clock.
 */
function isSame(a: Stats, b: Stats): boolean {
  return (
    a.mtimeMs === b.mtimeMs &&
    a.ctimeMs === b.ctimeMs &&
    a.ino === b.ino &&
    a.size === b.size &&
    a.dev === b.dev
  );
}
