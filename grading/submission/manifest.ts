// antre.yaml: what a student may write beside his programs, so that they need not be guessed.

import { LineCounter, parseDocument } from "yaml";
import { ROLES, type Role } from "../grade.js";

/** One program as it is stated: by antre.yaml, or on the command line. */
export interface Stated {
  run: string;
  build: string | null;
  /** Where it is run, relative to the submission. */
  folder: string;
  port: number | null;
}

/** antre.yaml can't be understood; `line` counts from 1. */
export class BadManifest extends Error {
  readonly line: number;
  readonly problem: string;

  constructor(line: number, problem: string, file = "antre.yaml") {
    super(`${file}, line ${line}: ${problem}`);
    this.line = line;
    this.problem = problem;
  }
}

const KEYS = ["run", "build", "folder", "port"];

/** What is stated of the programs of one submission. */
export type Manifest = Partial<Record<Role, Stated>>;

/** Reads the text of antre.yaml. Throws BadManifest, in English: the file's keys are English too. */
export function readManifest(text: string): Manifest {
  const { map, lineOf } = read(text, "antre.yaml");
  if (map === null) return {};
  if (!isMap(map)) throw new BadManifest(1, "it must say, for example, single: python3 server.py");
  return readRoles(map, (role, problem) => {
    throw new BadManifest(lineOf([role]), problem);
  });
}

/** Reads a lecturer's table for a whole class: for each submission, by its name, what its antre.yaml could say. Throws BadManifest. */
export function readTable(text: string, file: string): Record<string, Manifest> {
  const { map, lineOf } = read(text, file);
  if (map === null) return {};
  if (!isMap(map)) throw new BadManifest(1, "it must say, for example, ani: { single: server.py }", file);
  return Object.fromEntries(
    Object.entries(map).map(([name, value]) => {
      const refuse = (path: string[], problem: string): never => {
        throw new BadManifest(lineOf([name, ...path]), problem, file);
      };
      if (!isMap(value)) return refuse([], `${name} must name programs, for example { single: server.py }`);
      return [name, readRoles(value, (role, problem) => refuse([role], problem))];
    }),
  );
}

function read(text: string, file: string) {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true });
  const [error] = document.errors;
  if (error) throw new BadManifest(counter.linePos(error.pos[0]).line, error.message.split("\n")[0]!, file);
  const lineOf = (path: string[]) => {
    const node = document.getIn(path, true) as { range?: [number, number, number] } | undefined;
    return node?.range ? counter.linePos(node.range[0]).line : 1;
  };
  return { map: contentOf(document, file), lineOf };
}

function readRoles(map: Record<string, unknown>, refuse: (role: string, problem: string) => never): Manifest {
  const stated: Manifest = {};
  for (const [role, value] of Object.entries(map)) {
    if (!isRole(role)) refuse(role, `there is no "${role}"; use ${ROLES.join(", ")}`);
    stated[role as Role] = readOne(role, value, (problem) => refuse(role, problem));
  }
  return stated;
}

function contentOf(document: ReturnType<typeof parseDocument>, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch (error) {
    throw new BadManifest(1, (error as Error).message, file); // aliases, which can make a bomb of a few lines
  }
}

function readOne(role: string, value: unknown, refuse: (problem: string) => never): Stated {
  if (typeof value === "string" && value.trim() !== "")
    return { run: value, build: null, folder: ".", port: null };
  if (!isMap(value)) return refuse(`${role} must be a command, for example: ${role}: python3 my_program.py`);
  const unknown = Object.keys(value).find((key) => !KEYS.includes(key));
  if (unknown !== undefined) return refuse(`${role} has no "${unknown}"; it may have ${KEYS.join(", ")}`);
  const { run, build = null, folder = ".", port = null } = value;
  if (typeof run !== "string" || run.trim() === "") return refuse(`${role} needs run: and a command`);
  if (build !== null && typeof build !== "string") return refuse(`build of ${role} must be a command`);
  if (typeof folder !== "string" || folder.startsWith("/") || folder.split(/[\\/]/).includes(".."))
    return refuse(`folder of ${role} must be a folder of the submission`);
  if (port !== null && !(Number.isInteger(port) && (port as number) > 0 && (port as number) < 65536))
    return refuse(`port of ${role} must be a whole number from 1 to 65535`);
  return { run, build, folder, port: port as number | null };
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isRole = (name: string): boolean => (ROLES as readonly string[]).includes(name);
