// One client asks for one page, alone, and keeps what it gets; but never more than the page could be.

import { get, type Leaving, TcpClient } from "../../clients/tcp.js";
import type { ClientResult, KernelEvidence, Outcome, WhySilent } from "../../results/result.js";
import { waitForReply } from "../../scenarios/lab/observe/wait-for-reply.js";
import { completeAnswer, whySilent } from "../../scenarios/lab/subject/patience.js";
import { rawReplyOf } from "../../scenarios/lab/subject/raw-reply.js";
import type { ServerUnderTest } from "../../scenarios/lab/subject/server-under-test.js";
import { lifeOf } from "../../scenarios/lab/trial/outcome.js";

/** What came of it. refused: or reset; closed: without a byte; no empty line: its head did not end; endless: it did not end, or not as promised. */
export type How = "answered" | "silent" | "closed" | "refused" | "not HTTP" | "no empty line" | "endless";

export interface Asked {
  how: How;
  /** As the status line says, also where the head does not end. */
  status: number | null;
  /** All bytes that came, whether they are HTTP or not. */
  received: number;
  body: Buffer;
  headers: ReadonlyMap<string, string>;
  /** The system's or our own words for what went wrong, in English. */
  error: string | null;
  /** Where its request was when nothing came, as the kernel says. */
  kernel: KernelEvidence | null;
  /** And what the server waits for then. */
  why: WhySilent | null;
  /** The server slept when nothing came: then nothing would have come later. */
  atRest: boolean;
  life: ClientResult;
}

/** More than this is no page of ours. */
const MOST_BYTES = 4 * 2 ** 20;

export interface Manner {
  /** What is sent, each piece in a segment of its own; usually one GET. */
  pieces?: readonly string[];
  /** Between the pieces. */
  pauseMs?: number;
  leaving?: Leaving;
}

/** Asks a server that runs. The client has left when this resolves. */
export async function ask(subject: ServerUnderTest, path: string, manner: Manner = {}): Promise<Asked> {
  const observer = await subject.observer();
  const { question } = subject;
  const client = new TcpClient("client 1", observer.server.endpoint);
  const start = performance.now();
  const accepted = observer.follow(client);
  const tooMuch = client.until(
    () => client.reader.response !== null && client.reader.response.bytes > MOST_BYTES,
    15_000,
  );
  void tooMuch.then((flood) => (flood ? client.destroy() : undefined));
  try {
    client.connect();
    await say(client, manner.pieces ?? [get(path, client.endpoint)], manner.pauseMs ?? 0);
    await waitForReply(client, observer, question, question.silenceMs);
    const atRest = client.answered || (await observer.atRest());
    const whole = client.answered && (await completeAnswer(client, observer, question));
    const kernel = client.answered ? null : observer.evidence(client);
    const how = howOf(client, whole);
    const why = how === "silent" ? whySilent(client, observer) : null;
    const { response } = client.reader;
    const body = Buffer.concat(response?.body ?? []);
    await client.leave(manner.leaving);
    await observer.atRest();
    const life = { ...lifeOf(client, start, await acceptedBy(accepted, client)), outcome: outcomes[how] };
    return {
      how,
      status: response?.status ?? statusIn(client.reader.unread),
      received: client.received,
      body,
      headers: response?.headers ?? new Map(),
      error: client.reader.broken ?? client.error,
      kernel,
      why,
      atRest,
      life,
    };
  } finally {
    await client.destroy();
  }
}

const outcomes: Record<How, Outcome> = {
  answered: "answered",
  silent: "silent",
  closed: "silent",
  refused: "refused",
  "not HTTP": "broken",
  "no empty line": "broken",
  endless: "broken",
};

async function say(client: TcpClient, pieces: readonly string[], pauseMs: number): Promise<void> {
  for (const [number, piece] of pieces.entries()) {
    if (number > 0 && pauseMs > 0) await client.until(() => client.ending !== null, pauseMs);
    await client.send(piece);
  }
}

function howOf(client: TcpClient, whole: boolean): How {
  const { broken, response } = client.reader;
  if (!client.answered)
    return client.ending === null ? "silent" : client.ending === "server" ? "closed" : "refused";
  if (response === null) return rawReplyOf(client) === "no-empty-line" ? "no empty line" : "not HTTP";
  return whole && broken === null && response.bytes <= MOST_BYTES ? "answered" : "endless";
}

/** The status in the status line of a head that has not ended; null: there is none. */
function statusIn(head: Buffer): number | null {
  const status = /^HTTP\/\d\.\d (\d{3})\b/.exec(head.toString("latin1", 0, 20))?.[1];
  return status === undefined ? null : Number(status);
}

/** Did the two get the same, be it no HTTP at all? Silence is no reply, nor is what goes on without end. */
export const repliesAlike = (one: Asked, other: Asked): boolean =>
  one.how === other.how &&
  one.how !== "silent" &&
  one.how !== "refused" &&
  one.received === other.received &&
  one.received <= MOST_BYTES;

/** The observer stops to follow a client that has ended; one whose accept nobody saw is not waited for. */
const acceptedBy = (accepted: Promise<number | null>, client: TcpClient): Promise<number | null> =>
  client.ending === null ? Promise.resolve(null) : accepted;
