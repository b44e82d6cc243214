// Where files lie that are no TypeScript: beside the sources, also when it is the built program that asks.

import { fileURLToPath } from "node:url";

/** The path of a file or folder that a module names, relative to itself. `from`: its import.meta.url. */
export const sourcePath = (relative: string, from: string): string =>
  fileURLToPath(new URL(relative, from)).replace(/dist[\\/](?=scenarios|grading)/, "");
