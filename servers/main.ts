// npm run server MODEL: reads the command line, runs one model until it is ended.
// Exit status: 2 the command was used wrongly, 3 it could not be carried out.

import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { endWithNpm } from "./ending.js";
import { available, type Count, models } from "./registry.js";
import type { Settings } from "./service.js";
import { SocketError } from "./sockets/error.js";
import { chooseLanguage, type ServerTexts, texts } from "./texts/texts.js";

const sampleSite = fileURLToPath(new URL("../../servers/site", import.meta.url));

const options = {
  port: { type: "string" },
  host: { type: "string", default: "127.0.0.1" },
  root: { type: "string", default: sampleSite },
  backlog: { type: "string" },
  "max-threads": { type: "string" },
  threads: { type: "string" },
  processes: { type: "string" },
  "keep-open": { type: "boolean", default: false },
  quiet: { type: "boolean", default: false },
  lang: { type: "string" },
  help: { type: "boolean", default: false },
} as const;

/** The command was used wrongly; the message says how. */
class UsageError extends Error {}

const names = Object.keys(models).join(", ");

/** The language is needed to say what is wrong with the command line, so it is looked for first and leniently. */
const lang = chooseLanguage(languageOption(process.argv), process.env);
const say: ServerTexts = texts[lang];

function languageOption(argv: string[]): string | undefined {
  const at = argv.findIndex((word) => word === "--lang" || word.startsWith("--lang="));
  return at < 0 ? undefined : (argv[at]!.split("=")[1] ?? argv[at + 1]);
}

function readSettings(args: string[]): Settings | "help" {
  const eaten = eatenByNpm(args, process.env);
  if (eaten !== null) throw new UsageError(say.eatenByNpm(eaten));
  const { values, positionals } = parse(args);
  if (values.help) return "help";
  const [model, surplus] = positionals;
  if (model === undefined) throw new UsageError(say.noModel(names));
  if (!Object.hasOwn(models, model)) throw new UsageError(say.unknownModel(model, names));
  if (surplus !== undefined) throw new UsageError(say.surplus(surplus, byNpm()));
  if (values.lang !== undefined && values.lang !== "en" && values.lang !== "id") {
    throw new UsageError(say.badLanguage(values.lang));
  }
  const { defaults } = models[model]!;
  return {
    model,
    address: ipv4(values.host),
    port: wholeNumber("--port", values.port ?? `${defaults.port}`, 0, 65535),
    backlog: wholeNumber("--backlog", values.backlog ?? `${defaults.backlog}`, 0, 65535),
    root: values.root,
    keepOpen: values["keep-open"],
    quiet: values.quiet,
    maxThreads: count("--max-threads", values["max-threads"], model, "maxThreads", 10_000),
    threads: count("--threads", values.threads, model, "threads", 256),
    processes: count("--processes", values.processes, model, "processes", 256),
    lang,
  };
}

/** Was it typed as `npm run server`? Of some options npm (11) keeps the name, and passes the value on without a word. */
const byNpm = (): boolean => process.env.npm_lifecycle_event === "server";

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

function parse(args: string[]) {
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

function wholeNumber(option: string, value: string, least: number, most: number): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < least || number > most) {
    throw new UsageError(say.badNumber(option, value, least, most));
  }
  return number;
}

/** A count that only some models have: of the others it is an error to give one, because nothing would come of it. */
function count(option: string, value: string | undefined, model: string, name: Count, most: number): number {
  const own = models[model]!.defaults[name];
  if (own !== undefined) return wholeNumber(option, value ?? `${own}`, 1, most);
  if (value === undefined) return 0;
  const owners = Object.keys(models).filter((other) => models[other]!.defaults[name] !== undefined);
  throw new UsageError(say.otherModel(option, owners.join(", "), model));
}

/** `localhost` is taken as 127.0.0.1: asked of the system it might be ::1. */
function ipv4(host: string): string {
  if (host === "localhost") return "127.0.0.1";
  const parts = host.split(".");
  const valid =
    parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256);
  if (!valid) throw new UsageError(say.badHost(host));
  return host;
}

/** What an error that is the user's or the machine's, not ours, says; null for our own bugs. */
function explain(error: unknown, settings: Settings): string | null {
  if (error instanceof SocketError) return say.cannotListen(error.code, settings.address, settings.port);
  const { code } = error as NodeJS.ErrnoException;
  if (code === "ENOENT") return say.noFolder(settings.root);
  if (code === "ENOTDIR") return say.notFolder(settings.root);
  return null;
}

function fail(message: string, status: 2 | 3): void {
  console.error(message);
  process.exitCode = status;
}

try {
  const settings = readSettings(process.argv.slice(2));
  if (settings === "help") {
    console.log(say.usage(names));
  } else if (!available(settings.model)) {
    fail(say.notHere(settings.model), 3);
  } else {
    endWithNpm();
    await models[settings.model]!.run(settings).catch((error) => {
      const message = explain(error, settings);
      if (message === null) throw error;
      fail(message, 3);
    });
  }
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  fail(error.message, 2);
}
