// What several attempts say together. A check that goes well is believed at once; one that does not is repeated on a
// fresh server, for a fault that shows once may be the machine's.

import type { CheckOutcome, Symptom } from "../checks/check.js";
import type { Texts } from "../texts/texts.js";

const MOST_FRESH = 3;

/**
 * Makes attempts until they agree. The first may be on a server that others have used already: what goes wrong only
 * there is no fault in this check. Fresh servers must agree with each other; where they do not, a human must look.
 * `known`: what attempts at other checks have agreed on. A failure that shows it, or fits it, is believed at once.
 */
export async function agree(
  attempt: (fresh: boolean) => Promise<CheckOutcome>,
  isUsed: () => boolean,
  say: Texts,
  known: ReadonlySet<Symptom> = new Set(),
): Promise<CheckOutcome> {
  const used = isUsed();
  const first = await attempt(false);
  if (first.status === "pass" || first.status === "skipped" || first.sure) return first;
  const symptom = first.shows ?? first.fits;
  if (symptom !== undefined && known.has(symptom)) return first;
  const all = [first];
  const fresh = used ? [] : [first];
  while (fresh.length < MOST_FRESH) {
    const next = await attempt(true);
    fresh.push(next);
    all.push(next);
    if (next.sure) return next;
    if (next.status === "inconclusive") continue;
    const same = all.filter(({ status, cause }) => status === next.status && cause === next.cause);
    const unanimous = fresh.every(({ status }) => status === next.status);
    if (same.length > 1 && unanimous) return next;
  }
  const [last] = fresh.slice(-1) as [CheckOutcome];
  if (fresh.every(({ status }) => status === "fail")) return last;
  const passes = fresh.filter(({ status }) => status === "pass").length;
  const fault = fresh.find(({ status }) => status !== "pass") ?? last;
  const got = say.got.disagree(passes, fresh.length, fault.got);
  const hint = fault.cause === "ended" ? fault.hint : say.hints.undecided;
  return { ...fault, status: "inconclusive", cause: "disagree", got, hint };
}
