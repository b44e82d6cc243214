// The files that rubrics stand in: those that come with Antre, and a lecturer's own.

import { readFileSync } from "node:fs";
import { sourcePath } from "../scenarios/source-folder.js";
import type { Rubric } from "./rubric.js";
import { RubricReader } from "./rubric-reader.js";

/** The rubrics that come with Antre, by name; the first is the usual one. */
export const READY = ["pair", "one-server", "textbook"] as const;

export const readyRubric = (name: (typeof READY)[number]): string =>
  sourcePath(`./rubrics/${name}.yaml`, import.meta.url);
export const usualRubric = (): string => readyRubric("pair");

/** The file that is meant: one of the ready ones by its name, or a path. */
export function rubricFile(named: string | undefined): string {
  if (named === undefined) return usualRubric();
  const ready = READY.find((name) => name === named);
  return ready === undefined ? named : readyRubric(ready);
}

/** Reads a rubric file. Throws BadRubric, and the system's error where the file can't be read. */
export function readRubric(path: string): Rubric {
  return new RubricReader(path, readFileSync(path, "utf8")).rubric();
}
