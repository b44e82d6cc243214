// Runs a command to its end: a compiler, or a look at what there is.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { killTree } from "../../clients/browser/reaper.js";

const windows = process.platform === "win32";
const OUTPUT_BYTES = 16 * 1024;
const BUILD_SECONDS = 60;
/** More than any sandbox has room for can't have been packed in one. */
const MOST_BYTES = 512 * 2 ** 20;

/** What building a program came to. */
export interface Built {
  ok: boolean;
  /** What the compiler said, its last lines. */
  words: string[];
  /** The compiler or interpreter that this machine lacks. */
  missing?: string;
  /** How the command ended; null: it was killed. */
  status?: number | null;
}

/**
 * Runs a line to its end, or till the time is up. Keeps the end of what it says, or
 * all of its output in a file.
 */
export async function runToEnd(line: string, output?: string): Promise<Built> {
  const child = spawn(windows ? line : `exec ${line}`, {
    shell: windows ? true : "/bin/sh",
    stdio: ["ignore", "pipe", "pipe"],
    detached: !windows,
  });
  let said = Buffer.alloc(0);
  const keep = (bytes: Buffer) => {
    said = Buffer.concat([said, bytes]).subarray(-OUTPUT_BYTES);
  };
  child.stderr.on("data", keep);
  const file = output === undefined ? null : createWriteStream(output, { mode: 0o600 });
  if (file === null) child.stdout.on("data", keep);
  else child.stdout.pipe(file);
  let bytes = 0;
  child.stdout.on("data", ({ length }: Buffer) => {
    bytes += length;
    if (bytes > MOST_BYTES) killTree(child.pid!);
  });
  const timer = setTimeout(() => killTree(child.pid!), BUILD_SECONDS * 1000);
  const written = file === null ? null : once(file, "close");
  const [status] = (await once(child, "close")) as [number | null];
  clearTimeout(timer);
  await written;
  return { ok: status === 0, status, words: said.toString("utf8").split(/\r?\n/).filter(Boolean).slice(-40) };
}
