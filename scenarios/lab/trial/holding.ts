// Client 1 takes its hold on a server, and is confirmed in it before anybody else asks.

import { setTimeout as delay } from "node:timers/promises";
import type { Client } from "../../../clients/client.js";
import { get, type TcpClient } from "../../../clients/tcp.js";
import type { ClientResult, Hold } from "../../../results/result.js";
import type { Observer } from "../observe/observer.js";
import type { Question } from "../observe/question.js";
import { waitForReply } from "../observe/wait-for-reply.js";
import { ServerEnded } from "../subject/ending.js";
import { completeAnswer } from "../subject/patience.js";

const LOOK_EVERY_MS = 5;

/**
 * The hold could not be had: the server answered, closed or refused in a way that does not let client 1 hold it so; or
 * it has no file that is too large for every buffer.
 */
export class NotHeld extends Error {
  readonly how: "closed" | "refused" | "silent" | "answered" | "not large";

  constructor(how: NotHeld["how"]) {
    super(`client 1 could not hold the server: ${how}`);
    this.how = how;
  }
}

/** Brings client 1 into its hold, and confirms it. Answers the moment of accept, which may be seen later. Throws NotHeld, or ServerEnded. */
export async function takeHold(
  client: Client,
  hold: Hold,
  observer: Observer,
  question: Question,
): Promise<{ accepted: Promise<number | null> }> {
  const accepted = observer.follow(client);
  await holds[hold](client, observer, question).catch(async (error: unknown) => {
    await observer.atRest();
    throw observer.gone ? new ServerEnded() : error;
  });
  await observer.atRest();
  if (observer.gone) throw new ServerEnded();
  if (client.ending === "refused" || client.ending === "lost") throw new NotHeld("refused");
  if (!observer.stays(client)) throw new NotHeld("closed");
  return { accepted };
}

/**
 * Client 1 leaves. What it has begun to ask it asks to the end, and hears the answer: some servers fail on a client that
 * leaves before, and nobody can tell then who would have been next. What they do on such a one is looked at by itself.
 */
export async function release(
  client: Client,
  hold: Hold,
  observer: Observer,
  question: Question,
): Promise<void> {
  const rest = unasked[hold];
  if (rest !== null && client.ending === null) {
    await (client as TcpClient).send(get(question.path, client.endpoint).slice(rest));
    await waitForReply(client, observer, question, question.silenceMs);
    if (client.answered) await completeAnswer(client, observer, question);
  }
  await client.leave();
}

/** The blank line that ends a head. */
const BLANK_LINE = 4;
/** From where on the request has not been sent yet; null: all of it has. */
const unasked: Record<Hold, number | null> = { kept: null, idle: 0, partial: -BLANK_LINE, unread: null };

/** What became of client 1. Only one that stays after its answer was answered: what others hear, they hear by leaving. */
export const holderLife = (hold: Hold, life: Omit<ClientResult, "outcome">): ClientResult =>
  hold === "kept"
    ? { ...life, outcome: "answered" }
    : { ...life, outcome: "held", firstByteMs: null, lastByteMs: null, status: null, bytes: 0 };

/** Any client can stay after its answer; the other holds need one that can do as it is told. */
type TakeHold = (client: Client, observer: Observer, question: Question) => Promise<void>;

const holds: Record<Hold, TakeHold> = {
  async kept(client, observer, question) {
    client.ask(question.path);
    await waitForReply(client, observer, question, question.silenceMs);
    if (client.answered) await completeAnswer(client, observer, question);
    else if (client.ending === null) throw new NotHeld("silent");
  },

  async idle(client, _, question) {
    (client as TcpClient).connect();
    await connected(client, question);
  },

  async partial(client, observer, question) {
    const half = get(question.path, client.endpoint).slice(0, -BLANK_LINE);
    (client as TcpClient).connect();
    await connected(client, question);
    await (client as TcpClient).send(half);
    await observer.atRest();
    if (client.answered) throw new NotHeld("answered");
  },

  async unread(client, observer, question) {
    (client as TcpClient).connect({ reading: false });
    await connected(client, question);
    await (client as TcpClient).send(get(question.largePath, client.endpoint));
    await untilFull(client, observer, question);
  },
};

/**
 * Resolves when the answer to a client that does not read, or reads too slowly, has filled every buffer on the way, or
 * where this system can't say. Throws NotHeld: it was not large.
 */
export async function untilFull(
  client: Client,
  observer: Observer,
  { fillMs, idleMs }: Question,
): Promise<void> {
  // To make so large an answer and to send it is long work, where memory is slow or the machine is busy. Who has rested for a
  // while has sent what there is: it may rest before it begins, or look only now and then.
  const deadline = performance.now() + fillMs;
  for (let restsSince: number | null = null; ; await delay(LOOK_EVERY_MS)) {
    const now = performance.now();
    restsSince = observer.resting() === false ? null : (restsSince ?? now);
    const restsMs = restsSince === null ? 0 : now - restsSince;
    const last = now > deadline;
    const stuck = observer.stuck(client);
    if (stuck !== false && (restsMs > 0 || observer.server.restless || last)) break;
    if (last || restsMs > idleMs) throw new NotHeld("not large");
  }
  await observer.atRest();
}

async function connected(client: Client, question: Question): Promise<void> {
  await client.until(() => client.times.connectedMs !== null || client.ending !== null, question.silenceMs);
}
