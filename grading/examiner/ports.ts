// The ports that stand in a submission's sources: its client may know one of them by heart.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";

/** The course report's servers listen there, and most others. */
const USUAL = [4321, 1234, 8080];
const SOURCE = /^\.(py|m?js|ts|java|c|cc|cpp|h|php|rb|go|rs|yaml)$/;
const MOST_FILES = 200;
const MOST_BYTES = 256 * 1024;
const MOST_PORTS = 40;

/** The usual ports, and every number in the sources of a folder that could be one. */
export function portsIn(folder: string): number[] {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => SOURCE.test(extname(path).toLowerCase()))
    .sort()
    .slice(0, MOST_FILES)
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile() && statSync(path).size <= MOST_BYTES);
  const numbers = paths.flatMap((path) => readFileSync(path, "utf8").match(/\b\d{2,5}\b/g) ?? []).map(Number);
  const ports = numbers.filter((port) => port === 80 || (port >= 1024 && port < 65_536));
  return [...new Set([...USUAL, ...ports])].slice(0, MOST_PORTS);
}
