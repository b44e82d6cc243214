// Python, as tests start it many times.

import { spawnSync } from "node:child_process";
import { closeSync, openSync, readSync } from "node:fs";
import { delimiter, dirname, isAbsolute } from "node:path";
import { find } from "../cli/find.js";

/**
 * PATH, with the interpreter before its shim: python3 may be a shell script, as pyenv's, that takes longer to start than
 * Python does.
 */
export function pathWithPython(): string | undefined {
  const { PATH } = process.env;
  const found = find(["python3"]);
  if (found === null || !isScript(found)) return PATH;
  const { stdout } = spawnSync(found, ["-c", "import sys; print(sys.executable)"], { encoding: "utf8" });
  const interpreter = stdout?.trim() ?? "";
  return isAbsolute(interpreter) ? [dirname(interpreter), PATH].join(delimiter) : PATH;
}

function isScript(path: string): boolean {
  const file = openSync(path, "r");
  try {
    const start = Buffer.alloc(2);
    readSync(file, start);
    return start.toString("latin1") === "#!";
  } finally {
    closeSync(file);
  }
}
