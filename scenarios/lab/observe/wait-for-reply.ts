// How long a client is listened to. A server that is at work has not said its last word: silence means something when it
// rests. Our own clients ask at once, and know what has come as soon as it has come. A browser takes its time for both, on
// a busy machine a long time: that is not the server's silence.

import { type Client, heard } from "../../../clients/client.js";
import { NoBrowser } from "./client-factory.js";
import type { Observer } from "./observer.js";
import type { Question } from "./question.js";
import type { LongestWork } from "./until-idle.js";

/** A browser that was told to open a page, and has not asked for it by then, does not work. */
const LONGEST_BROWSER_MS = 30_000;
const LOOK_EVERY_MS = 5;
/** A server that has had a processor for this part of the patience was at work. */
const PART = 1 / 10;
/** So long it takes to see that a server rests. */
const TWO_LOOKS: LongestWork = { clock: 5 };
/** A server that works now and then, and never answers, is not waited for longer. */
const MOST_ROUNDS = 3;

/**
 * Waits until the client has heard something, or what `over` says; for so many milliseconds, counted from when its
 * request lay at the server, or from when the server, which was at work, came to rest. False: neither came.
 * Where the kernel can't be asked they count from now, also for a browser. Throws NoBrowser where a browser does not ask.
 */
export async function waitForReply(
  client: Client,
  observer: Observer,
  question: Question,
  patienceMs: number,
  over: () => boolean = () => heard(client),
): Promise<boolean> {
  const part = PART * patienceMs;
  if (await client.until(over, part)) return true; // who answers soon is not looked at meanwhile
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = observer.cpuTimeMs() ?? 0;
    if (await hearsWithin(patienceMs - part, client, observer, question, over)) return true;
    // While it worked it was not silent: when it rests, it has its time anew. It may sleep before it answers.
    const worked = !(await observer.rests(TWO_LOOKS)) || (observer.cpuTimeMs() ?? 0) - before > part;
    if (!worked || !(await observer.rests(undefined, over))) break;
  }
  return hearsWithin(0, client, observer, question, over); // what came with the rest is read before the verdict
}

async function hearsWithin(
  patienceMs: number,
  client: Client,
  observer: Observer,
  { showMs }: Question,
  over: () => boolean,
): Promise<boolean> {
  if (client.kind !== "browser" || !observer.kernel.canSeeConnections) return client.until(over, patienceMs);
  const told = performance.now();
  let turn = whoseTurn(client, observer);
  let since = told;
  while (!(await client.until(over, LOOK_EVERY_MS))) {
    const now = performance.now();
    const before = turn;
    turn = whoseTurn(client, observer);
    if (turn !== before || (turn === "browser" && now - told < LONGEST_BROWSER_MS)) since = now;
    else if (turn === "browser" && observer.ownSide(client)?.received !== true)
      throw new NoBrowser({ path: client.browser!.path, how: "idle", output: "" });
    else if (now - since > (turn === "server" ? patienceMs : Math.max(patienceMs, showMs))) return over();
  }
  return true;
}

/**
 * Whose turn it is, by the kernel's word: the browser's, to ask or to take what has come; the server's, to answer; or
 * ours, as soon as the browser tells us what it has taken.
 */
function whoseTurn(client: Client, observer: Observer): "browser" | "server" | "ours" {
  const own = observer.ownSide(client);
  if (own === null) return client.localPort === null ? "browser" : "ours"; // it is gone, and the browser knows
  if (own.unreadBytes > 0) return "browser";
  if (own.received || own.state === "CLOSE_WAIT") return "ours";
  // In SYN_SENT the browser has done what it can: the server's queue is full.
  return own.sent === false && own.state !== "SYN_SENT" ? "browser" : "server";
}
