// The command line of `npm run scenario`, read into what is to be done. Every mistake is a UsageError in the user's language.

import { parseArgs } from "node:util";
import { chooseLanguage, type Language, UnknownLanguageError } from "../results/texts/texts.js";
import { siteWithLargeFile } from "./lab/site.js";
import { scenarios } from "./registry.js";
import type { AnyScenario, Levels } from "./scenario.js";
import { otherServer, ownModels, ownServer, type ServerProgram } from "./servers.js";
import { type Texts, texts } from "./texts/texts.js";

/** The command was used wrongly; the message says how. Exit status 2. */
export class UsageError extends Error {}

export interface Task {
  scenario: AnyScenario;
  programs: ServerProgram[];
  trials: number;
  /** Only for scenarios that go through several sizes. */
  levels?: Levels;
  path: string;
  largePath: string;
  /** The browsers to use; none: those that are installed. */
  browsers: string[];
  out: string;
  json: boolean;
}

const options = {
  servers: { type: "string" },
  server: { type: "string", multiple: true, default: [] as string[] },
  port: { type: "string" },
  path: { type: "string", default: "/index.html" },
  large: { type: "string", default: "/large" },
  browser: { type: "string", multiple: true, default: [] as string[] },
  trials: { type: "string" },
  connections: { type: "string" },
  clients: { type: "string" },
  stay: { type: "string" },
  percent: { type: "string" },
  seconds: { type: "string" },
  out: { type: "string", default: "results/runs" },
  json: { type: "boolean", default: false },
  lang: { type: "string" },
  help: { type: "boolean", default: false },
} as const;

/** The language comes first, so that a mistake in the rest can be told in it. */
export function readLanguage(args: string[], env: NodeJS.ProcessEnv): Language {
  const at = args.findIndex((word) => word === "--lang" || word.startsWith("--lang="));
  const asked = at < 0 ? undefined : args[at]!.includes("=") ? args[at]!.split("=")[1] : args[at + 1];
  try {
    return chooseLanguage(asked, env);
  } catch (error) {
    if (error instanceof UnknownLanguageError) {
      throw new UsageError(texts[chooseLanguage(undefined, env)].badLanguage(error.language));
    }
    throw error;
  }
}

/** What is to be done; or that help, or the list of scenarios, was asked for. Throws UsageError. */
export function readTask(args: string[], say: Texts): Task | "help" | "list" {
  const eaten = eatenByNpm(args, process.env);
  if (eaten !== null) throw new UsageError(say.eatenByNpm(eaten));
  const { values, positionals } = parse(args, say);
  const [name, surplus] = positionals;
  if (values.help) return "help";
  if (surplus !== undefined) throw new UsageError(say.surplus(surplus));
  if (name === undefined) return "list";
  const scenario = scenarios.find((one) => one.name === name);
  if (scenario === undefined) throw new UsageError(say.unknownScenario(name, namesOf(scenarios)));
  for (const [option, path] of [
    ["--path", values.path],
    ["--large", values.large],
  ] as const) {
    if (!path.startsWith("/") || /[\s\0]/.test(path)) throw new UsageError(say.badPath(option, path));
  }
  return {
    scenario,
    programs: readPrograms(values, scenario, say),
    trials: wholeNumber("--trials", values.trials ?? ("scenarios" in scenario ? "1" : "3"), 1, 1000, say),
    ...("levels" in scenario && scenario.levels && { levels: readLevels(values, scenario.levels, say) }),
    path: values.path,
    largePath: values.large,
    browsers: values.browser,
    out: values.out,
    json: values.json,
  };
}

/** The course report's servers: what a collection compares. */
const REPORT_SERVERS = ["single", "multi"];

interface LevelOptions {
  connections?: string | undefined;
  clients?: string | undefined;
  seconds?: string | undefined;
  stay?: string | undefined;
  percent?: string | undefined;
}

/** What the options say of the sizes, and the rest as the scenario has it. A crowd's connections are its clients. */
function readLevels(
  { connections, clients, seconds, stay, percent }: LevelOptions,
  own: Levels,
  say: Texts,
): Levels {
  const [option, list] = clients === undefined ? ["--connections", connections] : ["--clients", clients];
  const counts = list?.split(",").map((count) => wholeNumber(option!, count, 1, 20_000, say));
  const percents = percent?.split(",").map((each) => wholeNumber("--percent", each, 1, 1000, say));
  return {
    ...own,
    ...(percents && { percents: percents.toSorted((a, b) => a - b) }),
    ...(counts && { connections: counts.toSorted((a, b) => a - b) }),
    ...(seconds !== undefined && { seconds: readSeconds(seconds, say) }),
    ...(stay !== undefined && { stayMs: wholeNumber("--stay", stay, 0, 10_000, say) }),
  };
}

function readSeconds(value: string, say: Texts): number {
  const number = Number(value);
  if (!/^\d+(\.\d+)?$/.test(value) || number < 0.1 || number > 600)
    throw new UsageError(say.badSeconds(value));
  return number;
}

/** npm keeps options for itself that do not stand behind `--`, and tells the program only by its environment. */
function eatenByNpm(args: string[], env: NodeJS.ProcessEnv): string | null {
  const names = Object.keys(options).filter((name) => name !== "browser"); // npm has one of that name itself
  const eaten = names.find((name) => env[`npm_config_${name}`] !== undefined && !args.includes(`--${name}`));
  return eaten === undefined ? null : `--${eaten}`;
}

interface ServerOptions {
  servers?: string | undefined;
  server: string[];
  port?: string | undefined;
}

/** Our own servers that were named (all of the scenario, when none was named at all), then the others. */
function readPrograms(
  { servers, server, port }: ServerOptions,
  scenario: AnyScenario,
  say: Texts,
): ServerProgram[] {
  if ("programs" in scenario && scenario.programs && servers === undefined && server.length === 0) {
    return [...scenario.programs];
  }
  const number = port === undefined ? null : wholeNumber("--port", port, 1, 65535, say);
  const all = "expected" in scenario ? Object.keys(scenario.expected) : REPORT_SERVERS;
  const own = servers?.split(",").filter(Boolean) ?? (server.length === 0 ? all : []);
  const unknown = own.find((name) => !Object.hasOwn(ownModels, name));
  if (unknown !== undefined)
    throw new UsageError(say.unknownServer(unknown, Object.keys(ownModels).join(", ")));
  const others = server.map((value) => {
    const [, name, command] = /^([^=]+)=(.*\S.*)$/s.exec(value) ?? [];
    if (name === undefined || command === undefined) throw new UsageError(say.badServer(value));
    return otherServer(name.trim(), command.trim(), number);
  });
  const root = "inquires" in scenario && own.length > 0 ? siteWithLargeFile() : null;
  const programs = [...own.map((name) => ownServer(name, number, root)), ...others];
  if ("backlog" in scenario && scenario.backlog) {
    for (const program of programs) if (program.source) program.command += ` --backlog ${scenario.backlog}`;
  }
  const names = programs.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) throw new UsageError(say.sameName(twice));
  const foreign = "scenarios" in scenario && names.find((name) => !REPORT_SERVERS.includes(name));
  if (foreign) throw new UsageError(say.onlyReportServers(foreign));
  const zoo = "inquires" in scenario && scenario.inquires === "zoo";
  if (programs.length === 0 && !zoo) throw new UsageError(say.missingValue("--servers"));
  return programs;
}

function parse(args: string[], say: Texts) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const option = /'(-[^' ]*)/.exec(message)?.[1] ?? "";
    if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") throw new UsageError(say.unknownOption(option));
    if (code === "ERR_PARSE_ARGS_INVALID_OPTION_VALUE") {
      const takesNone = message.includes("does not take an argument");
      throw new UsageError(takesNone ? say.noValue(option) : say.missingValue(option));
    }
    throw error;
  }
}

function wholeNumber(option: string, value: string, least: number, most: number, say: Texts): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < least || number > most) {
    throw new UsageError(say.badNumber(option, value, least, most));
  }
  return number;
}

export const namesOf = (all: readonly { name: string }[]): string => all.map(({ name }) => name).join(", ");
