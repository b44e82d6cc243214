// The output formats: a new one is its file and a line here.

import { join } from "node:path";
import { csv } from "./csv.js";
import { makeFolder, refuse, replace } from "./folder.js";
import { html } from "./html.js";
import { json } from "./json.js";
import { markdown } from "./markdown.js";
import type { Attachments, Result } from "./result.js";
import type { Texts } from "./texts/texts.js";
import { trace } from "./trace.js";

/** The files of one format by their extension: `{ md: "…", svg: "…" }` becomes NAME.md and NAME.svg. */
export type Files = Partial<Record<string, string>>;

export interface Format {
  name: string;
  write: (result: Result, texts: Texts, attachments: Attachments) => Files | Promise<Files>;
}

/** JSON comes first: nothing that was measured is lost when another format fails. */
export const formats: readonly Format[] = [
  { name: "json", write: (result) => ({ json: json(result) }) },
  { name: "csv", write: (result) => csv(result) },
  { name: "trace", write: (result, texts) => ({ "trace.json": trace(result, texts) }) },
  { name: "markdown", write: markdown },
  { name: "html", write: html },
];

/**
 * Writes SCENARIO.json, SCENARIO.html … (of all scenarios index.json …) and the attachments into the folder, which is made if need be, and returns the
 * paths of the formats' files. Each file appears at once and whole: who reads while we write reads the old one. When
 * something fails, all the rest is written still, and the first failure is thrown: CannotWrite, or a bug of ours.
 */
export async function writeResult(
  result: Result,
  folder: string,
  texts: Texts,
  attachments: Attachments = new Map(),
): Promise<string[]> {
  const paths: string[] = [];
  const failures: unknown[] = [];
  const attempt = (act: () => Promise<unknown>) => act().catch((error: unknown) => failures.push(error));
  const write = (path: string, content: string | Buffer) =>
    attempt(() => replace(path, content).catch((error: unknown) => refuse(path, error, texts)));

  await makeFolder(folder).catch((error: unknown) => refuse(folder, error, texts));
  for (const format of formats) {
    await attempt(async () => {
      for (const [extension, text] of Object.entries(await format.write(result, texts, attachments))) {
        if (text === undefined) continue;
        const path = join(folder, `${result.conclusions ? "index" : result.scenario}.${extension}`);
        await write(path, text);
        paths.push(path);
      }
    });
  }
  for (const [name, content] of attachments) await write(join(folder, name), content);
  if (failures.length > 0) throw failures[0];
  return paths;
}
