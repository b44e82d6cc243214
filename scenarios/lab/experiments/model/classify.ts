// From what was seen outside to the name of the model. Pure: the evidence goes in, the model comes out.

import type { ModelName, Probe } from "../../../../results/result.js";

export interface Classification {
  model: ModelName;
  /** How many clients it serves at once, where there is such a number. */
  size: number | null;
  /** Why: a key of the texts. */
  reason: Reason;
  /** It is so only while clients ask: those that rest are watched by a loop. */
  whileAsking?: true;
}

export type Reason =
  | "ends"
  | "one in turn"
  | "lock"
  | "forgotten"
  | "processes up to"
  | "workers are processes"
  | "workers are threads"
  | "limit only"
  | "turned away"
  | "processes grow"
  | "threads grow"
  | "threads grow elsewhere"
  | "many workers"
  | "nothing grows"
  | "one request in turn"
  | "limit without workers"
  | "not held"
  | "unsettled"
  | "no limit only";

/**
 * The model that this evidence speaks for. `resting`: how it fared with clients that stay and ask nothing; null: it does
 * not let itself be held so. `asking`: how it fared with clients that have sent half a request, or nothing
 * (`askingBy`), where that was tried.
 */
export function classify(
  resting: Probe | null,
  asking: Probe | null = null,
  askingBy: "partial" | "idle" = "partial",
): Classification {
  const rest = resting === null ? null : classifyOne(resting);
  const ask = asking === null ? null : classifyOne(asking);
  if (rest === null) return ask ?? { model: "unknown", size: null, reason: "not held" };
  if (rest.model !== "event-loop" || ask === null || ask.model === "event-loop") return rest;
  // One thread watches all of them, and serves one request at a time: still a loop, in which half a request is in the way.
  if (ask.model === "iterative" && askingBy === "partial") return { ...rest, reason: "one request in turn" };
  return { ...ask, whileAsking: true };
}

function classifyOne(probe: Probe): Classification {
  const { limit, steps } = probe;
  if (probe.endsWithItsClient) return { model: "single-shot", size: 1, reason: "ends" };
  if (probe.turnedAway) return { ...turnedAway(probe), reason: "turned away" };
  if (limit === 1) return { model: "iterative", size: null, reason: whyOne(probe) };
  const base = steps[0]!;
  const last = steps.at(-1)!;
  if (last.threads === null || last.processes === null || base.processes === null) {
    // Behaviour alone does not tell threads from processes, nor a pool from a loop.
    return { model: "unknown", size: limit, reason: limit === null ? "no limit only" : "limit only" };
  }
  if (limit !== null) {
    if (last.processes - base.processes >= limit) {
      return { model: "process-per-connection", size: limit, reason: "processes up to" };
    }
    // A master that serves nobody is a process too: what counts is how many processes have the clients between them.
    if ((last.owners ?? last.processes) >= limit)
      return { model: "prefork", size: limit, reason: "workers are processes" };
    // Each worker waits for its client; a thread that waits for work, or a timer, serves nobody.
    if ((last.onSockets ?? last.threads) >= limit)
      return { model: "thread-pool", size: limit, reason: "workers are threads" };
    // So many were served by fewer threads: what is limited is the number of connections.
    return { model: "event-loop", size: null, reason: "limit without workers" };
  }
  return withoutLimit(probe);
}

/** All whom it served at once, it served somehow: so how those are served is what can be told. */
function turnedAway(probe: Probe): Omit<Classification, "reason"> {
  if (probe.steps.at(-1)!.threads === null || (probe.limit ?? 0) < 3) return { model: "unknown", size: null };
  return withoutLimit(probe);
}

function withoutLimit({ steps }: Probe): Classification {
  const last = steps.at(-1)!;
  // Spare threads and processes hide the first few clients, so the second half of the steps is what counts.
  const half = steps[Math.floor(steps.length / 2)]!;
  const clients = last.held - half.held;
  const grown = (now: number | null, then: number | null) => (now ?? 0) - (then ?? 0) >= 0.75 * clients;
  if (grown(last.processes, half.processes)) {
    return { model: "process-per-connection", size: null, reason: "processes grow" };
  }
  const threadsGrow = grown(last.threads, half.threads);
  if (threadsGrow && (last.onSockets === null || grown(last.onSockets, half.onSockets))) {
    return { model: "thread-per-connection", size: null, reason: "threads grow" };
  }
  if ((last.owners ?? 0) >= 0.75 * last.held) return { model: "prefork", size: null, reason: "many workers" };
  if ((last.dedicated ?? 0) >= 0.75 * last.held)
    return { model: "thread-pool", size: null, reason: "many workers" };
  if (threadsGrow) return { model: "event-loop", size: null, reason: "threads grow elsewhere" };
  return { model: "event-loop", size: null, reason: "nothing grows" };
}

/** Why only one client is served: nobody accepts the next; or a thread has it, and waits for a lock; or it lies forgotten. */
function whyOne({ waiting }: Probe): Reason {
  if (waiting?.answeredAfterRelease === false) return "forgotten";
  return waiting?.accepted === true && waiting.lock ? "lock" : "one in turn";
}
