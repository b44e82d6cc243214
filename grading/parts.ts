// The results of several machines, joined: the grades that lie in their folders.

import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { type Kept, readGrade } from "./store.js";

/** All grades below these folders, each submission once: of two, the later one. By name. */
export async function readParts(folders: readonly string[]): Promise<Kept[]> {
  const grades = new Map<string, Kept>();
  for (const folder of folders) {
    const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT" || error.code === "ENOTDIR") return [];
      throw error;
    });
    for (const entry of entries) {
      if (!entry.isDirectory()) continue;
      const grade = await readGrade(join(folder, entry.name));
      const before = grade && grades.get(grade.submission);
      if (grade && (!before || before.gradedAt < grade.gradedAt)) grades.set(grade.submission, grade);
    }
  }
  return [...grades.values()].sort((a, b) =>
    a.submission.localeCompare(b.submission, "en", { numeric: true }),
  );
}
