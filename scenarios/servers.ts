// The servers that the lab can start itself, and what the course report said of each: a new model is a line here and
// one in servers/registry.ts. The lab starts them as programs, and never imports one.

import { fileURLToPath } from "node:url";

/** A program to be started and measured. */
export interface ServerProgram {
  name: string;
  /** What the system's shell is given, as one would type it. */
  command: string;
  /** The model that it is said to have, for the explanation; null when nobody said. */
  model: string | null;
  /** How many clients it is said to serve at once; other models that are as right from outside. */
  size?: number;
  accept?: readonly { model: string; size?: number }[];
  /** The file whose few lines decide how clients are served; null for a program that isn't ours. */
  source: string | null;
  /** The port, where it must be told; otherwise the kernel is asked which port the program listens on. */
  port: number | null;
  /** So many processes of its command stand around the program and are not the server's: a sandbox's. */
  wrappers?: number;
}

const main = fileURLToPath(new URL("../servers/main.js", import.meta.url));

/** Our own servers by name, in the order in which they are shown, with the model that each has (UNP ch. 30). */
export const ownModels: Record<string, string> = {
  single: "iterative",
  multi: "thread-per-connection",
  pool: "thread-pool",
  prefork: "prefork",
  events: "event-loop",
};

/** Our own server of that model, on a port that the system chooses; flags are for Node.js. */
export function ownServer(
  name: string,
  root: string | null = null,
  flags: readonly string[] = [],
): ServerProgram {
  const site = root === null ? [] : ["--root", root];
  const words = [process.execPath, ...flags, main, name, "--port", "0", "--lang", "en", ...site];
  const command = words.map(quoted).join(" ");
  return { name, command, model: ownModels[name] ?? null, source: `servers/${name}.ts`, port: null };
}

/** Somebody else's server, as named on the command line. */
export function otherServer(name: string, command: string, port: number | null): ServerProgram {
  return { name, command, model: null, source: null, port };
}

/** Double quotes are understood by sh and by cmd.exe alike. */
const quoted = (word: string): string => (/^[\w./:=-]+$/.test(word) ? word : `"${word}"`);
