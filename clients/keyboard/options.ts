// The command line of `npm run client`. Every mistake is a UsageError in the user's language.

import { byNpm, parse, UsageError } from "../command-line.js";
import type { Texts } from "../texts/texts.js";

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

/** Whom to connect to; or that help was asked for. Throws UsageError. */
export function readTask(args: string[], say: Texts): Task | "help" {
  const { values, positionals } = parse(args, options, say);
  if (values.help) return "help";
  const [host, port, surplus] = positionals;
  if (!host) throw new UsageError(say.noHost);
  const instead = twoWords(host, port, say);
  if (instead !== null) throw new UsageError(instead);
  if (port === undefined) throw new UsageError(say.noPort);
  if (surplus !== undefined) throw new UsageError(say.surplus(surplus, byNpm("client")));
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65535) {
    throw new UsageError(say.badPort(port));
  }
  const seconds = Number(values.timeout);
  if (!/^\d+(\.\d+)?$/.test(values.timeout) || seconds < 0.1 || seconds > 3600) {
    throw new UsageError(say.badTimeout(values.timeout));
  }
  return { host: /^\[(.*)\]$/.exec(host)?.[1] ?? host, port: Number(port), timeoutMs: seconds * 1000 };
}

/** Where host and port were typed as in a browser, `http://HOST:PORT/` or `HOST:PORT`: how to write them; null: they were not. */
function twoWords(host: string, port: string | undefined, say: Texts): string | null {
  const [, scheme, name, named, path] =
    /^(https?:\/\/)?(\[[^\]]*\]|[^:/?#[\]]+)(?::(\d*))?([/?#].*)?$/is.exec(host) ?? [];
  if (name === undefined || (scheme ?? named ?? path) === undefined) return null;
  return say.twoWords(name, named || (port ?? (scheme?.toLowerCase() === "http://" ? "80" : "PORT")));
}
