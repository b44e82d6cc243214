// Which programs a submission holds: as the command line says, as antre.yaml says, else by their names and by what they do.

import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { dirname, extname, join as joinPosix } from "node:path/posix";
import { parse } from "yaml";
import { ROLES, type Role } from "../grade.js";
import { quoted, typing } from "../sandbox/quote.js";
import { readCommands } from "./commands.js";
import { type Read, readCandidates } from "./finding/candidates.js";
import {
  type Candidate,
  type Choice,
  choose,
  isChosen,
  type Kind,
  kindOfCandidate,
  type Told,
} from "./finding/choose.js";
import type { Mode } from "./finding/modes.js";
import { asideOf } from "./finding/name.js";
import { languageOf } from "./languages.js";
import { BadManifest, readManifest, type Stated } from "./manifest.js";
import { archivesAmong } from "./opened.js";
import { type Sources, type Start, within } from "./projects/project.js";
import { sourcesIn } from "./root.js";

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
  /** The folders that its commands change to, relative to the submission's: it may look for its pages there. */
  changesTo: string[];
  port: number | null;
  /** How it was told which program it is. */
  told: Told;
}

/** Why a program could not be told. */
export interface NotFound {
  role: Role;
  why: Why;
  /** What was seen: the candidates; what the others are; archives; languages; or what is wrong with antre.yaml. */
  seen: string[];
  /** What antre.yaml could say, with a real name; null: nobody knows. */
  offer: string | null;
}

/**
 * `absent`: everything that is there is something else, so it was not handed in. `none`: the submission holds no program
 * at all. The others are for a human.
 */
export type Why = "absent" | "none" | "archives" | "several" | "manifest" | "no folder" | "unsupported";

export const isOpen = ({ why }: NotFound): boolean => why !== "absent" && why !== "none";

/** What a submission holds where nothing of what is asked for was found. */
export interface OtherWork {
  kind: "not asked for" | "chat" | "game" | "udp" | "proxy" | "no network" | "nothing";
  seen: string[];
}

export interface FoundPrograms {
  programs: Record<Role, Program | NotFound>;
  /** It holds no such coursework; null: it holds some of it, or a human must look. */
  otherWork: OtherWork | null;
  /** What was to be chosen from. */
  candidates: Candidate[];
}

const windows = process.platform === "win32";
const MOST_MANIFEST = 64 * 1024;
const MOST_SEEN = 12;

/** `files`: relative to `folder`. `commands`: a lecturer's word, which goes before all else. `asked`: by the rubric. */
export function findPrograms(
  folder: string,
  files: readonly string[],
  commands: Partial<Record<Role, string | Stated>>,
  asked: readonly Role[] = ROLES,
): FoundPrograms {
  const { stated, bad } = statedIn(folder, files);
  const programs = {} as Record<Role, Program | NotFound>;
  for (const role of ROLES) {
    const command = commands[role];
    if (command !== undefined)
      programs[role] = asStated(role, folder, files, plainly(command), { by: "command" });
    else if (bad !== null) programs[role] = { role, why: "manifest", seen: [bad.message], offer: null };
    else if (stated[role]) programs[role] = asStated(role, folder, files, stated[role], { by: "manifest" });
  }
  const open = asked.filter((role) => programs[role] === undefined);
  const read =
    open.length > 0 ? readCandidates(folder, files) : { candidates: [], aside: [], unsupported: [] };
  const all = candidatesOf(read);
  const named = new Set(ROLES.flatMap((role) => namedBy(programs[role], files)));
  for (const role of ROLES)
    for (const path of behind(programs[role], files, { ...read, candidates: all }, named)) named.add(path);
  const known = Object.fromEntries(ROLES.map((role) => [role, programs[role] !== undefined]));
  const candidates = all.filter(({ path }) => !named.has(path));
  const choices = choose(candidates, open, known);
  for (const role of ROLES)
    programs[role] ??= ofChoice(role, choices[role] ?? { several: [] }, {
      folder,
      files,
      read,
      candidates,
      named,
    });
  const nothing = asked.every((role) => !isFound(programs[role]));
  const sure = asked.every((role) => isFound(programs[role]) || !isOpen(programs[role]));
  return {
    programs,
    otherWork: nothing && sure ? otherWorkIn(candidates, files) : null,
    candidates,
  };
}

export const isFound = (program: Program | NotFound): program is Program => "run" in program;

const plainly = (stated: string | Stated): Stated =>
  typeof stated === "string" ? { run: stated, build: null, folder: ".", port: null } : stated;

function statedIn(folder: string, files: readonly string[]) {
  try {
    const manifest = join(folder, "antre.yaml");
    if (files.includes("antre.yaml") && statSync(manifest).size <= MOST_MANIFEST)
      return { stated: readManifest(readFileSync(manifest, "utf8")), bad: null };
  } catch (error) {
    if (!(error instanceof BadManifest)) throw error;
    return { stated: {}, bad: error };
  }
  return { stated: {} as Partial<Record<Role, Stated>>, bad: null };
}

/** What is old, or was built, counts where nothing else does the same. A test counts only where there is nothing else at all. */
function candidatesOf({ candidates, aside }: Read): Candidate[] {
  const of = (some: readonly Candidate[], kind: Kind) => some.filter((one) => kindOfCandidate(one) === kind);
  const kinds = ["server", "client"] as const;
  const nothing = kinds.every((kind) => of(candidates, kind).length === 0);
  const speaks = ({ content }: Candidate) => content.listens || content.connects;
  const allowed = aside.filter((one) => speaks(one) && (nothing || asideOf(one.path) !== "test"));
  const more = kinds.flatMap((kind) => (of(candidates, kind).length === 0 ? of(allowed, kind) : []));
  return [...candidates, ...more];
}

/** The files of a program that was stated: they are no others. */
function namedBy(program: Program | NotFound | undefined, files: readonly string[]): string[] {
  if (program === undefined || !isFound(program)) return [];
  const words = `${program.build ?? ""} ${program.run}`.split(/[\s'"]+/);
  return files.filter(
    (file) =>
      file === program.file ||
      words.some((word) =>
        [program.within, ...program.changesTo].some((within) => joinPosix(within, word) === file),
      ),
  );
}

/**
 * The file that a stated program is made of, where its commands name none (cargo run, make, sh run.sh, javac *.java): the one
 * that is called as what is run; else the one that would be chosen for it. It is not the other server, too.
 */
function behind(
  program: Program | NotFound | undefined,
  files: readonly string[],
  { candidates, unsupported }: Read,
  named: ReadonlySet<string>,
): string[] {
  if (program === undefined || !isFound(program)) return [];
  if (namedBy(program, files).some((file) => languageOf(file) !== undefined)) return [];
  const { role, run, language, within, changesTo } = program;
  const free = candidates.filter((one) => !named.has(one.path));
  const foreign = unsupported.filter((one) => one.language === language && !named.has(one.path));
  if (foreign.length > 0) return foreign.length === 1 ? [foreign[0]!.path] : [];
  const own = free.filter((one) => one.language === language);
  const some = own.length > 0 ? own : free;
  const words = run.split(/[\s'";&|()]+/).map((word) => word.replace(/^\.\//, ""));
  const called = some.filter(({ path }) =>
    words.some((word) => [word, word.replaceAll(".", "/")].some((one) => isCalled(path, one))),
  );
  if (called.length === 1) return [called[0]!.path];
  const near = some.filter(({ path }) =>
    [within, ...changesTo].some((one) => one !== "." && path.startsWith(`${one}/`)),
  );
  const choice = choose(near.length > 0 ? near : some, [role])[role];
  return choice !== undefined && isChosen(choice) ? [choice.path] : [];
}

const isCalled = (path: string, name: string): boolean => {
  const stem = path.slice(0, -extname(path).length || undefined);
  return name !== "" && (stem === name || stem.endsWith(`/${name}`));
};

interface Seen {
  folder: string;
  files: readonly string[];
  read: Read;
  candidates: readonly Candidate[];
  /** Files of programs that were stated. */
  named: ReadonlySet<string>;
}

function ofChoice(
  role: Role,
  choice: Choice,
  { folder, files, read, candidates, named }: Seen,
): Program | NotFound {
  if (isChosen(choice)) return asFile(role, { folder, files }, choice.path, choice.told, choice.mode);
  const { several } = choice;
  if (several.length > 0) {
    const offered = role === "multi" ? several.at(-1)! : several[0]!;
    return { role, why: "several", seen: several, offer: offerOf({ folder, files }, offered) };
  }
  const archives = archivesAmong(files);
  const unsupported = read.unsupported.filter(({ path }) => !named.has(path));
  const nothing = { role, offer: null };
  if (candidates.length === 0 && archives.length > 0) return { ...nothing, why: "archives", seen: archives };
  if (unsupported.length > 0 && !candidates.some((one) => fits(kindOfCandidate(one), role)))
    return {
      ...nothing,
      why: "unsupported",
      seen: unsupported.slice(0, MOST_SEEN).map(({ path, language }) => `${path} (${language})`),
    };
  if (read.candidates.length === 0) return { ...nothing, why: "none", seen: [] };
  return { ...nothing, why: "absent", seen: candidates.slice(0, MOST_SEEN).map(({ path }) => path) };
}

const fits = (kind: Kind, role: Role): boolean => kind === (role === "client" ? "client" : "server");

/** What it is instead: what most of its programs are, if they are of another kind. */
function otherWorkIn(candidates: readonly Candidate[], files: readonly string[]): OtherWork {
  const kinds = candidates.map((one) => ({ path: one.path, kind: kindOfCandidate(one) }));
  for (const kind of ["chat", "game", "udp", "proxy"] as const) {
    const seen = kinds.filter((one) => one.kind === kind).map(({ path }) => path);
    if (seen.length > 0) return { kind, seen: seen.slice(0, MOST_SEEN) };
  }
  const speaking = kinds.filter(({ kind }) => kind === "server" || kind === "client");
  if (speaking.length > 0)
    return { kind: "not asked for", seen: speaking.slice(0, MOST_SEEN).map(({ path }) => path) };
  if (kinds.length === 0) return { kind: "nothing", seen: files.slice(0, MOST_SEEN) };
  return { kind: "no network", seen: kinds.slice(0, MOST_SEEN).map(({ path }) => path) };
}

function asStated(
  role: Role,
  folder: string,
  files: readonly string[],
  { run, build, folder: within, port }: Stated,
  told: Told,
): Program | NotFound {
  if (!existsSync(join(folder, within))) return { role, why: "no folder", seen: [within], offer: null };
  // The name of a file alone: it is built and run as its language wants it.
  const file = joinPosix(within, run.trim());
  if (build === null && files.includes(file) && languageOf(file) !== undefined)
    return { ...asFile(role, { folder, files }, file, told), port };
  const { language, needs, folders } = readCommands(build, run, files);
  const changesTo = folders
    .map((one) => joinPosix(within, one))
    .filter((one) => existsSync(join(folder, one)));
  return { role, file: null, language, needs, build, run, within, changesTo, port, told };
}

/** A program that was found as a file: started by its language, or in its mode. */
export function asFile(
  role: Role,
  { folder, files }: Handed,
  path: string,
  told: Told,
  mode?: Mode,
): Program {
  const language = languageOf(path)!;
  const start = startOf(path, sourcesIn(folder, files));
  return {
    role,
    file: path,
    language: language.name,
    needs: language.needs,
    build: start.build,
    run: inMode(start.run, mode),
    within: start.within,
    changesTo: [],
    port: null,
    told,
  };
}

/** What was handed in: a folder, and the files in it, relative to it. */
export interface Handed {
  folder: string;
  files: readonly string[];
}

/** With what belongs to it, or else by itself. */
function startOf(path: string, sources: Sources): Start {
  const language = languageOf(path)!;
  // Build files are for a shell as other systems have it.
  const project = windows ? null : (language.project?.(path, sources) ?? null);
  if (project !== null) return project;
  const source = sources.text(path);
  const folder = language.root?.(path, source, sources.files) ?? dirname(path);
  const file = within(folder, path);
  return {
    within: folder,
    build: language.build?.(file, source) ?? null,
    run: language.run(file, source),
  };
}

/** The command, told which program it is to be. What is typed comes before what its user would type. */
function inMode(run: string, mode: Mode | undefined): string {
  if (mode === undefined) return run;
  const command = [run, ...mode.args.map(quoted)].join(" ");
  return typing(mode.typed, command);
}

/** What antre.yaml says of a file: its command, or its name where more is needed than that. */
export function offerOf(handed: Handed, path: string): string {
  const { build, run, within } = asFile("single", handed, path, { by: "name" });
  return build === null && within === "." ? run.replace(/^exec /, "") : path;
}

/** A line that can be pasted into antre.yaml as it is: { single: python3 a.py, multi: python3 b.py }. */
export function lineFor(offers: Partial<Record<Role, string>>): string {
  const said = Object.entries(offers).map(([role, value]) => `${role}: ${scalar(value)}`);
  return said.length === 1 ? said[0]! : `{ ${said.join(", ")} }`;
}

/** A longer command nobody would paste. */
const MOST_BUILD = 200;

/** A line of antre.yaml that says what a program is told, with marks in the usual order. */
export function lineWithWords({ role, run, build, within }: Program): string {
  const words = role === "client" ? "{host} {port} {file}" : "{port} {folder} {threads}";
  const command = JSON.stringify(`${run.replace(/^exec /, "")} ${words}`);
  if (build === null && within === ".") return `${role}: ${command}`;
  if ((build?.length ?? 0) > MOST_BUILD) return `${role}: COMMAND ${words}`;
  const parts = [
    `run: ${command}`,
    build !== null && `build: ${JSON.stringify(build)}`,
    within !== "." && `folder: ${scalar(within)}`,
  ];
  return `${role}: { ${parts.filter(Boolean).join(", ")} }`;
}

/** As a word of YAML where it is one on a line and within brackets; else quoted as in JSON, which YAML reads too. */
const scalar = (text: string): string =>
  /^[\p{L}./][\p{L}\p{N}_ ./'+=@-]*$/u.test(text) && parse(`[${text}]`)[0] === text
    ? text
    : JSON.stringify(text).replaceAll(/[^ -~\p{L}\p{N}]/gu, escaped);

const escaped = (symbol: string): string =>
  Array.from(
    { length: symbol.length },
    (_, at) => `\\u${symbol.charCodeAt(at).toString(16).padStart(4, "0")}`,
  ).join("");
