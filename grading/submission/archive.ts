// Opens a zip or tar file: only regular files, only inside the folder, and no more than a submission may be.

import { createReadStream } from "node:fs";
import { mkdir, open } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { type Contents, isIgnored, MOST_BYTES, MOST_FILES, MOST_LEVELS, textOf, Unopened } from "./folder.js";

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
    if (parts.length > MOST_LEVELS) throw new Unopened("too deep", `${MOST_LEVELS}`);
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
        if (this.#room < 0) throw tooLarge();
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
      const name = textOf(Buffer.from(entry.fileName as unknown as Uint8Array));
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

/** Beside its content each file of a tar file has a head, and is filled up to a block. */
const MOST_TAR = MOST_BYTES + MOST_FILES * 4096;

/** What comes, till it is more than a submission may be: nothing is decompressed beyond. Throws Unopened. */
async function* atMost(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let room = MOST_TAR;
  for await (const chunk of chunks) {
    room -= chunk.length;
    if (room < 0) throw tooLarge();
    yield chunk;
  }
}

const tooLarge = () => new Unopened("too large", `${MOST_BYTES / 2 ** 20} MiB`);

/** RFC 1952: it begins with 1f 8b, whatever the file is called. */
async function isGzip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return buffer.readUInt16BE() === 0x1f8b;
  } finally {
    await file.close();
  }
}

async function untar(archive: string, unpacking: Unpacking): Promise<void> {
  const { Parser } = await import("tar");
  let failure: unknown = null;
  const stop = new AbortController(); // no more is decompressed than is taken
  let writing: Promise<void> = Promise.resolve();
  const opened = new Set<{ destroy(error?: unknown): unknown }>();
  const fail = (error: unknown): void => {
    failure ??= error;
    stop.abort();
    for (const entry of opened) entry.destroy(error); // the rest of it will never come
  };
  const accepted = (path: string): string | null => {
    try {
      return unpacking.accept(path);
    } catch (error) {
      fail(error);
      return null;
    }
  };
  const parser = new Parser({
    strict: true,
    onReadEntry: (entry) => {
      const path = entry.type === "Directory" ? null : accepted(entry.path);
      const regular = entry.type === "File" || entry.type === "OldFile" || entry.type === "ContiguousFile";
      if (path !== null && !regular) unpacking.leaveOut(path);
      if (path === null || !regular || failure !== null) {
        entry.resume();
        return;
      }
      const mode = entry.mode ?? 0;
      opened.add(entry);
      entry.on("error", () => {}); // it may be ended before anybody reads it
      writing = writing
        .then(() => unpacking.write(path, entry as unknown as Readable, (mode & 0o111) !== 0))
        .then(() => opened.delete(entry))
        .then(() => {}, fail);
    },
  });
  const tar = parser as unknown as NodeJS.WritableStream;
  const file = createReadStream(archive);
  const bytes = (await isGzip(archive)) ? file.pipe(createGunzip()) : file;
  file.on("error", (error) => bytes.destroy(error));
  const read = pipeline(Readable.from(atMost(bytes)), tar, { signal: stop.signal });
  await read.catch(fail);
  await writing;
  if (failure !== null) throw failure;
}
