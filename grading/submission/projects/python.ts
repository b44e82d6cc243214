// Python in packages: `from .page import answer` and `from shop.page import answer` work only from the folder above.

import { dirname, join } from "node:path/posix";
import { quoted } from "../../sandbox/quote.js";

const RELATIVE = /^[ \t]*from\s+(\.+)[\w.]*\s+import\b/gm;
const ABSOLUTE = /^[ \t]*(?:from\s+(\w+)[\w.]*\s+import\b|import\s+(\w+))/gm;

const above = (folder: string): string => (folder === "." ? "." : dirname(folder));

/** The folder that Python is to be started in, so that the program finds its own modules. */
export function packageRoot(path: string, source: string, files: readonly string[]): string {
  const own = dirname(path);
  const dots = Math.max(0, ...[...source.matchAll(RELATIVE)].map(([, marks]) => marks!.length));
  if (dots > 0) {
    let folder = own;
    for (let up = 0; up < dots; up++) folder = above(folder);
    while (folder !== "." && files.includes(join(folder, "__init__.py"))) folder = above(folder);
    return folder;
  }
  const isIn = (folder: string, name: string) =>
    files.some(
      (file) =>
        file === join(folder, `${name}.py`) ||
        (file.startsWith(`${join(folder, name)}/`) && file.endsWith(".py")),
    );
  const names = [...source.matchAll(ABSOLUTE)].map(([, from, name]) => from ?? name!);
  for (const name of new Set(names)) {
    if (isIn(own, name)) continue;
    for (let folder = own; folder !== "."; ) {
      folder = above(folder);
      if (isIn(folder, name)) return folder;
    }
  }
  return own;
}

/** The words after the interpreter, and what stands before it: a module with its packages, or a file that finds those beside them. */
export function runPython(interpreter: string, file: string, source: string): string {
  if (source.search(RELATIVE) >= 0 && file.includes("/")) {
    const module = file
      .replace(/\.pyw?$/i, "")
      .replace(/\/__main__$/, "")
      .replaceAll("/", ".");
    return `exec ${interpreter} -m ${quoted(module)}`;
  }
  if (file.includes("/")) return `exec env PYTHONPATH=. ${interpreter} ${quoted(file)}`;
  return `exec ${interpreter} ${quoted(file)}`;
}
