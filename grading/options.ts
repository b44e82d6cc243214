// The command line of `npm run grade`, read into what is to be done. Every mistake is a UsageError in the user's language.

import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { parse, UsageError, wholeNumber } from "../clients/command-line.js";
import type { Role } from "./grade.js";
import { formats } from "./report/formats.js";
import { BadRubric, type Rubric } from "./rubric.js";
import { READY, readRubric, rubricFile } from "./rubric-file.js";
import { BadManifest, type Manifest, readTable } from "./submission/manifest.js";
import type { Texts } from "./texts/texts.js";

const AUTOGRADERS = ["gradescope", "classroom"] as const;
export type Autograder = (typeof AUTOGRADERS)[number];

export interface Command {
  paths: string[];
  self: boolean;
  /** Each path is one submission, whatever it holds. */
  one: boolean;
  rubric: Rubric;
  rubricFile: string;
  commands: Partial<Record<Role, string>>;
  table: Record<string, Manifest>;
  jobs: number;
  out: string;
  again: boolean;
  formats: string[];
  /** Which part of how many; null: all. */
  shard: { part: number; of: number } | null;
  merge: boolean;
  browsers: string[];
  autograder: Autograder | null;
  unsafe: boolean;
  json: boolean;
}

const options = {
  self: { type: "boolean", default: false },
  one: { type: "boolean", default: false },
  rubric: { type: "string" },
  single: { type: "string" },
  multi: { type: "string" },
  client: { type: "string" },
  programs: { type: "string" },
  jobs: { type: "string" },
  out: { type: "string" },
  again: { type: "boolean", default: false },
  format: { type: "string", multiple: true, default: [] as string[] },
  shard: { type: "string" },
  merge: { type: "boolean", default: false },
  browser: { type: "string", multiple: true, default: [] as string[] },
  autograder: { type: "string" },
  "unsafe-no-sandbox": { type: "boolean", default: false },
  json: { type: "boolean", default: false },
  lang: { type: "string" },
  help: { type: "boolean", default: false },
} as const;

/** What is to be done; or that help was asked for. Throws UsageError. */
export function readTask(args: string[], { command: say }: Texts): Command | "help" {
  const { values, positionals } = parse(args, options, say);
  if (values.help) return "help";
  const autograder = wordOf("--autograder", values.autograder, AUTOGRADERS, say);
  if (positionals.length === 0 && autograder === null) throw new UsageError(say.noFolder);
  if (values.self && positionals.length !== 1) throw new UsageError(say.oneSelf);
  const file = rubricFile(values.rubric);
  for (const name of values.format)
    wordOf(
      "--format",
      name,
      formats.map((format) => format.name),
      say,
    );
  const { single, multi, client } = values;
  return {
    paths: positionals,
    self: values.self,
    one: values.one || values.self,
    rubric: rubricOf(file, say),
    rubricFile: file,
    commands: { ...(single && { single }), ...(multi && { multi }), ...(client && { client }) },
    table: values.programs === undefined ? {} : tableOf(values.programs, say),
    jobs: wholeNumber("--jobs", values.jobs ?? `${availableParallelism()}`, 1, 256, say),
    out: values.out ?? "results/runs/grades",
    again: values.again,
    formats: values.format,
    shard: shardOf(values.shard, say),
    merge: values.merge,
    browsers: values.browser,
    autograder,
    unsafe: values["unsafe-no-sandbox"],
    json: values.json,
  };
}

type Say = Texts["command"];

function rubricOf(file: string, say: Say): Rubric {
  try {
    return readRubric(file);
  } catch (error) {
    if (error instanceof BadRubric)
      throw new UsageError(say.badRubric(error.file, error.line, error.problem));
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new UsageError(say.noRubric(file, code, READY));
  }
}

function tableOf(file: string, say: Say): Record<string, Manifest> {
  try {
    return readTable(readFileSync(file, "utf8"), file);
  } catch (error) {
    if (error instanceof BadManifest) throw new UsageError(say.badTable(error.message));
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new UsageError(say.noTable(file, code));
  }
}

function shardOf(value: string | undefined, say: Say): Command["shard"] {
  if (value === undefined) return null;
  const [, part, of] = /^(\d+)\/(\d+)$/.exec(value)?.map(Number) ?? [];
  if (part === undefined || of === undefined || part < 1 || part > of)
    throw new UsageError(say.badShard(value));
  return { part, of };
}

function wordOf<Word extends string>(
  option: string,
  value: string | undefined,
  known: readonly Word[],
  say: Say,
): Word | null {
  if (value === undefined) return null;
  const word = known.find((one) => one === value);
  if (word === undefined) throw new UsageError(say.badWord(option, value, known));
  return word;
}
