import { describe, expect, test } from "vitest";
import type { Outcome, Trial } from "../../../results/result.js";
import { ServerEnded } from "../subject/ending.js";
import { patienceFor } from "../subject/patience.js";
import type { ServerUnderTest } from "../subject/server-under-test.js";
import { TimeoutTooShort } from "./trial.js";
import { makeTrials } from "./trials.js";

/** The part of a server under test that trials change. */
function subjectWith(patienceMs: number, endedUnasked = false) {
  const subject = {
    patienceMs,
    endedUnasked,
    givesAtLeast: (ms: number) => (subject.patienceMs = Math.max(subject.patienceMs, ms)),
    isSlower: (answerMs: number) => subject.givesAtLeast(patienceFor(answerMs, true)),
  };
  return subject as unknown as ServerUnderTest;
}

function trialOf(outcome: Outcome, firstByteMs: number, accepted: boolean | null, patienceMs = 60): Trial {
  const kernel = { accepted: accepted === true, acceptQueue: 0, unreadBytes: 0, threads: 1, processes: 1 };
  const second = { name: "client 2", outcome, firstByteMs, ...(accepted !== null && { kernel }) };
  return { outcome, patienceMs, clients: [{ name: "client 1" }, second] } as Trial;
}

/** A server that has accepted client 2, and takes so long for any answer, whoever else is there. */
const slow = (subject: ServerUnderTest, takesMs: number) => async () => {
  if (subject.patienceMs! >= takesMs) return trialOf("answered", takesMs, true, subject.patienceMs!);
  const lateMs = takesMs - subject.patienceMs!;
  if (lateMs > subject.patienceMs!) throw new TimeoutTooShort(lateMs);
  return trialOf("blocked", takesMs, true, subject.patienceMs!);
};

/** A server that answers client 2 a moment after client 1 has left. */
const blocking = (subject: ServerUnderTest, accepted: boolean | null) => async () =>
  trialOf("blocked", subject.patienceMs! + 2, accepted, subject.patienceMs!);

const outcomes = (trials: readonly Trial[]) => trials.map(({ outcome }) => outcome);

describe("several trials", () => {
  test.each([40, 60, 90, 119, 121, 300, 2000])(
    "of a server that takes %i ms for each answer, and was thought to be faster, say that nobody waits",
    async (takesMs) => {
      const subject = subjectWith(60);
      expect(outcomes(await makeTrials(subject, 3, slow(subject, takesMs)))).toEqual(
        Array(3).fill("answered"),
      );
    },
  );

  test("wait longer once, and not ever longer", async () => {
    const subject = subjectWith(60);
    await makeTrials(subject, 20, blocking(subject, true));
    expect(subject.patienceMs).toBe(93);
  });

  test.each([1, 3])(
    "of a server that holds client 2 inside say so, also where %i is asked for",
    async (wanted) => {
      for (const accepted of [true, null]) {
        const subject = subjectWith(60);
        let made = 0;
        const make = blocking(subject, accepted);
        const trials = await makeTrials(subject, wanted, () => {
          made++;
          return make();
        });
        expect(outcomes(trials)).toEqual(Array(wanted).fill("blocked"));
        expect(made).toBe(Math.max(wanted, 2)); // one of them waited longer
      }
    },
  );

  test("of a client in the accept queue need no more patience: nobody was at work for it", async () => {
    const subject = subjectWith(60);
    expect(outcomes(await makeTrials(subject, 1, blocking(subject, false)))).toEqual(["blocked"]);
    expect(subject.patienceMs).toBe(60);
  });

  test("that disagree are not made to agree", async () => {
    const subject = subjectWith(60);
    const seen = [trialOf("blocked", 62, false), trialOf("answered", 3, true), trialOf("blocked", 62, false)];
    const made = [...seen];
    expect(await makeTrials(subject, 3, async () => made.shift()!)).toEqual(seen);
  });
});

describe("a server that ends between two trials", () => {
  const ending = (first: Trial) => {
    const made = [first];
    return async () => made.shift() ?? Promise.reject(new ServerEnded());
  };
  const first = trialOf("blocked", 62, false);

  test("when its clients had left has shown what it has shown", async () => {
    expect(await makeTrials(subjectWith(60, true), 3, ending(first))).toEqual([first]);
  });

  test("while it was asked has failed", async () => {
    await expect(makeTrials(subjectWith(60), 3, ending(first))).rejects.toThrow(ServerEnded);
  });

  test("before the first trial has shown nothing", async () => {
    const never = () => Promise.reject(new ServerEnded());
    await expect(makeTrials(subjectWith(60, true), 3, never)).rejects.toThrow(ServerEnded);
  });
});
