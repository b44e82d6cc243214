// The TypeScript compiler that Antre itself is built with, for programs that are written in it.

import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { TYPESCRIPT } from "./languages.js";

/** The folder of the compiler that Antre itself is built with; null: it was installed without. */
export function typescriptFolder(): string | null {
  const require = createRequire(import.meta.url);
  const name = `@typescript/typescript-${process.platform}-${process.arch}/package.json`;
  try {
    const folder = join(
      dirname(createRequire(require.resolve("typescript/package.json")).resolve(name)),
      "lib",
    );
    return existsSync(folder) ? folder : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "MODULE_NOT_FOUND") throw error;
    return null;
  }
}

/** What the sandbox shows besides, for a program that this compiler builds. */
export function typescript(build: string | null): Record<string, string> {
  const folder = build?.includes(TYPESCRIPT) ? typescriptFolder() : null;
  return folder === null ? {} : { [TYPESCRIPT]: folder };
}
