// The second client is served in each of four situations: the first one stays, is idle, half-way, or does not read.

import type { Hold } from "../../results/result.js";
import { HOLDS } from "../../scenarios/lab/experiments/holds.js";
import { type CheckContext, type CheckOutcome, failed, numberOf, passed, type ServerCheck } from "./check.js";
import { runHolds } from "./lab.js";

export const check: ServerCheck = {
  async run({ subject, say, parameters }: CheckContext): Promise<CheckOutcome> {
    const server = await runHolds(subject, numberOf(parameters, "trials"));
    const found = server.holds!;
    const outcome = (hold: Hold) => found[hold].outcome;
    // A hold that this server does not let anybody have is no fault: it answers half a request, or closes.
    const wrong = HOLDS.filter((hold) => outcome(hold) !== "answered" && outcome(hold) !== null);
    const words = HOLDS.map((hold) => say.hold(hold, outcome(hold)));
    const evidence = { words, output: subject.server.output().slice(-10) };
    const tried = HOLDS.filter((hold) => outcome(hold) !== null).length;
    if (wrong.length === 0) return passed(say.got.allHolds(tried, HOLDS.length), evidence);
    const got = say.got.someHolds(wrong.map((hold) => say.hold(hold, outcome(hold))));
    if (wrong.every((hold) => outcome(hold) === "inconclusive"))
      return { status: "inconclusive", cause: "inconclusive", got, hint: say.hints.undecided, evidence };
    const finding = failed(
      wrong.map((hold) => `${hold} ${outcome(hold)}`).join(),
      got,
      // The kernel says whether it is the accept loop that is busy, or a thread that got the connection.
      found[wrong[0]!].waitedIn === "server" ? say.hints.holdsAccepted : say.hints.holds[wrong[0]!],
      evidence,
    );
    const always = wrong.length === tried && wrong.every((hold) => outcome(hold) === "blocked");
    return always ? { ...finding, shows: "one at a time" } : finding;
  },
};
