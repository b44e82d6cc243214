// The command line of `npm run scenario`, read into what is to be done. Every mistake is a UsageError in the user's language.

import { parseArgs } from "node:util";
import { chooseLanguage, type Language, UnknownLanguageError } from "../results/texts/texts.js";
import { readLevels } from "./levels.js";
import { refuseOthers } from "./own-options.js";
import { readPrograms } from "./programs.js";
import { scenarios } from "./registry.js";
import type { AnyScenario, Levels } from "./scenario.js";
import type { ServerProgram } from "./servers.js";
import { type Texts, texts } from "./texts/texts.js";
import { UsageError, wholeNumber } from "./usage.js";

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
  /** Only of `all`: what it runs, one after the other. */
  parts?: Part[];
}

/** A scenario of many; or why it is left out, because the options do not fit it. */
export type Part = { name: string; task: Task } | { name: string; why: string };

const options = {
  servers: { type: "string" },
  server: { type: "string", multiple: true, default: [] as string[] },
  port: { type: "string" },
  path: { type: "string", default: "/index.html" },
  large: { type: "string", default: "/large" },
  browser: { type: "string", multiple: true, default: [] as string[] },
  trials: { type: "string" },
  only: { type: "string" },
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
  const { values, positionals, tokens } = parse(args, say);
  const [name, surplus] = positionals;
  if (values.help) return "help";
  if (surplus !== undefined) throw new UsageError(say.surplus(surplus, byNpm()));
  if (name === undefined) return "list";
  const scenario = scenarios.find((one) => one.name === name);
  if (scenario === undefined) throw new UsageError(say.unknownScenario(name, namesOf(scenarios)));
  for (const [option, path] of [
    ["--path", values.path],
    ["--large", values.large],
  ] as const) {
    if (!path.startsWith("/") || /[\s\0]/.test(path)) throw new UsageError(say.badPath(option, path));
  }
  const given = tokens.flatMap((token) => (token.kind === "option" ? [token.name] : []));
  refuseOthers(given, scenario, say);
  if (given.includes("port") && !given.includes("server")) throw new UsageError(say.portOfNoServer);
  if (!("everything" in scenario)) return taskOf(values, scenario, say);
  const parts = readParts(values, say);
  return { ...common(values, scenario), programs: [], trials: 1, parts };
}

type Values = ReturnType<typeof parse>["values"];

const common = ({ path, large, browser, out, json }: Values, scenario: AnyScenario) => ({
  scenario,
  path,
  largePath: large,
  browsers: browser,
  out,
  json,
});

function taskOf(values: Values, scenario: AnyScenario, say: Texts): Task {
  const trials = values.trials ?? ("scenarios" in scenario ? "1" : "3");
  return {
    ...common(values, scenario),
    programs: readPrograms(values, scenario, say),
    trials: wholeNumber("--trials", trials, 1, 1000, say),
    ...("levels" in scenario && scenario.levels && { levels: readLevels(values, scenario.levels, say) }),
  };
}

/** What `all` runs: every scenario, or those that were named. One that the options do not fit is left out, unless all are. */
function readParts(values: Values, say: Texts): Part[] {
  const all = scenarios.filter((one) => !("everything" in one));
  const names = values.only?.split(",") ?? all.map(({ name }) => name);
  const parts = names.map((name): Part => {
    const scenario = all.find((one) => one.name === name);
    if (scenario === undefined) throw new UsageError(say.unknownScenario(name, namesOf(all)));
    try {
      return { name, task: taskOf(values, scenario, say) };
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      return { name, why: error.message };
    }
  });
  const [first] = parts;
  if (first !== undefined && parts.every((part) => "why" in part))
    throw new UsageError((first as { why: string }).why);
  return parts;
}

/** Was it typed as `npm run scenario`? Of some options npm (11) keeps the name, and passes the value on without a word. */
const byNpm = (): boolean => process.env.npm_lifecycle_event === "scenario";

/** npm keeps options for itself that do not stand behind `--`, and tells the program only by its environment. */
function eatenByNpm(args: string[], env: NodeJS.ProcessEnv): string | null {
  // npm has an option of that name itself, which may stand in its own settings: what it has just read is `true`.
  const taken = (name: string, value: string | undefined) =>
    name === "browser" ? value === "true" : value !== undefined;
  const eaten = Object.keys(options).find(
    (name) => taken(name, env[`npm_config_${name}`]) && !args.includes(`--${name}`),
  );
  return eaten === undefined ? null : `--${eaten}`;
}

/** "--backlog -1" as "--backlog=-1", for it to be told what is wrong with -1: parseArgs would take it for an option. */
function joined(args: string[]): string[] {
  const option = (word = "") => /^--[^=]+$/.test(word);
  return args.flatMap((word, at) => {
    if (/^-\d/.test(word) && option(args[at - 1])) return [];
    return option(word) && /^-\d/.test(args[at + 1] ?? "") ? [`${word}=${args[at + 1]}`] : [word];
  });
}

function parse(args: string[], say: Texts) {
  try {
    return parseArgs({ args: joined(args), options, allowPositionals: true, tokens: true });
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

export const namesOf = (all: readonly { name: string }[]): string => all.map(({ name }) => name).join(", ");
