// Small files kept in memory, so that a path that is asked for again costs one look at the most, instead of five calls.

import type { Stats } from "node:fs";
import type { Look } from "./look.js";

const MAX_BYTES = 1024 * 1024; // for each thread has its own
const ENTRY_BYTES = 512; // what an entry costs besides its text and its bytes, about
/**
 * How old a file's last change must be when it is read. A file can change twice within one tick of the file system's
 * clock and look the same: git calls such a file "racy". The coarsest clock in use, FAT's, ticks every 2 s.
 */
const SETTLED_MS = 3000;

/** A file that was found: what it is, and what it was like before its bytes were read. */
export interface Known {
  type: string;
  bytes: Buffer;
  look: Look;
  /** When it was looked at for the last time, by performance.now(). */
  lookedMs: number;
}

export class FileCache {
  readonly #known = new Map<string, Known>();
  #size = 0;

  /** What the path led to the last time. It holds while its look is unchanged. */
  get(path: string): Known | undefined {
    return this.#known.get(path);
  }

  /** `known.look`, `stat` and `now` (milliseconds since 1970) must have been taken before the bytes were read. */
  put(path: string, known: Known, stat: Pick<Stats, "mtimeMs" | "ctimeMs">, now: number): void {
    this.#remove(path);
    const { bytes } = known;
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
