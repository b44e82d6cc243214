// The lines of a server that decide how clients are served, for showing beside what they cause.

import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ServerProgram } from "../../servers.js";

const root = new URL("../../../../", import.meta.url);

/** The endless loop of one of our own servers, which is where they differ; null for a program that isn't ours. */
export function decidingLines({ source }: ServerProgram): { file: string; text: string } | null {
  if (source === null) return null;
  const path = fileURLToPath(new URL(source, root));
  if (!existsSync(path)) return null; // only dist/ was taken along
  const lines = readFileSync(path, "utf8").split(/\r?\n/);
  const start = lines.findIndex((line) => line.trimStart().startsWith("for (;;)"));
  const indent = /^ */.exec(lines[start] ?? "")![0];
  const end = lines.indexOf(`${indent}}`, start);
  if (start < 0 || end < 0) return null;
  return {
    file: source,
    text: lines
      .slice(start, end + 1)
      .map((line) => line.slice(indent.length).replace(/ +\/\/ .*$/, ""))
      .join("\n"),
  };
}
