// Several trials of one hold, until they can be believed.

import type { Trial } from "../../../results/result.js";
import { ServerEnded } from "../subject/ending.js";
import type { ServerUnderTest } from "../subject/server-under-test.js";
import { TimeoutTooShort } from "./trial.js";

/** Who is to show that an answer does not come by itself waits so much longer than that answer took. */
export const SURELY_LONGER = 1.5;

/**
 * Makes so many trials. Where client 2 had been accepted and was answered only after the release, it may be that the
 * server takes so long for any answer: such a trial counts when another one, with more patience, saw the same, and not
 * when client 2 was answered in another one later than it was given here. A server that ends when its clients have left
 * can't be asked again; what it has shown stands.
 */
export async function makeTrials(
  subject: ServerUnderTest,
  wanted: number,
  make: (number: number) => Promise<Trial>,
): Promise<Trial[]> {
  let all: Trial[] = [];
  while (all.length < wanted || needsAnother(all)) {
    try {
      const trial = await make(Math.min(all.length + 1, wanted));
      all.push(trial);
      if (isDoubtful(trial) && needsAnother(all)) subject.givesAtLeast(SURELY_LONGER * neededMs(trial));
      if (trial.outcome === "answered") all = all.filter((one) => !isRefutedBy(trial, one));
    } catch (error) {
      if (error instanceof TimeoutTooShort) subject.isSlower(error.answerMs);
      else if (error instanceof ServerEnded && all.length > 0 && subject.endedUnasked) break;
      else throw error;
    }
  }
  return all.slice(-wanted);
}

const neededMs = ({ clients }: Trial): number => clients.at(-1)!.firstByteMs ?? 0;

/** In the accept queue nobody was at work for it, however slow the server is. */
const isDoubtful = ({ outcome, clients }: Trial): boolean =>
  outcome === "blocked" && clients.at(-1)!.kernel?.accepted !== false;

const isRefutedBy = (answered: Trial, trial: Trial): boolean =>
  isDoubtful(trial) && trial.patienceMs! < neededMs(answered);

function needsAnother(all: readonly Trial[]): boolean {
  const doubtful = all.filter(isDoubtful);
  const shortest = Math.min(...doubtful.map(neededMs));
  return doubtful.length > 0 && doubtful.every(({ patienceMs }) => patienceMs! < SURELY_LONGER * shortest);
}
