// What a timeline shows of each client, in words and moments; how it is drawn is not said here.

import { type Stretch, stretches } from "../phases.js";
import type { ClientResult, Hold, ServerResult } from "../result.js";
import { became, waitedFor } from "../rows.js";
import type { Texts } from "../texts/texts.js";
import { label, time } from "../words.js";

/** One client's lane. Moments are milliseconds since the start of the trial. */
export interface Lane {
  name: string;
  /** What became of it: "waited 150.2 ms for client 1". */
  fate: string;
  life: Stretch[];
  released?: { moment: number; said: string };
  /** The number of the client that it waited for, and the longest stretch of that wait. */
  waitedFor?: { holder: number; stretch: Stretch };
}

/** The lanes of a server, in the order in which the clients came. */
export function lanes(server: ServerResult, texts: Texts): Lane[] {
  const lives = stretches(server.clients);
  return server.clients.map((client, at) => {
    const life = lives[at]!;
    const lane: Lane = {
      name: texts.client(label(client.name, 20)),
      fate: fate(client, server.hold, texts),
      life,
    };
    if (client.releasedMs !== undefined) {
      const moment = client.startMs + client.releasedMs;
      lane.released = { moment, said: texts.lane.letGo(time(moment, texts)) };
    }
    const holder = server.clients.findIndex(({ name }) => name === client.blockedBy);
    const stretch = life
      .filter(({ phase }) => phase === "queued" || phase === "waiting")
      .toSorted((a, b) => b.to - b.from - (a.to - a.from))[0];
    if (holder >= 0 && holder !== at && stretch) lane.waitedFor = { holder, stretch };
    return lane;
  });
}

/** The lanes in words, for those who cannot see them: "client 1: answered after 1.1 ms, let go at 152.0 ms." */
export function described(all: readonly Lane[]): string {
  return all
    .map(({ name, fate, released }) => `${name}: ${fate}${released ? `, ${released.said}` : ""}.`)
    .join(" ");
}

function fate(client: ClientResult, hold: Hold, texts: Texts): string {
  const holder = waitedFor(client, texts);
  if (holder !== null && client.waitedMs !== undefined) {
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
