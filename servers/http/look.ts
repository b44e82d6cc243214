// Is a file still as it was? Asked before each answer, so it must cost little: Linux' statx(2) fills a buffer that is
// compared as it is, where Node would make an object with four dates of it. Other systems ask through Node.

import { type Stats, statSync } from "node:fs";
import koffi from "koffi";

/** What a file was like when it was looked at. Links are followed. */
export interface Look {
  /** Looks again. False also when the file is gone. */
  unchanged(): boolean;
}

/** null: it is not there, or not ours to see. */
export function lookAt(file: string): Look | null {
  const look = statx === null ? new NodeLook(file) : new StatxLook(file, statx);
  return look.seen ? look : null;
}

type Statx = (folder: number, path: Buffer, flags: number, mask: number, into: Buffer) => number;
const AT_FDCWD = -100;
const STATX_BASIC_STATS = 0x7ff;

/** Not every libc has it. */
function loadStatx(): Statx | null {
  if (process.platform !== "linux") return null;
  try {
    return koffi
      .load(null)
      .func("int statx(int folder, uint8_t *path, int flags, unsigned int mask, uint8_t *into)");
  } catch {
    return null;
  }
}
const statx = loadStatx();

/** struct statx (linux/stat.h) has the same layout everywhere: 256 bytes. Where in it stands what must be the same. */
const STATX_BYTES = 256;
const INODE_AND_SIZE = [0x20, 0x30] as const;
const CHANGED_MODIFIED_AND_DEVICE = [0x60, 0x90] as const; // to the nanosecond

class StatxLook implements Look {
  readonly #path: Buffer;
  readonly #statx: Statx;
  readonly #before = Buffer.alloc(STATX_BYTES);
  readonly #now = Buffer.alloc(STATX_BYTES);
  readonly seen: boolean;

  constructor(file: string, statx: Statx) {
    this.#path = Buffer.from(`${file}\0`);
    this.#statx = statx;
    this.seen = this.#into(this.#before);
  }

  unchanged(): boolean {
    return this.#into(this.#now) && this.#same(INODE_AND_SIZE) && this.#same(CHANGED_MODIFIED_AND_DEVICE);
  }

  #into(buffer: Buffer): boolean {
    return this.#statx(AT_FDCWD, this.#path, 0, STATX_BASIC_STATS, buffer) === 0;
  }

  #same([from, to]: readonly [number, number]): boolean {
    return this.#before.compare(this.#now, from, to, from, to) === 0;
  }
}

class NodeLook implements Look {
  readonly #file: string;
  readonly #before: Stats | undefined;

  constructor(file: string) {
    this.#file = file;
    this.#before = statSync(file, { throwIfNoEntry: false });
  }

  get seen(): boolean {
    return this.#before !== undefined;
  }

  unchanged(): boolean {
    const now = statSync(this.#file, { throwIfNoEntry: false });
    return now !== undefined && isSame(this.#before!, now);
  }
}

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
