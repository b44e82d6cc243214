// Python, as tests start it many times.

import { spawnSync } from "node:child_process";

let found: string | undefined;

/** The interpreter itself: python3 may be a shim, as pyenv's, a shell script that takes longer to start than Python does. */
export function python3(): string {
  found ??= interpreter();
  return found;
}

function interpreter(): string {
  const { stdout } = spawnSync("python3", ["-c", "import sys; print(sys.executable)"], { encoding: "utf8" });
  const path = stdout?.trim() ?? "";
  return /^[\w./-]+$/.test(path) ? path : "python3"; // it stands unquoted in command lines
}
