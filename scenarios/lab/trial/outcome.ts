// What became of a client, from what was seen of it. Pure: the evidence goes in, the outcome comes out.

import type { Client } from "../../../clients/client.js";
import type { ClientResult, KernelEvidence, Outcome, WaitedIn } from "../../../results/result.js";
import { ServerEnded } from "../subject/ending.js";
import type { Baseline, NoLoneAnswer } from "../subject/patience.js";
import { rawReplyOf } from "../subject/raw-reply.js";

/** What became of one who asked while another held. `early`: it was decided before that one left. */
export function outcomeOf(
  client: Pick<Client, "kind" | "answer" | "answered" | "ending" | "received">,
  early: boolean,
  expected: Baseline,
): Outcome {
  const like = isLike(client, expected);
  if (!client.answered && !like) return client.ending === null ? "silent" : "refused";
  if (!like) return "broken";
  return early ? "answered" : "blocked";
}

/** Did it get what a lone client got, by its status, and by its length where that does not change by itself? */
export function isLike(
  client: Pick<Client, "kind" | "answer" | "received" | "ending">,
  expected: Baseline,
): boolean {
  const { kind, answer, received } = client;
  if (expected.raw !== undefined)
    return rawReplyOf(client) === expected.raw && (expected.varies === true || received === expected.bytes);
  if (answer === null || answer.broken !== null || answer.status !== expected.status) return false;
  return kind !== "tcp" || expected.openEnded || expected.varies === true || answer.bytes === expected.bytes;
}

/** What became of a client that asked alone, as the tables call it. */
export function loneOutcome(answer: Baseline | NoLoneAnswer | ServerEnded, status: number): Outcome {
  if (!(answer instanceof Error)) return answer.status === status ? "answered" : "broken";
  if (answer instanceof ServerEnded || answer.how === "refused" || answer.how === "closed") return "refused";
  return answer.how === "silent" ? "silent" : "broken";
}

/** What is known of a wait, where there was one. */
export function waitOf(
  client: Pick<Client, "startedAt" | "times" | "received">,
  outcome: Outcome,
  kernel: KernelEvidence | null,
  holder: Pick<Client, "name" | "leftAt">,
): Partial<ClientResult> {
  const evidence = kernel === null ? {} : { kernel };
  if (outcome !== "blocked" && outcome !== "silent") return evidence;
  const waitedIn: WaitedIn = kernel === null ? null : kernel.accepted ? "server" : "accept queue";
  if (outcome === "silent") return { waitedIn, ...evidence };
  const { connectedMs, firstByteMs, lastByteMs } = client.times;
  const closedMs = client.received === 0 ? client.times.closedMs : null; // all the reply there was
  // One that had heard something before the other left waited for the rest.
  const heard = firstByteMs !== null && client.startedAt + firstByteMs < (holder.leftAt ?? 0);
  const waitedMs = ((heard ? lastByteMs : firstByteMs) ?? lastByteMs ?? closedMs ?? 0) - (connectedMs ?? 0);
  return { blockedBy: holder.name, waitedMs, waitedIn, ...evidence };
}

/** What is known of every client, whatever became of it. */
export function lifeOf(
  client: Omit<Client, "prepare" | "ask" | "until" | "leave" | "destroy">,
  trialStart: number,
  acceptedMs: number | null,
) {
  const { connectedMs, firstByteMs, lastByteMs, closedMs } = client.times;
  return {
    name: client.name,
    kind: client.kind,
    ...(client.browser && { browser: client.browser.name }),
    ...(client.shown !== undefined && { shown: client.shown }),
    ...(client.localPort !== null && { port: client.localPort }),
    startMs: client.startedAt - trialStart,
    connectedMs,
    // The look that saw the accept may come after the first byte; the accept itself can't have.
    acceptedMs: acceptedMs === null || firstByteMs === null ? acceptedMs : Math.min(acceptedMs, firstByteMs),
    firstByteMs,
    lastByteMs,
    closedMs,
    status: client.answer?.status || null, // what is no HTTP has none
    bytes: client.answer?.status ? client.answer.bytes : (client.received ?? 0),
  };
}
