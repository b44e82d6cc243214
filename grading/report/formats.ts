// The output formats that are asked for with --format: a new one is its file and a line here.

import type { Grade } from "../grade.js";
import { CLASS_FILES } from "../store.js";
import type { Texts } from "../texts/texts.js";
import { classroom } from "./classroom.js";
import { gradescope } from "./gradescope.js";
import { junit } from "./junit.js";

export interface Format {
  name: string;
  /** A file of each submission, or of all together: its name, and what is in it. */
  each?: (grade: Grade, texts: Texts) => [name: string, content: string];
  all?: (grades: readonly Grade[], texts: Texts) => [name: string, content: string];
}

export const formats: readonly Format[] = [
  { name: "gradescope", each: (grade, texts) => ["results.json", gradescope(grade, texts)] },
  { name: "classroom", each: (grade, texts) => ["classroom.json", classroom(grade, texts)] },
  { name: "junit", all: (grades, texts) => [CLASS_FILES.junit, junit(grades, texts)] },
];
