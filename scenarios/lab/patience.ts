// How long to wait before a silence means something: derived from this server's own answer time, never a fixed guess.

import { get, TcpClient } from "../../clients/tcp.js";
import type { Observer } from "./observer.js";
import type { Question } from "./question.js";

/** The least patience. Where the kernel can be asked, it also says whether the server is really at rest; elsewhere we wait longer. */
const LEAST_MS = { withKernel: 50, without: 250 };
const ANSWERS = { withKernel: 4, without: 10 };

/** What a client that is alone gets from this server, and how fast. */
export interface LoneAnswer {
  status: number;
  bytes: number;
  framing: "length" | "chunked" | "close" | "silence";
  /** The slowest of the lone clients, from its connect to its first byte. */
  answerMs: number;
  /** Does the server close the connection after its answer? */
  closes: boolean;
}

/** A lone client that was not answered: then there is no use in a second one. */
export class NoLoneAnswer extends Error {
  readonly how: "refused" | "closed" | "silent" | "broken";
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

/** One client asks alone, and leaves. Throws NoLoneAnswer. */
export async function askAlone(observer: Observer, question: Question): Promise<LoneAnswer> {
  const { endpoint } = observer.server;
  const client = new TcpClient("lone client", endpoint, { keepBody: false }).connect();
  try {
    await client.send(get(question.path, endpoint));
    const byte = await client.until(
      () => client.times.firstByteMs !== null || client.ending !== null,
      question.silenceMs,
    );
    if (client.times.firstByteMs === null) {
      const how = !byte ? "silent" : client.ending === "server" ? "closed" : "refused";
      throw new NoLoneAnswer(how, client.error);
    }
    await completeAnswer(client, observer, question);
    const { response, broken } = client.reader;
    if (response === null || broken !== null) throw new NoLoneAnswer("broken", broken);
    await observer.atRest();
    return {
      status: response.status,
      bytes: response.bytes,
      framing: response.framing,
      answerMs: client.times.firstByteMs,
      closes: client.ending !== null,
    };
  } finally {
    await client.leave();
    await observer.atRest(); // the server has seen it leave
    client.destroy();
  }
}

/**
 * Waits until the answer is whole. Without Content-Length, on a connection that stays open, nothing but silence tells
 * the end: then the answer is whole when the server is at rest and nothing more has come.
 */
export async function completeAnswer(
  client: TcpClient,
  observer: Observer,
  question: Question,
): Promise<void> {
  const over = () =>
    client.reader.response?.complete || client.reader.broken !== null || client.ending !== null;
  const open = () => {
    const framing = client.reader.response?.framing;
    return framing === "silence" || framing === "close";
  };
  await client.until(() => over() || open(), question.silenceMs);
  while (!over() && open()) {
    const { bytes } = client.reader.response!;
    await observer.atRest();
    if (await client.until(over, question.quietMs)) return;
    if (client.reader.response!.bytes === bytes) return;
  }
}
