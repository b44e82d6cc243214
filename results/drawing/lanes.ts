// What a timeline shows of each client, in words and moments; how it is drawn is not said here.

import { type Phase, type Stretch, stretches } from "../phases.js";
import type { ClientResult, Hold, ServerResult } from "../result.js";
import { became, waitedFor } from "../rows.js";
import type { Texts } from "../texts/texts.js";
import { label, list, time } from "../words.js";

/** One client's lane. Moments are milliseconds since the start of the trial. */
export interface Lane {
  name: string;
  /** What became of it: "waited 150.2 ms for client 1". */
  fate: string;
  life: Stretch[];
  /** When its system sent its SYN again, and that in words; empty: it did not have to. */
  retries: number[];
  retried?: string;
  released?: { moment: number; said: string };
  /** The lanes of the clients that it waited for, until one of them left, and the longest stretch of that wait. */
  waitedFor?: { holders: number[]; stretch: Stretch };
}

/** The lanes of a server, in the order in which the clients came. */
export function lanes(server: Pick<ServerResult, "clients" | "hold">, texts: Texts): Lane[] {
  const lives = stretches(server.clients);
  const waitedForNames = new Set(server.clients.map(({ blockedBy }) => blockedBy).filter(Boolean));
  return server.clients.map((client, at) => {
    const life = lives[at]!;
    const lane: Lane = {
      name: texts.client(label(client.name, 20)),
      fate: fate(client, server.hold, texts),
      life,
      retries: (client.synRetriesMs ?? []).map((ms) => client.startMs + ms),
    };
    if (client.synRetriesMs?.length) {
      const moments = client.synRetriesMs.map((ms) => time(ms, texts));
      lane.retried = texts.lane.synAgain(list(moments, texts));
    }
    // Of several that leave, it matters when that one did whom another had to wait for.
    if (client.releasedMs !== undefined && (waitedForNames.size === 0 || waitedForNames.has(client.name))) {
      const moment = client.startMs + client.releasedMs;
      lane.released = { moment, said: texts.lane.letGo(time(moment, texts)) };
    }
    const holders = holdersOf(client, server.clients).filter((holder) => holder !== at);
    const waits: readonly Phase[] = client.waitedIn === "outside" ? ["connecting"] : ["queued", "waiting"];
    const stretch = life
      .filter(({ phase }) => waits.includes(phase))
      .toSorted((a, b) => b.to - b.from - (a.to - a.from))[0];
    if (holders.length > 0 && stretch) lane.waitedFor = { holders, stretch };
    return lane;
  });
}

/** The lane of the client that had to leave; where it was one of several that held the server, the lanes of all. */
function holdersOf({ blockedBy, holders = 1 }: ClientResult, clients: readonly ClientResult[]): number[] {
  const at = clients.flatMap(({ name, holdingMs }, lane) =>
    name === blockedBy || (holders > 1 && holdingMs !== undefined) ? [lane] : [],
  );
  return blockedBy === undefined ? [] : at.slice(0, holders);
}

/** The lanes in words, for those who cannot see them: "client 1: answered after 1.1 ms, let go at 152.0 ms." */
export function described(all: readonly Lane[]): string {
  return all
    .map(({ name, fate, retried, released }) => {
      return `${name}: ${[fate, retried, released?.said].filter(Boolean).join(", ")}.`;
    })
    .join(" ");
}

function fate(client: ClientResult, hold: Hold, texts: Texts): string {
  const holder = waitedFor(client, texts);
  if (holder !== null && client.waitedMs !== undefined) {
    const { holders = 1 } = client;
    if (holders > 1) return texts.lane.waitedForOneOf(time(client.waitedMs, texts), String(holders));
    return texts.lane.waited(time(client.waitedMs, texts), holder);
  }
  if (client.outcome === "blocked" && client.waitedMs !== undefined) {
    return texts.lane.waitedOnly(time(client.waitedMs, texts));
  }
  if (client.outcome === "answered" && client.firstByteMs !== null) {
    return texts.lane.answered(time(client.firstByteMs, texts));
  }
  return became(client.outcome, hold, texts);
}
