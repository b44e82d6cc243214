// What Firefox works out at a profile's first start, and keeps in it: its own code, compiled, and a list of the add-ons that
// it brings along. Given to the next fresh profile, it saves a part of the start. Nothing in it tells where anybody has been.

import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { InstalledBrowser } from "./find.js";

const FOLDER = "startupCache";
/** By their paths in the profile. The last ones of its folder are there only if the browser was used for some seconds. */
const FILES = [
  "compatibility.ini",
  "addonStartup.json.lz4",
  "extensions.json",
  `${FOLDER}/startupCache.8.little`,
  `${FOLDER}/webext.sc.lz4`,
  `${FOLDER}/urlCache.bin`,
  `${FOLDER}/scriptCache-child.bin`,
  `${FOLDER}/scriptCache.bin`,
];

/** By the browser's program: the contents of the files that are known. */
const known = new Map<string, Map<string, Buffer>>();

/** Learns from the profile of a browser that was ready and has ended, if it has more than is known. */
export async function learnStartUp({ kind, path }: InstalledBrowser, profile: string): Promise<void> {
  if (kind !== "firefox") return;
  const files = FILES.filter((file) => existsSync(join(profile, file)));
  if (files.length <= (known.get(path)?.size ?? 0)) return;
  const contents = await Promise.all(files.map((file) => readFile(join(profile, file))));
  known.set(path, new Map(files.map((file, i) => [file, contents[i]!])));
}

/** Gives a fresh profile what is known by now. */
export function giveStartUp({ path }: InstalledBrowser, profile: string): void {
  const contents = known.get(path);
  if (contents === undefined) return;
  mkdirSync(join(profile, FOLDER));
  for (const [file, content] of contents) writeFileSync(join(profile, file), content);
}
