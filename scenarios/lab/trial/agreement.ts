// What several trials say together.

import type { Outcome, Sight, Trial, Verdict } from "../../../results/result.js";
import { median } from "../../../results/statistics.js";

/** The outcome that most trials had, and how many had it. */
export function agreement(trials: readonly Trial[]): { outcome: Outcome | null; agreeing: number } {
  const counts = new Map<Outcome, number>();
  for (const { outcome } of trials) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most === undefined ? { outcome: null, agreeing: 0 } : { outcome: most[0], agreeing: most[1] };
}

/** The verdict on a server, of which one client or two asked. */
export function verdictOf(outcome: Outcome | null, allAgree: boolean, clients: number): Verdict {
  if (outcome !== null && !allAgree) return "inconclusive";
  if (outcome === "blocked") return "blocks";
  if (outcome === "answered") return clients === 1 ? "answers" : "concurrent";
  return "failed";
}

/** The verdict of several rounds, each of which has its own, and how many rounds had the one that most had. */
export function together(verdicts: readonly Verdict[]): { verdict: Verdict; agreeing: number } {
  const count = (verdict: Verdict) => verdicts.filter((one) => one === verdict).length;
  const most = verdicts.toSorted((a, b) => count(b) - count(a))[0];
  if (most === undefined) return { verdict: "failed", agreeing: 0 };
  const agreeing = count(most);
  return { verdict: agreeing < verdicts.length ? "inconclusive" : most, agreeing };
}

/** The verdict that means what somebody saw. */
export function verdictSeen(sight: Sight): Verdict {
  if (sight === "second-waits") return "blocks";
  if (sight === "both-answered") return "concurrent";
  return ["answered", "shown", "not-found"].includes(sight) ? "answers" : "failed";
}

/** What nobody has stated is as expected when it could be told at all. */
export const asExpected = (verdict: Verdict, expected: Verdict | null): boolean =>
  expected === null ? verdict !== "inconclusive" && verdict !== "failed" : verdict === expected;

/** Of the trials with the outcome that most of them had, the one whose last client heard its first byte at the median moment. */
export function medianTrial(trials: readonly Trial[]): Trial | undefined {
  const { outcome } = agreement(trials);
  const agreeing = trials.filter((trial) => trial.outcome === outcome);
  if (agreeing.length === 0) return undefined;
  const firstByte = ({ clients }: Trial) => clients.at(-1)!.firstByteMs ?? 0;
  const middle = median(agreeing.map(firstByte));
  return agreeing.toSorted((a, b) => Math.abs(firstByte(a) - middle) - Math.abs(firstByte(b) - middle))[0];
}
