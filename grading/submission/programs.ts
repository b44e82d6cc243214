// Which programs a submission holds: as the command line says, as antre.yaml says, or by the names of its files.

import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { dirname, relative } from "node:path/posix";
import { ROLES, type Role } from "../grade.js";
import { candidates, programsAmong } from "./conventions.js";
import { languageOf } from "./languages.js";
import { BadManifest, readManifest, type Stated } from "./manifest.js";
import { archivesAmong } from "./opened.js";
import { sourceOf } from "./root.js";

/** A program that can be tried. The commands are for /bin/sh, in its folder. */
export interface Program {
  role: Role;
  file: string | null;
  language: string | null;
  /** The program that must be there to build and to run it; null: nobody said. */
  needs: string | null;
  build: string | null;
  run: string;
  /** Where it is run, relative to the submission's folder. */
  within: string;
  port: number | null;
}

/** Why a program could not be told. */
export interface NotFound {
  role: Role;
  why: "none" | "archives" | "several" | "manifest" | "no folder";
  /** What was seen: the candidates; every program; archives, where there is no program; or what is wrong with antre.yaml. */
  seen: string[];
}

const MOST_MANIFEST = 64 * 1024;

/** `files`: relative to `folder`. `commands`: from the command line, and they go before all else. */
export function findPrograms(
  folder: string,
  files: readonly string[],
  commands: Partial<Record<Role, string>>,
): Record<Role, Program | NotFound> {
  let stated: Partial<Record<Role, Stated>> = {};
  let bad: BadManifest | null = null;
  try {
    const manifest = join(folder, "antre.yaml");
    if (files.includes("antre.yaml") && statSync(manifest).size <= MOST_MANIFEST)
      stated = readManifest(readFileSync(manifest, "utf8"));
  } catch (error) {
    if (!(error instanceof BadManifest)) throw error;
    bad = error;
  }
  const find = (role: Role): Program | NotFound => {
    const command = commands[role];
    if (command !== undefined)
      return asStated(role, folder, { run: command, build: null, folder: ".", port: null });
    if (bad !== null) return { role, why: "manifest", seen: [bad.message] };
    if (stated[role]) return asStated(role, folder, stated[role]);
    const found = distinct(folder, candidates(role, files));
    if (found.length === 1) return byLanguage(role, folder, found[0]!);
    if (found.length > 1) return { role, why: "several", seen: found };
    const seen = programsAmong(files);
    const archives = archivesAmong(files);
    return seen.length === 0 && archives.length > 0
      ? { role, why: "archives", seen: archives }
      : { role, why: "none", seen };
  };
  return Object.fromEntries(ROLES.map((role) => [role, find(role)])) as Record<Role, Program | NotFound>;
}

export const isFound = (program: Program | NotFound): program is Program => "run" in program;

/** The same program in two folders is one; a Java class without main is a helper of another. */
function distinct(folder: string, candidates: readonly string[]): string[] {
  if (candidates.length < 2) return [...candidates];
  const startable = candidates.filter((path) => {
    const { isMain } = languageOf(path)!;
    return isMain === undefined || isMain(sourceOf(join(folder, path)));
  });
  const contents = new Map(
    startable.toReversed().map((path) => [readFileSync(join(folder, path)).toString("base64"), path]),
  );
  const different = [...contents.values()].sort();
  return different.length > 0 ? different : [...candidates];
}

function asStated(
  role: Role,
  folder: string,
  { run, build, folder: within, port }: Stated,
): Program | NotFound {
  if (!existsSync(join(folder, within))) return { role, why: "no folder", seen: [within] };
  return { role, file: null, language: null, needs: null, build, run, within, port };
}

function byLanguage(role: Role, folder: string, path: string): Program {
  const language = languageOf(path)!;
  const source = sourceOf(join(folder, path));
  const within = language.root?.(path, source) ?? dirname(path);
  const name = relative(within, path);
  const file = name.startsWith("-") ? `./${name}` : name; // it is no option
  return {
    role,
    file: path,
    language: language.name,
    needs: language.needs,
    build: language.build?.(file, source) ?? null,
    run: language.run(file, source),
    within,
    port: null,
  };
}
