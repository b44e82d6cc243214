// Small files kept in memory, so that a path that is asked for again costs one stat instead of five calls.

import type { Stats } from "node:fs";

const MAX_BYTES = 1024 * 1024; // for each thread has its own
const ENTRY_BYTES = 512; // what an entry costs besides its text and its bytes, about
/**
 * How old a file's last change must be when it is read. A file can change twice within one tick of the file system's
 * clock and look the same: git calls such a file "racy". The coarsest clock in use, FAT's, ticks every 2 s.
 */
const SETTLED_MS = 3000;

/** A file that was found: where, what it is, and what it was like when its bytes were read. */
export interface Known {
  file: string;
  type: string;
  bytes: Buffer;
  stat: Stats;
}

export class FileCache {
  readonly #known = new Map<string, Known>();
  #size = 0;

  /** What the path led to the last time. It holds while `isSame` says so of a stat made just now. */
  get(path: string): Known | undefined {
    return this.#known.get(path);
  }

  /** `known.stat` and `now` (milliseconds since 1970) must have been taken before the bytes were read. */
  put(path: string, known: Known, now: number): void {
    this.#remove(path);
    const { stat, bytes } = known;
    if (now - Math.max(stat.mtimeMs, stat.ctimeMs) < SETTLED_MS) return;
    this.#known.set(path, known);
    this.#size += cost(path, bytes);
    for (const oldest of this.#known.keys()) {
      if (this.#size <= MAX_BYTES) return;
      this.#remove(oldest);
    }
  }

  #remove(path: string): void {
    const known = this.#known.get(path);
    if (known === undefined) return;
    this.#known.delete(path);
    this.#size -= cost(path, known.bytes);
  }
}

const cost = (path: string, bytes: Buffer): number => path.length + bytes.length + ENTRY_BYTES;

/**
 * The change time counts too: a program may set the modification time back, but not that one. A double holds both to a
 * quarter of a microsecond, far below a tick of any file system's clock.
 */
export function isSame(a: Stats, b: Stats): boolean {
  return (
    a.mtimeMs === b.mtimeMs &&
    a.ctimeMs === b.ctimeMs &&
    a.ino === b.ino &&
    a.size === b.size &&
    a.dev === b.dev
  );
}
