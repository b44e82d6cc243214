// The command line of `npm run client`. Every mistake is a UsageError in the user's language.

import { parseArgs } from "node:util";
import { chooseLanguage, type Language, UnknownLanguageError } from "../../results/texts/texts.js";
import { type Texts, texts } from "../texts/texts.js";

/** The command was used wrongly; the message says how. Exit status 2. */
export class UsageError extends Error {}

export interface Task {
  /** As it was typed, without the brackets of an IPv6 literal. */
  host: string;
  port: number;
  timeoutMs: number;
}

const options = {
  timeout: { type: "string", default: "10" },
  lang: { type: "string" },
  help: { type: "boolean", default: false },
} as const;

/** The language comes first, so that a mistake in the rest can be told in it. Throws UsageError. */
export function readLanguage(args: string[], env: NodeJS.ProcessEnv): Language {
  const at = args.findIndex((word) => word === "--lang" || word.startsWith("--lang="));
  const asked = at < 0 ? undefined : args[at]!.includes("=") ? args[at]!.split("=")[1] : args[at + 1];
  try {
    return chooseLanguage(asked, env);
  } catch (error) {
    if (!(error instanceof UnknownLanguageError)) throw error;
    throw new UsageError(texts[chooseLanguage(undefined, env)].badLanguage(error.language));
  }
}

/** Whom to connect to; or that help was asked for. Throws UsageError. */
export function readTask(args: string[], say: Texts): Task | "help" {
  const eaten = eatenByNpm(args, process.env);
  if (eaten !== null) throw new UsageError(say.eatenByNpm(eaten));
  const { values, positionals } = parse(args, say);
  if (values.help) return "help";
  const [host, port, surplus] = positionals;
  if (!host) throw new UsageError(say.noHost);
  if (port === undefined) throw new UsageError(say.noPort);
  if (surplus !== undefined) throw new UsageError(say.surplus(surplus, byNpm()));
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65535) {
    throw new UsageError(say.badPort(port));
  }
  const seconds = Number(values.timeout);
  if (!/^\d+(\.\d+)?$/.test(values.timeout) || seconds < 0.1 || seconds > 3600) {
    throw new UsageError(say.badTimeout(values.timeout));
  }
  return { host: /^\[(.*)\]$/.exec(host)?.[1] ?? host, port: Number(port), timeoutMs: seconds * 1000 };
}

/** Was it typed as `npm run client`? Of some options npm (11) keeps the name, and passes the value on without a word. */
const byNpm = (): boolean => process.env.npm_lifecycle_event === "client";

/** npm keeps options for itself that do not stand behind `--`, and tells the program only by its environment. */
function eatenByNpm(args: string[], env: NodeJS.ProcessEnv): string | null {
  const taken = (name: string) => env[`npm_config_${name.replaceAll("-", "_")}`] !== undefined;
  const eaten = Object.keys(options).find((name) => taken(name) && !args.includes(`--${name}`));
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
    return parseArgs({ args: joined(args), options, allowPositionals: true });
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
