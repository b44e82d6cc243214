// The command line of `npm run scenario`, read into what is to be done. Every mistake is a UsageError in the user's language.

import { byNpm, parse, UsageError, wholeNumber } from "../clients/command-line.js";
import { readLevels } from "./levels.js";
import { refuseOthers } from "./own-options.js";
import { readPrograms } from "./programs.js";
import { scenarios } from "./registry.js";
import type { AnyScenario, Levels } from "./scenario.js";
import type { ServerProgram } from "./servers.js";
import type { Texts } from "./texts/texts.js";

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

/** What is to be done; or that help, or the list of scenarios, was asked for. Throws UsageError. */
export function readTask(args: string[], say: Texts): Task | "help" | "list" {
  const { values, positionals, tokens } = parse(args, options, say);
  const [name, surplus] = positionals;
  if (values.help) return "help";
  if (surplus !== undefined) throw new UsageError(say.surplus(surplus, byNpm("scenario")));
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
  if (scenario.kind !== "all") return taskOf(values, scenario, say);
  const parts = readParts(values, say);
  return { ...common(values, scenario), programs: [], trials: 1, parts };
}

type Values = ReturnType<typeof parse<typeof options>>["values"];

const common = ({ path, large, browser, out, json }: Values, scenario: AnyScenario) => ({
  scenario,
  path,
  largePath: large,
  browsers: browser,
  out,
  json,
});

function taskOf(values: Values, scenario: AnyScenario, say: Texts): Task {
  const trials = values.trials ?? (scenario.kind === "report" ? "1" : "3");
  return {
    ...common(values, scenario),
    programs: readPrograms(values, scenario, say),
    trials: wholeNumber("--trials", trials, 1, 1000, say),
    ...("levels" in scenario && scenario.levels && { levels: readLevels(values, scenario.levels, say) }),
  };
}

/** What `all` runs: every scenario, or those that were named. One that the options do not fit is left out, unless all are. */
function readParts(values: Values, say: Texts): Part[] {
  const all = scenarios.filter(({ kind }) => kind !== "all");
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

export const namesOf = (all: readonly { name: string }[]): string => all.map(({ name }) => name).join(", ");
