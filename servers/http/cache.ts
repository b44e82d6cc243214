// Small files kept in memory, so that a file that is asked for again costs one stat instead of five calls.

import type { BigIntStats } from "node:fs";

const MAX_BYTES = 1024 * 1024; // for each thread has its own
const ENTRY_BYTES = 512; // what an entry costs besides its text and its bytes, about
/**
 * How old a file's last change must be when it is read. A file can change twice within one tick of the file system's
 * clock and look the same: git calls such a file "racy". The coarsest clock in use, FAT's, ticks every 2 s.
 */
const SETTLED_MS = 3000n;

interface Entry {
  bytes: Buffer;
  stat: BigIntStats;
}

export class FileCache {
  readonly #entries = new Map<string, Entry>();
  #size = 0;

  /** The file's bytes, if they are known and `stat`, made just now, says that they have not changed. */
  get(path: string, stat: BigIntStats): Buffer | null {
    const entry = this.#entries.get(path);
    return entry !== undefined && isSame(entry.stat, stat) ? entry.bytes : null;
  }

  /** `stat` and `now` (milliseconds since 1970) must have been taken before the bytes were read. */
  put(path: string, bytes: Buffer, stat: BigIntStats, now: number): void {
    this.#remove(path);
    const changedMs = stat.mtimeMs > stat.ctimeMs ? stat.mtimeMs : stat.ctimeMs;
    if (BigInt(now) - changedMs < SETTLED_MS) return;
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

/** The change time counts too: a program may set the modification time back, but not that one. */
function isSame(a: BigIntStats, b: BigIntStats): boolean {
  return (
    a.mtimeNs === b.mtimeNs &&
    a.ctimeNs === b.ctimeNs &&
    a.ino === b.ino &&
    a.size === b.size &&
    a.dev === b.dev
  );
}
