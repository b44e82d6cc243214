// How long to wait before a silence means something: derived from this server's own answer time, never a fixed guess.

import type { Client } from "../../../clients/client.js";
import type { RawReply, WhySilent } from "../../../results/result.js";
import type { Observer } from "../observe/observer.js";
import type { Question } from "../observe/question.js";
import { untilIdle } from "../observe/until-idle.js";
import { waitForReply } from "../observe/wait-for-reply.js";
import { ServerEnded } from "./ending.js";
import { rawReplyOf } from "./raw-reply.js";

/** The least patience. Where the kernel can be asked, it also says whether the server is really at rest; elsewhere we wait longer. */
const LEAST_MS = { withKernel: 30, without: 250 };
const ANSWERS = { withKernel: 4, without: 10 };
/**
 * Answers that take longer than this do so on purpose, mostly in a sleep, by which a class is to see who waits: what the
 * machine adds does not grow with it, so of that part half as much again is enough. Such a server is looked at less often, too.
 */
const LONG_MS = 500;
const OF_WHAT_IS_LONGER = 1.5;

/** Does the server take so long that each look at it is a matter of seconds? */
export const isLong = (answerMs: number): boolean => answerMs > 2 * LONG_MS;

/** What a client that is alone gets from this server, and how fast. */
export interface Baseline {
  status: number;
  bytes: number;
  /** Nothing but silence could tell the end of its body. */
  openEnded: boolean;
  /** From its connect to its first byte; for a browser to its text: the slowest of the lone clients counts. */
  answerMs: number;
  /** Does the server close the connection after its answer? */
  closes: boolean;
  /** Lone clients got bodies of different lengths, one after the other: a page that counts, say. */
  varies?: boolean;
  /** It is no HTTP answer: then `status` is 0, and `bytes` are all that came. */
  raw?: RawReply;
}

/** A lone client that was not answered: then there is no use in a second one. */
export class NoLoneAnswer extends Error {
  readonly how: "refused" | "closed" | "silent" | "broken" | "endless" | "unasked";
  readonly detail: string | null;
  /** What came instead; null: nothing. */
  readonly reply: Baseline | null;

  /** unasked: what came, came also to a client that had not asked. */
  constructor(how: NoLoneAnswer["how"], detail: string | null, reply: Baseline | null = null) {
    super(`a lone client was not answered: ${how}`);
    this.how = how;
    this.detail = detail;
    this.reply = reply;
  }
}

export function patienceFor(answerMs: number, kernelSees: boolean): number {
  const system = kernelSees ? "withKernel" : "without";
  const usual = Math.min(answerMs, LONG_MS);
  return LEAST_MS[system] + ANSWERS[system] * usual + OF_WHAT_IS_LONGER * (answerMs - usual);
}

/**
 * Waits for a client that asks while another one holds the server, as `waitForReply` does. Of a slow server the kernel's word
 * spares the rest of the patience: nobody has accepted the client, and a thread waits for the holder.
 */
export async function hearsBehind(
  client: Client,
  holder: Client | undefined,
  observer: Observer,
  question: Question,
  patienceMs: number,
): Promise<void> {
  const first = Math.min(patienceMs, patienceFor(LONG_MS, observer.kernel.canSeeConnections));
  if (await waitForReply(client, observer, question, first)) return;
  if (first === patienceMs || (holder !== undefined && observer.isBehind(client, holder))) return;
  await waitForReply(client, observer, question, patienceMs - first);
}

/** How long an answer is waited for once whoever held the server has left: it has to notice that, and then needs its own time. */
export function releasePatience({ releaseMs }: Question, patienceMs: number): number {
  return releaseMs + patienceMs;
}

/** One client, which is ready, asks alone and leaves. Throws NoLoneAnswer, or ServerEnded. */
export async function measureBaseline(
  client: Client,
  observer: Observer,
  question: Question,
): Promise<Baseline> {
  try {
    void observer.follow(client);
    const answer = await loneAnswer(client, observer, question);
    if (answer instanceof Error) throw answer;
    return answer;
  } finally {
    await client.leave();
    await observer.atRest(); // the server has seen it leave
    await client.destroy();
  }
}

/** A client, which is followed, asks alone: what it gets, whatever its status, or why that is no answer. */
export async function loneAnswer(
  client: Client,
  observer: Observer,
  question: Question,
): Promise<Baseline | NoLoneAnswer | ServerEnded> {
  client.ask(question.path);
  await waitForReply(client, observer, question, question.silenceMs);
  const whole = client.answered && (await completeAnswer(client, observer, question));
  if (client.ending !== null && client.answer?.complete !== true) {
    await observer.atRest();
    if (observer.gone) return new ServerEnded();
  }
  await observer.atRest();
  const closes = !observer.stays(client);
  const { answer } = client;
  const { firstByteMs, lastByteMs, closedMs } = client.times;
  const answerMs = (client.kind === "browser" ? lastByteMs : (firstByteMs ?? closedMs)) ?? 0;
  // What goes on without end is no reply.
  const ended =
    whole || client.ending !== null || (client.answered && (await isQuiet(client, observer, question)));
  const raw = ended || !client.answered ? rawReplyOf(client) : null;
  const reply = raw && { status: 0, bytes: client.received!, openEnded: true, answerMs, closes, raw };
  if (!client.answered) {
    if (client.ending === null) return new NoLoneAnswer("silent", whySilent(client, observer));
    return new NoLoneAnswer(client.ending === "server" ? "closed" : "refused", client.error, reply);
  }
  if (answer === null || answer.broken !== null)
    return new NoLoneAnswer("broken", answer?.broken ?? null, reply);
  if (!answer.complete && !whole) return new NoLoneAnswer("endless", null, reply);
  const { status, bytes, openEnded = false } = answer;
  return { status, bytes, openEnded, answerMs, closes };
}

/** What the kernel knows of a client that hears nothing; null: no more than that. */
export function whySilent(client: Client, observer: Observer): WhySilent | null {
  const connection = observer.connection(client);
  if (connection === null || connection.accepted === null) return null;
  const { accepted, unreadBytes, inode } = connection;
  if (!accepted) return "not-accepted";
  if (unreadBytes > 0) return "not-read";
  return observer.threads().some(({ socketInode }) => socketInode === inode) ? "reads-on" : null;
}

/** Does the server rest, and nothing more come? */
async function isQuiet(client: Client, observer: Observer, { quietMs }: Question): Promise<boolean> {
  const before = client.received;
  const rests = await observer.atRest();
  await client.until(() => client.received !== before, quietMs);
  return rests && client.received === before;
}

/**
 * Waits until the answer is whole. Without Content-Length, on a connection that stays open, nothing but silence tells
 * the end: then the answer is whole when the server is at rest and nothing more has come. False: it did not end in time.
 */
export async function completeAnswer(
  client: Client,
  observer: Observer,
  question: Question,
): Promise<boolean> {
  const broken = () => client.answer?.broken != null;
  const isBrowser = client.kind === "browser";
  const failed = () => client.ending !== null || (isBrowser && broken());
  const over = () => client.answer?.complete === true || failed();
  const bytes = () => client.received ?? client.answer?.bytes;
  if (client.shown !== undefined) await client.until(() => client.shown || failed(), question.showMs);
  // A browser that shows a page without a stated end goes on loading for ever. What is no HTTP has no stated end either.
  const openEnded = () =>
    client.answer?.openEnded === true || client.shown === true || broken() || question.endsBySilence;
  const deadline = performance.now() + question.silenceMs;
  await client.until(() => over() || openEnded(), question.silenceMs);
  while (!over() && openEnded() && performance.now() < deadline) {
    const before = bytes();
    await observer.atRest();
    if (await client.until(over, question.quietMs)) break;
    // It was not quiet if it wanted a processor all the while, or if the kernel keeps back what it has sent (Nagle's
    // algorithm, until the bytes before are acknowledged, which may take 40 ms). What has come meanwhile is read first.
    const { quietMs: processor, silenceMs: last } = question;
    await untilIdle(observer, { clock: 0, processor, last }, over);
    const underWay = observer.stuck(client) === true;
    await client.until(over, 0);
    if (!underWay && bytes() === before) return true;
  }
  return over();
}
