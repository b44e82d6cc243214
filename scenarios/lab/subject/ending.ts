// How a server ended: what its clients were doing when it did, and what would have kept it alive.

import type { NoteKey } from "../../../results/result.js";
import type { Observer } from "../observe/observer.js";
import type { Ended } from "../process/not-started.js";

/** A server that was asked for something, and is no more. `explain` says how it ended. */
export class ServerEnded extends Error {
  constructor() {
    super("the server has ended");
  }
}

/** "left": a client had left; "answered": it had given a whole answer; "asked": it had not yet; "unknown": nobody was watched. */
export type EndedWhen = "left" | "answered" | "asked" | "unknown";

export interface ServerEnding {
  when: EndedWhen;
  /** The number of the client that got no answer, where there is one. */
  client: number | null;
  how: Ended | null;
  output: string[];
  /** What was asked for is not there, and it was the question how the server says so. */
  missing: boolean;
}

/** What those clients saw of a server's end who were the last. `before`: had others come before them, and left? */
export function seenBy(observer: Observer, before: boolean): Pick<ServerEnding, "when" | "client"> {
  const { goneAt, following } = observer;
  const { clients } = following;
  const leaves = clients.map(({ leftAt }) => leftAt ?? Infinity).filter((moment) => moment < goneAt);
  const firstLeave = Math.min(...leaves, Infinity);
  const cutOff = clients.filter(({ ending, leftAt, startedAt, times }) => {
    if (ending === "refused") return false;
    // One that does not read hears nothing of it: what it was there for, it was cut off from.
    if (ending === null || ending === "client") return (leftAt ?? Infinity) > goneAt && goneAt < firstLeave;
    return startedAt + (times.closedMs ?? 0) < firstLeave;
  });
  const unanswered = cutOff.filter(({ answer }) => answer?.complete !== true);
  // Whom it did not accept has not brought it down; of the others, who came last.
  const asked =
    unanswered.findLast((client) => following.hadIt(client)) ?? (before ? undefined : unanswered.at(-1));
  if (asked) {
    const number = /\d+$/.exec(asked.name)?.[0];
    return { when: "asked", client: number === undefined ? null : Number(number) };
  }
  if (cutOff.length > unanswered.length) return { when: "answered", client: null };
  return { when: before || leaves.length > 0 ? "left" : "unknown", client: null };
}

/** What an operating system or a language says of a connection whose other end is gone. */
const GONE = /broken ?pipe|connection ?(was )?(reset|aborted)|EPIPE|ECONNRESET|ECONNABORTED/i;

/** The remark that tells what would have kept the server alive. */
export function remedyOf({ when, how, output, missing }: ServerEnding): NoteKey {
  if (when === "asked") return missing ? "ended-missing" : "ended-asked";
  if (when === "unknown") return "ended-unknown";
  if (how?.exitCode === 0) return "ended-no-loop";
  if (how?.signal === "SIGPIPE" || output.some((line) => GONE.test(line))) return "ended-lost-client";
  return "ended-empty-read";
}
