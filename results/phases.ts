// A client's life cut into phases: connecting, in the accept queue, waiting, receiving, holding, closed.

import type { ClientResult } from "./result.js";

export type Phase = "connecting" | "queued" | "waiting" | "receiving" | "holding" | "closed";

/** One phase, from and to in milliseconds since the start of the trial. */
export interface Stretch {
  phase: Phase;
  from: number;
  to: number;
}

/** The resolution of the clock. A phase that came to pass is at least this long, even where both times are the same. */
const tick = 0.001;

/**
 * The phases of each client, without gaps from its connect to its close, so a lane can be drawn from them as they
 * stand. A client that never closed stays in its last phase until the last moment of the trial.
 */
export function stretches(clients: readonly ClientResult[]): Stretch[][] {
  const lives = clients.map(life);
  const end =
    Math.max(0, ...lives.flat().map(({ to }) => (to === Infinity ? 0 : to)), ...clients.map(lastKnown)) +
    tick;
  return lives.map((phases) =>
    phases.map(({ phase, from, to }) => ({
      phase,
      from,
      to: to === Infinity ? Math.max(end, from + tick) : to,
    })),
  );
}

function life(client: ClientResult): Stretch[] {
  const { startMs, connectedMs, acceptedMs, firstByteMs, lastByteMs, holdingMs, closedMs } = client;
  const phases: Stretch[] = [];
  let now = 0;
  const until = (phase: Phase, moment: number | null | undefined) => {
    if (now === Infinity) return;
    // Accepted is seen by looking now and then, so it may be dated after the first byte: no phase ends after the next.
    const to = Math.max(Math.min(moment ?? Infinity, closedMs ?? Infinity), now + tick);
    phases.push({ phase, from: startMs + now, to: startMs + to });
    now = to;
  };
  const reached = (moment: number | null | undefined) => moment !== null && moment !== undefined;
  const leaves = closedMs ?? Infinity;

  until("connecting", connectedMs);
  if (reached(connectedMs)) {
    const served = Math.min(firstByteMs ?? Infinity, holdingMs ?? Infinity, leaves);
    if (reached(acceptedMs)) {
      if (acceptedMs! > connectedMs!) until("queued", Math.min(acceptedMs!, served));
    } else if (client.waitedIn === "accept queue" || client.kernel?.accepted === false) {
      until("queued", served);
    }
    if (served > now) until("waiting", served);
    if (reached(firstByteMs) && firstByteMs! <= now)
      until("receiving", Math.min(lastByteMs ?? Infinity, holdingMs ?? Infinity));
    if (leaves > now) until("holding", leaves);
  }
  if (closedMs !== null && now !== Infinity)
    phases.push({ phase: "closed", from: startMs + now, to: startMs + now });
  return phases;
}

/** The last moment at which anything is known of a client, counted from the start of the trial. */
function lastKnown(client: ClientResult): number {
  const moments = [
    client.connectedMs,
    client.acceptedMs,
    client.firstByteMs,
    client.lastByteMs,
    client.closedMs,
  ];
  const known = [...moments, client.holdingMs, client.releasedMs].filter(
    (moment) => typeof moment === "number",
  );
  return client.startMs + Math.max(0, ...known);
}
