// The whole set of submissions, each once: it gets the grade and the reasons that it must get, and nothing is left over.
// `npm run soak` grades it again and again.

import { mkdirSync, readdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folder, wholeSet } from "./testing/grade.js";
import { expected } from "./testing/submissions.js";
import { expectRightGrades } from "./testing/whole-set.js";

/** Moves every third submission into a folder of its own. */
function everyThird(set: string): string {
  const third = join(folder(), "third");
  mkdirSync(third);
  const names = readdirSync(set).sort();
  for (const name of names.filter((_, at) => at % 3 === 0)) renameSync(join(set, name), join(third, name));
  return third;
}

// Two at the same time share the machine, as two lecturers might, and keep it busy.
test("with 1 and with 2 at a time every submission gets its grade, and nothing is left over", async () => {
  const set = wholeSet();
  const names = await expectRightGrades([
    { set: everyThird(set), jobs: 1 },
    { set, jobs: 2 },
  ]);
  expect(names.flat().sort()).toEqual(Object.keys(expected).sort());
}, 1_200_000);
