// Every committed submission: the programs that it must have are found, and no others, before anything is started.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROLES } from "../grade.js";
import { folder, SUBMISSIONS } from "../testing/grade.js";
import { expected } from "../testing/submissions.js";
import { copyFolder } from "./folder.js";
import { findPrograms, isFound } from "./programs.js";
import { commonRoot } from "./root.js";

test.each(readdirSync(SUBMISSIONS))("%s", async (name) => {
  const copy = folder();
  const { files: all } = await copyFolder(join(SUBMISSIONS, name), copy);
  const { root, files } = commonRoot(copy, all);
  const { programs } = findPrograms(root, files, {});
  const { lacks, without, looked } = expected[name]!;
  const missing = ROLES.filter((role) => !isFound(programs[role]));
  if (looked) return expect(missing).toEqual([...ROLES]);
  expect(missing).toEqual(without === null ? lacks : [...ROLES]);
});
