// A server that answered a client which was alone, and then gave nobody what was asked for: not because somebody else was in
// the way, but for a reason of its own.

import type { Failure } from "../../../clients/load/plan.js";

export class NothingServed extends Error {
  readonly how: "busy" | "status" | "wrong" | "lost" | "stopped" | "silent";
  /** The status that it answered with. */
  readonly status: number | null;

  /**
   * busy: nobody was there any more, and a client that was alone got no answer; stopped: it had answered, and then did no
   * longer; silent: it had not answered at all.
   */
  constructor(how: NothingServed["how"], status: number | null = null) {
    super(`nothing was served: ${how}`);
    this.how = how;
    this.status = status;
  }
}

/** The most frequent reason; null: there was no answer, right or wrong. */
export function whyFailed(failures: Readonly<Record<Failure, number>>): "status" | "wrong" | "lost" | null {
  const reasons = [
    { how: "status", count: failures.not2xx },
    { how: "wrong", count: failures.wrong },
    { how: "lost", count: failures.lost },
    { how: null, count: failures.timedOut },
  ] as const;
  const [most] = reasons.toSorted((a, b) => b.count - a.count);
  return most!.count > 0 ? most!.how : null;
}
