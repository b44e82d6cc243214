// The whole set of submissions, three times with one program at a time and, at the same time, with two: each gets the grade
// and the reasons that it must get, the same each time; and nothing is left over.

import { expect, test } from "vitest";
import { wholeSet } from "./testing/grade.js";
import { expected } from "./testing/submissions.js";
import { expectRightGrades } from "./testing/whole-set.js";

test.each([1, 2, 3])(
  "with 1 and with 2 at a time every submission gets its grade, and nothing is left over (time %i)",
  async () => {
    const set = wholeSet();
    const names = await expectRightGrades([
      { set, jobs: 1 },
      { set, jobs: 2 },
    ]);
    for (const one of names) expect(one).toEqual(Object.keys(expected).sort());
  },
  1_200_000,
);
