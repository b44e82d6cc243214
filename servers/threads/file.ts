// Which file a thread runs: its modules, or all of them in one.

import { statSync } from "node:fs";

/**
 * The file of a thread's code. Every thread loads its modules anew, some thirty of them, which takes nearly as long as Node
 * takes to start a thread at all; so `npm run build`, and with it `npm ci`, also puts them into one file. Once something has
 * been compiled since, that file is out of date, and the modules are loaded.
 */
export function threadFile(name: "thread" | "pool-thread", here: string | URL = import.meta.url): URL {
  const bundle = new URL(`./bundle/${name}.cjs`, here);
  const compiled = new URL("../../tsconfig.tsbuildinfo", here);
  return changedMs(bundle) > changedMs(compiled) ? bundle : new URL(`./${name}.js`, here);
}

const changedMs = (file: URL): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
