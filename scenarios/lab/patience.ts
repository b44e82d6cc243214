// How long to wait before a silence means something: derived from this server's own answer time, never a fixed guess.

import type { Client } from "../../clients/client.js";
import { ServerEnded } from "./ending.js";
import { hears } from "./hearing.js";
import type { Observer } from "./observer.js";
import type { Question } from "./question.js";
import { untilRest } from "./rest.js";

/** The least patience. Where the kernel can be asked, it also says whether the server is really at rest; elsewhere we wait longer. */
const LEAST_MS = { withKernel: 30, without: 250 };
const ANSWERS = { withKernel: 4, without: 10 };

/** What a client that is alone gets from this server, and how fast. */
export interface LoneAnswer {
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
}

/** A lone client that was not answered: then there is no use in a second one. */
export class NoLoneAnswer extends Error {
  readonly how: "refused" | "closed" | "silent" | "broken" | "endless";
  readonly detail: string | null;

  constructor(how: NoLoneAnswer["how"], detail: string | null) {
    super(`a lone client was not answered: ${how}`);
    this.how = how;
    this.detail = detail;
  }
}

export function patienceFor(answerMs: number, kernelSees: boolean): number {
  const system = kernelSees ? "withKernel" : "without";
  return LEAST_MS[system] + ANSWERS[system] * answerMs;
}

/** How long an answer is waited for once whoever held the server has left: it has to notice that, and then needs its own time. */
export function releasePatience({ releaseMs }: Question, patienceMs: number): number {
  return releaseMs + patienceMs;
}

/** One client, which is ready, asks alone and leaves. Throws NoLoneAnswer, or ServerEnded. */
export async function askAlone(client: Client, observer: Observer, question: Question): Promise<LoneAnswer> {
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
): Promise<LoneAnswer | NoLoneAnswer | ServerEnded> {
  client.ask(question.path);
  await hears(client, observer, question, question.silenceMs);
  const whole = client.answered && (await completeAnswer(client, observer, question));
  if (client.ending !== null && client.answer?.complete !== true) {
    await observer.atRest();
    if (observer.gone) return new ServerEnded();
  }
  if (!client.answered) {
    const how = client.ending === null ? "silent" : client.ending === "server" ? "closed" : "refused";
    return new NoLoneAnswer(how, client.error);
  }
  const { answer } = client;
  if (answer === null || answer.broken !== null) return new NoLoneAnswer("broken", answer?.broken ?? null);
  if (!answer.complete && !whole) return new NoLoneAnswer("endless", null);
  await observer.atRest();
  const { status, bytes, openEnded = false } = answer;
  const { firstByteMs, lastByteMs } = client.times;
  const answerMs = (client.kind === "browser" ? lastByteMs : firstByteMs) ?? 0;
  return { status, bytes, openEnded, answerMs, closes: !observer.stays(client) };
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
  const failed = () => client.answer?.broken != null || client.ending !== null;
  const over = () => client.answer?.complete === true || failed();
  if (client.shown !== undefined) await client.until(() => client.shown || failed(), question.showMs);
  // A browser that shows a page without a stated end goes on loading for ever.
  const openEnded = () => client.answer?.openEnded === true || client.shown === true;
  const deadline = performance.now() + question.silenceMs;
  await client.until(() => over() || openEnded(), question.silenceMs);
  while (!over() && openEnded() && performance.now() < deadline) {
    const bytes = client.answer?.bytes;
    await observer.atRest();
    if (await client.until(over, question.quietMs)) break;
    // It was not quiet if it wanted a processor all the while, or if the kernel keeps back what it has sent (Nagle's
    // algorithm, until the bytes before are acknowledged, which may take 40 ms). What has come meanwhile is read first.
    const { quietMs: processor, silenceMs: last } = question;
    await untilRest(observer, { clock: 0, processor, last }, over);
    const underWay = observer.stuck(client) === true;
    await client.until(over, 0);
    if (!underWay && client.answer?.bytes === bytes) return true;
  }
  return over();
}
