// Writes the files of a grade, and those of a class.

import { join } from "node:path";
import { replace } from "../../results/folder.js";
import type { Grade } from "../grade.js";
import { CLASS_FILES, type Kept, RESULT } from "../store.js";
import type { Texts } from "../texts/texts.js";
import { classCsv } from "./class-csv.js";
import { formats } from "./formats.js";

export interface Writing {
  out: string;
  texts: Texts;
  formats: readonly string[];
  self: boolean;
  /** The programs ran where the system gives no control groups: some of the memory that they take is not bounded. */
  unbounded?: boolean;
}

/** One submission's files. result.json comes last: where it is, the others are. */
export async function writeGrade(grade: Kept, { out, texts, formats: wanted, self }: Writing): Promise<void> {
  // Loaded only where something is written: what draws takes its time.
  const { feedbackHtml } = await import("./feedback-html.js");
  const { feedbackMd } = await import("./feedback-md.js");
  const folder = join(out, grade.submission);
  await replace(join(folder, "feedback.html"), feedbackHtml(grade, texts, { self }));
  await replace(join(folder, "feedback.md"), feedbackMd(grade, texts));
  for (const { name, each } of formats) {
    if (each === undefined || !wanted.includes(name)) continue;
    const [file, content] = each(grade, texts);
    await replace(join(folder, file), content);
  }
  await replace(join(folder, RESULT), `${JSON.stringify(grade, null, 2)}\n`);
}

/** The files of all together. Answers the page's path. */
export async function writeClass(
  grades: readonly Grade[],
  { out, texts, formats: wanted, unbounded = false }: Writing,
): Promise<string> {
  const { classHtml } = await import("./class-html.js");
  const path = join(out, CLASS_FILES.page);
  await replace(join(out, CLASS_FILES.table), classCsv(grades, texts));
  await replace(path, classHtml(grades, texts, { unbounded }));
  for (const { name, all } of formats) {
    if (all === undefined || !wanted.includes(name)) continue;
    const [file, content] = all(grades, texts);
    await replace(join(out, file), content);
  }
  return path;
}
