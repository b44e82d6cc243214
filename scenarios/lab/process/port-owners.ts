// A port that a program could not have: which one it was, and who keeps it.

import { readFileSync, statSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import type { ServerProgram } from "../../servers.js";
import type { Kernel, PortUse } from "../kernel/index.js";

const LONGEST_SOURCE_BYTES = 1 << 20;

/**
 * The ports that the program may have wanted, and who keeps them. No program says which one it was refused: it is the one
 * that was told, or that stands in its command or in a file which that names, beside a word such as bind; else one on which
 * connections linger. None: this system can't say, or nothing is known.
 */
export function portOwners({ port, command }: ServerProgram, kernel: Kernel): PortUse[] {
  const all = kernel.portsInUse() ?? [];
  if (port !== null) return all.filter((one) => one.port === port);
  const written = textsOf(command);
  const named = (pattern: (port: number) => RegExp) =>
    all.filter(({ port }) => written.some((text) => pattern(port).test(text)));
  const bound = named((port) => new RegExp(`(?:bind|port|listen|addr|socket)\\b.{0,60}\\b${port}\\b`, "i"));
  if (bound.length > 0) return bound;
  const mentioned = named((port) => new RegExp(`\\b${port}\\b`));
  return mentioned.length > 0 ? mentioned : all.filter(onlyLingers).filter(({ handedOut }) => !handedOut);
}

/** Nobody listens there: it will be free in a minute. */
export const onlyLingers = ({ listener, lingering }: PortUse): boolean => listener === null && lingering > 0;

/** A command, and the files that it names, where it stands or where it goes with cd. */
function textsOf(command: string): string[] {
  const words = command.split(/[\s;&|"']+/).filter(Boolean);
  const folders = ["", ...words.flatMap((word, at) => (words[at - 1] === "cd" ? [word] : []))];
  const paths = words.flatMap((word) =>
    isAbsolute(word) ? [word] : folders.map((folder) => join(folder, word)),
  );
  return [command, ...paths.flatMap(textOf)];
}

function textOf(path: string): string[] {
  const file = statSync(path, { throwIfNoEntry: false });
  if (!file?.isFile() || file.size > LONGEST_SOURCE_BYTES) return [];
  const text = readFileSync(path, "latin1");
  return text.includes("\0") ? [] : [text]; // a program, and no text
}
