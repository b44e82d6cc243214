// What our command lines have in common: the language comes first, and every mistake is told in one sentence of it.

import { type ParseArgsConfig, parseArgs } from "node:util";
import { chooseLanguage, type Language, UnknownLanguageError } from "../results/texts/texts.js";

/** The command was used wrongly; the message says how. Exit status 2. */
export class UsageError extends Error {}

/** What is said of mistakes that any command line can have. */
interface Words {
  badLanguage(value: string): string;
  eatenByNpm(option: string): string;
  unknownOption(option: string): string;
  missingValue(option: string): string;
  noValue(option: string): string;
}

/** The language comes first, so that a mistake in the rest can be told in it. Throws UsageError. */
export function readLanguage(
  args: string[],
  env: NodeJS.ProcessEnv,
  wordsOf: (language: Language) => Pick<Words, "badLanguage">,
): Language {
  const at = args.findIndex((word) => word === "--lang" || word.startsWith("--lang="));
  const asked = at < 0 ? undefined : args[at]!.includes("=") ? args[at]!.split("=")[1] : args[at + 1];
  try {
    return chooseLanguage(asked, env);
  } catch (error) {
    if (!(error instanceof UnknownLanguageError)) throw error;
    throw new UsageError(wordsOf(chooseLanguage(undefined, env)).badLanguage(error.language));
  }
}

/** Node's parseArgs, whose errors are told in the user's language. Throws UsageError. */
export function parse<const Options extends NonNullable<ParseArgsConfig["options"]>>(
  args: string[],
  options: Options,
  say: Words,
) {
  const eaten = eatenByNpm(args, Object.keys(options), process.env);
  if (eaten !== undefined) throw new UsageError(say.eatenByNpm(`--${eaten}`));
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

/** Was it typed as `npm run NAME`? Of some options npm (11) keeps the name, and passes the value on without a word. */
export const byNpm = (name: string): boolean => process.env.npm_lifecycle_event === name;

/** npm keeps options for itself that do not stand behind `--`, and tells the program only by its environment. */
function eatenByNpm(args: string[], options: string[], env: NodeJS.ProcessEnv): string | undefined {
  // npm has an option "browser" itself, which may stand in its own settings: what it has just read is `true`.
  const taken = (name: string, value: string | undefined) =>
    name === "browser" ? value === "true" : Boolean(value); // npx sets "yes" itself, to nothing
  return options.find(
    (name) => taken(name, env[`npm_config_${name.replaceAll("-", "_")}`]) && !args.includes(`--${name}`),
  );
}

/** "--trials -1" as "--trials=-1", for it to be told what is wrong with -1: parseArgs would take it for an option. */
function joined(args: string[]): string[] {
  const option = (word = "") => /^--[^=]+$/.test(word);
  return args.flatMap((word, at) => {
    if (/^-\d/.test(word) && option(args[at - 1])) return [];
    return option(word) && /^-\d/.test(args[at + 1] ?? "") ? [`${word}=${args[at + 1]}`] : [word];
  });
}

type BadNumber = { badNumber(option: string, value: string, least: number, most: number): string };

/** Throws UsageError. */
export function wholeNumber(
  option: string,
  value: string,
  least: number,
  most: number,
  say: BadNumber,
): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < least || number > most) {
    throw new UsageError(say.badNumber(option, value, least, most));
  }
  return number;
}

/** Whole numbers with commas between them, the least first. Throws UsageError. */
export function wholeNumbers(
  option: string,
  list: string,
  least: number,
  most: number,
  say: BadNumber,
): number[] {
  return list
    .split(",")
    .map((value) => wholeNumber(option, value, least, most, say))
    .sort((a, b) => a - b);
}
