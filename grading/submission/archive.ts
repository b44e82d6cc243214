// Opens a zip or tar file: only regular files, only inside the folder, and no more than a submission may be.

import { createReadStream } from "node:fs";
import { mkdir, open } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Contents, isIgnored, MOST_BYTES, MOST_FILES, Unopened } from "./folder.js";

export const isArchive = (name: string): boolean => /\.(zip|tar|tar\.gz|tgz)$/i.test(name);

/** Archives of other kinds, which somebody handed in all the same: they are not passed over in silence. */
export const isStrangeArchive = (name: string): boolean =>
  /\.(rar|7z|gz|bz2|xz|zst|lzh|cab|jar)$/i.test(name) && !isArchive(name);

/** Unpacks into a folder. What would lie outside, and what is no regular file, is left out. Throws Unopened. */
export async function unpack(archive: string, to: string): Promise<Contents> {
  const unpacking = new Unpacking(to);
  await mkdir(to, { recursive: true, mode: 0o755 });
  try {
    await (/\.zip$/i.test(archive) ? unzip(archive, unpacking) : untar(archive, unpacking));
  } catch (error) {
    if (error instanceof Unopened) throw error;
    throw new Unopened("broken", (error as Error).message);
  }
  unpacking.contents.files.sort();
  return unpacking.contents;
}

class Unpacking {
  readonly contents: Contents = { files: [], leftOut: [] };
  readonly #to: string;
  #room = MOST_BYTES;

  constructor(to: string) {
    this.#to = to;
  }

  leaveOut(path: string): void {
    if (this.contents.leftOut.length < MOST_FILES) this.contents.leftOut.push(path);
  }

  /** The path as it will be; null: it is not to be taken. */
  accept(path: string): string | null {
    const parts = path.split(/[\\/]/).filter((part) => part !== "" && part !== ".");
    const outside = /^[\\/]|^[a-z]:/i.test(path) || parts.includes("..") || path.includes("\0");
    if (outside || parts.length === 0) {
      this.leaveOut(path);
      return null;
    }
    return parts.some(isIgnored) ? null : parts.join("/");
  }

  /** Writes a file. What an archive says of its size is not believed: the bytes are counted as they come. */
  async write(path: string, content: Readable, executable: boolean): Promise<void> {
    if (this.contents.files.length >= MOST_FILES) throw new Unopened("too many", `${MOST_FILES}`);
    const target = join(this.#to, path);
    await mkdir(dirname(target), { recursive: true, mode: 0o755 });
    const file = await open(target, "wx", executable ? 0o755 : 0o644);
    try {
      for await (const bytes of content as AsyncIterable<Buffer>) {
        this.#room -= bytes.length;
        if (this.#room < 0) throw new Unopened("too large", `${MOST_BYTES / 2 ** 20} MiB`);
        await file.write(bytes);
      }
    } finally {
      await file.close();
    }
    this.contents.files.push(path);
  }
}

/** File types in the mode that a zip file keeps for Unix: stat(2). */
const TYPE = 0o170000;
const REGULAR = 0o100000;

async function unzip(archive: string, unpacking: Unpacking): Promise<void> {
  const { openPromise } = await import("yauzl");
  // Names are looked at by us: the library would refuse the whole file for one bad name.
  const zip = await openPromise(archive, {
    decodeStrings: false,
    lazyEntries: true,
    validateEntrySizes: true,
  });
  try {
    for await (const entry of zip.eachEntry()) {
      const name = Buffer.from(entry.fileName as unknown as Uint8Array).toString("utf8");
      if (/[\\/]$/.test(name)) continue;
      const mode = entry.externalFileAttributes >>> 16;
      const type = mode & TYPE;
      const path = unpacking.accept(name);
      if (path === null) continue;
      if (type !== 0 && type !== REGULAR) unpacking.leaveOut(path);
      else await unpacking.write(path, await zip.openReadStreamPromise(entry), (mode & 0o111) !== 0);
    }
  } finally {
    zip.close();
  }
}

async function untar(archive: string, unpacking: Unpacking): Promise<void> {
  const { Parser } = await import("tar");
  let failure: unknown = null;
  let writing: Promise<void> = Promise.resolve();
  const parser = new Parser({
    strict: true,
    onReadEntry: (entry) => {
      const directory = entry.type === "Directory";
      const path = directory ? null : unpacking.accept(entry.path);
      const regular = entry.type === "File" || entry.type === "OldFile" || entry.type === "ContiguousFile";
      if (path !== null && !regular) unpacking.leaveOut(path);
      if (path === null || !regular || failure !== null) {
        entry.resume();
        return;
      }
      const mode = entry.mode ?? 0;
      writing = writing
        .then(() => unpacking.write(path, entry as unknown as Readable, (mode & 0o111) !== 0))
        .catch((error: unknown) => {
          failure ??= error;
          entry.resume();
        });
    },
  });
  await pipeline(createReadStream(archive), parser as unknown as NodeJS.WritableStream);
  await writing;
  if (failure !== null) throw failure;
}
