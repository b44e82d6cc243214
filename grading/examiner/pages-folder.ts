// Where a server looks for its pages: nobody can tell from its source for sure, but the kernel sees what it opens when it is
// asked for a page that is not there. strace(1) tells it; a system without it leaves the pages where they are.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, readlinkSync } from "node:fs";
import { isAbsolute, join, normalize } from "node:path/posix";
import { createInterface } from "node:readline";

const ATTACH_MS = 5000;

/**
 * The folders, as the server sees them, in which it looked for a file of this name while it was being asked. None: it
 * looked nowhere, or nobody can see it here. `pids`: its processes. `ask`: asks for the file, and resolves when it is over.
 */
export async function foldersLookedIn(
  pids: readonly number[],
  name: string,
  output: string,
  ask: () => Promise<unknown>,
): Promise<string[]> {
  const strace = spawn(
    "strace",
    ["-f", "-e", "trace=%file", "-s", "4096", "-o", output, "-p", pids.join(",")],
    {
      stdio: ["ignore", "ignore", "pipe"],
    },
  );
  const ended = once(strace, "close").catch((error: NodeJS.ErrnoException) => error);
  if (!(await attached(strace.stderr, pids.length))) {
    strace.kill();
    await ended;
    return [];
  }
  const cwd = new Map(pids.map((pid) => [pid, workingFolder(pid)]));
  await ask();
  strace.kill("SIGINT"); // it lets go of the server, which goes on
  await ended;
  return foldersIn(readFileSync(output, "utf8"), name, (pid) => cwd.get(pid) ?? cwd.get(pids[0]!) ?? "/");
}

/** Has it hold of so many processes? It says so of each. */
function attached(said: NodeJS.ReadableStream, count: number): Promise<boolean> {
  const lines = createInterface({ input: said });
  return new Promise((resolve) => {
    let seen = 0;
    const timer = setTimeout(() => resolve(false), ATTACH_MS);
    lines.on("line", (line) => {
      if (/ attached/.test(line)) seen++;
      if (seen < count) return;
      clearTimeout(timer);
      resolve(true);
    });
    lines.once("close", () => {
      clearTimeout(timer);
      resolve(false);
    });
  });
}

/** The folders of the paths that end with this name, in strace's lines: `PID openat(AT_FDCWD, "www/a.html", …`. */
export function foldersIn(trace: string, name: string, cwdOf: (pid: number) => string): string[] {
  const folders = trace.split("\n").flatMap((line) => {
    const [, pid, path] = /^(\d+) +\w+\([^"]*"((?:[^"\\]|\\.)*)"/.exec(line) ?? [];
    if (path === undefined || (!path.endsWith(`/${name}`) && path !== name)) return [];
    const folder = normalize(isAbsolute(path) ? path : join(cwdOf(Number(pid)), path)).slice(
      0,
      -name.length - 1,
    );
    return [folder === "" ? "/" : folder];
  });
  return [...new Set(folders)];
}

function workingFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined; // it has ended, or is not ours to see
  }
}
