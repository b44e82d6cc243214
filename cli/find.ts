// Where a program is: on PATH; where Antre looks besides; or in one of the folders where people's own tools lie.

import { accessSync, constants, lstatSync, readdirSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

export interface Program {
  path: string;
  /** "path": a shell finds it. "elsewhere": it is there, and its folder is not on PATH. */
  where: "path" | "elsewhere";
}

const windows = process.platform === "win32";

/** Where servers and ip(8) lie, which an ordinary user's PATH may leave out. Antre looks there itself. */
const SYSTEM = windows ? [] : ["/usr/local/sbin", "/usr/sbin", "/sbin"];

/** Folders of tools that people install for themselves. A * stands for every folder there. */
const HOMES = windows
  ? [
      "{LOCALAPPDATA}/Programs/Python/*",
      "{LOCALAPPDATA}/Programs/Python/Launcher",
      "{LOCALAPPDATA}/Microsoft/WinGet/Links",
      "{ProgramFiles}/Eclipse Adoptium/*/bin",
      "{ProgramFiles}/Java/*/bin",
      "{ProgramFiles}/Microsoft/*/bin",
      "{ProgramFiles}/Go/bin",
      "{SystemDrive}/msys64/ucrt64/bin",
      "{SystemDrive}/msys64/mingw64/bin",
      "{SystemDrive}/xampp/php",
      "{ProgramData}/chocolatey/bin",
      "~/.pyenv/pyenv-win/shims",
      "~/miniconda3",
      "~/anaconda3",
      "~/miniforge3",
      "~/scoop/shims",
      "~/.cargo/bin",
    ]
  : [
      "~/.local/bin",
      "~/.pyenv/shims",
      "~/miniconda3/bin",
      "~/anaconda3/bin",
      "~/miniforge3/bin",
      "~/mambaforge/bin",
      "/opt/conda/bin",
      "~/.asdf/shims",
      "~/.local/share/mise/shims",
      "~/.rbenv/shims",
      "~/.sdkman/candidates/*/current/bin",
      "~/.cargo/bin",
      "/usr/local/go/bin",
      "/opt/homebrew/bin",
      "/usr/local/bin",
      "/home/linuxbrew/.linuxbrew/bin",
      "/opt/homebrew/opt/ruby/bin",
      "/opt/homebrew/opt/openjdk/bin",
      "/snap/bin",
    ];

/** Every place of a program with one of these names, the likeliest first. */
export function findAll(names: readonly string[], env: NodeJS.ProcessEnv = process.env): Program[] {
  const path = [...(env.PATH ?? env.Path ?? "").split(delimiter).filter(Boolean), ...SYSTEM];
  const seen = new Set(path);
  const others = HOMES.flatMap((folder) => foldersLike(folder, env)).filter((folder) => !seen.has(folder));
  const within = (folders: readonly string[], where: Program["where"]) =>
    names.flatMap((name) =>
      folders.flatMap((folder) => {
        const found = endings(env).map((ending) => join(folder, name + ending));
        return found.filter(isProgram).map((path): Program => ({ path, where }));
      }),
    );
  return [...within(path, "path"), ...within(others, "elsewhere")];
}

/** The first of these on PATH, or where Antre looks besides; null: none is there. */
export const find = (names: readonly string[], env: NodeJS.ProcessEnv = process.env): string | null =>
  findAll(names, env).find(({ where }) => where === "path")?.path ?? null;

/** Windows runs what has one of these endings. */
const endings = (env: NodeJS.ProcessEnv): string[] =>
  windows ? (env.PATHEXT ?? ".COM;.EXE;.BAT;.CMD").split(";").map((one) => one.toLowerCase()) : [""];

export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    // Windows' aliases of programs from its shop, such as winget, can't be followed.
    return !(windows ? lstatSync(path) : statSync(path)).isDirectory();
  } catch {
    return false;
  }
}

/** A folder's pattern filled in; none: this user or system has no such place. */
function foldersLike(pattern: string, env: NodeJS.ProcessEnv): string[] {
  let known = true;
  const filled = pattern
    .replace(/^~/, () => env.HOME ?? homedir())
    .replace(/\{(\w+)\}/, (_, name: string) => {
      known &&= env[name] !== undefined;
      return env[name] ?? "";
    });
  if (!known) return [];
  const [before, after] = filled.split("*");
  if (after === undefined) return [join(filled)];
  return foldersIn(before!).map((name) => join(before!, name, after));
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort().reverse(); // the newest version first
  } catch {
    return [];
  }
}
