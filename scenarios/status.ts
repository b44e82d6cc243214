// What came of a run, as an exit status: 0 all as expected, 1 something was not, 3 something could not be carried out.

import type { Result } from "../results/result.js";

export function statusOf({
  servers,
  observations = [],
  loadObservations = [],
  conclusions = [],
}: Result): 0 | 1 | 3 {
  const untried =
    servers.some(({ notCarriedOut }) => notCarriedOut) ||
    observations.some(({ measured }) => measured === null) ||
    loadObservations.some(({ asExpected }) => asExpected === null) ||
    conclusions.some(({ state }) => state === "not carried out" || state === "failed");
  if (untried) return 3;
  const expected =
    [...servers, ...loadObservations].every(({ asExpected }) => asExpected) &&
    observations.every(({ reproduced }) => reproduced) &&
    conclusions.every(({ state }) => state !== "unexpected");
  return expected ? 0 : 1;
}
