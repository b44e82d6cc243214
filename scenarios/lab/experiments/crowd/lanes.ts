// A crowd that is small enough to watch each of its clients: who is served while nobody has left, and who has to wait.

import { setTimeout as delay } from "node:timers/promises";
import { get, TcpClient } from "../../../../clients/tcp.js";
import type { ClientResult, Outcome, Trial } from "../../../../results/result.js";
import type { Observer } from "../../observe/observer.js";
import type { Question } from "../../observe/question.js";
import type { Baseline } from "../../subject/patience.js";
import { isLike, lifeOf } from "../../trial/outcome.js";

/** Whom a full accept queue has turned away comes again after a second: so long, and a little, those are waited for. */
const AGAIN_MS = 1300;

export interface SmallCrowd {
  clients: number;
  /** How long each stays after its answer, and in any case until the server rests. */
  stayMs: number;
  question: Question;
  /** What a lone client got: the right answer. */
  expected: Baseline;
  patienceMs: number;
}

/**
 * All come at once and ask. Those who are answered stay until the server is at rest: whoever has no answer then waits for
 * one of them to leave. Then each leaves as soon as it has stayed for its time, and the next one has its turn. Where each
 * answer ends its connection nobody can stay after it: there the first one stays, and asks only then.
 */
export async function watchCrowd(plan: SmallCrowd, observer: Observer): Promise<Trial> {
  const { question, expected, stayMs, patienceMs } = plan;
  const start = performance.now();
  const clients = Array.from(
    { length: plan.clients },
    (_, at) => new TcpClient(`client ${at + 1}`, observer.server.endpoint, { keepBody: false }),
  );
  const served = (client: TcpClient) =>
    client.answer?.complete === true || (expected.openEnded && client.answer?.bytes === expected.bytes);
  const over = (client: TcpClient) => served(client) || client.ending !== null;
  try {
    const accepted = clients.map((client) => observer.follow(client));
    const [first, ...others] = clients as [TcpClient, ...TcpClient[]];
    if (expected.closes) {
      await first
        .connect()
        .until(() => first.localPort !== null || first.ending !== null, question.silenceMs);
      await observer.atRest();
    } else first.ask(question.path);
    for (const client of others) client.ask(question.path);
    let waiting: TcpClient[] = [];
    const asking = expected.closes ? others : clients;
    const gate = decided(asking, over, patienceMs, observer).then(() => {
      // Whoever is not connected was turned away by a full accept queue. That alone says nothing: but where somebody stands in
      // the queue and is not served, those outside wait for the same.
      const left = asking.filter((client) => !over(client));
      waiting = left.some(({ times }) => times.connectedMs !== null) ? left : [];
      if (expected.closes && first.ending === null) void first.send(get(question.path, first.endpoint));
    });
    await Promise.all(
      clients.map(async (client) => {
        // Whom a full accept queue turns away comes again after 1, 2, 3 … seconds (Linux), or after 1, 3 and 7.
        await client.until(() => over(client), plan.clients * (stayMs + patienceMs) + 2 * question.silenceMs);
        await Promise.all([gate, delay(served(client) ? stayMs : 0)]);
        await client.leave();
      }),
    );
    await observer.atRest();
    const all = await Promise.all(
      clients.map(async (client, at): Promise<ClientResult> => {
        const life = lifeOf(client, start, await accepted[at]!);
        const outcome = outcomeOf(client, waiting.includes(client), served(client), expected);
        if (outcome !== "blocked") return { ...life, outcome };
        return { ...life, outcome, waitedMs: (life.firstByteMs ?? 0) - (life.connectedMs ?? 0) };
      }),
    );
    const worst = (["refused", "silent", "broken", "blocked"] as const).find((outcome) =>
      all.some((life) => life.outcome === outcome),
    );
    return { outcome: worst ?? "answered", clients: all };
  } finally {
    await Promise.all(clients.map((client) => client.destroy()));
  }
}

/** Resolves when all are served; or when the server is at rest, and those that it turned away have tried again, or are not heard of. */
async function decided(
  clients: readonly TcpClient[],
  over: (client: TcpClient) => boolean,
  patienceMs: number,
  observer: Observer,
): Promise<void> {
  const begun = performance.now();
  for (;;) {
    const all = await Promise.all(clients.map((client) => client.until(() => over(client), patienceMs)));
    if (all.every(Boolean)) return;
    await observer.rests();
    const connecting = clients.some((client) => !over(client) && client.times.connectedMs === null);
    if (!connecting || performance.now() - begun > AGAIN_MS) return;
  }
}

function outcomeOf(client: TcpClient, waited: boolean, served: boolean, expected: Baseline): Outcome {
  if (served && !isLike(client, expected)) return "broken";
  if (served) return waited ? "blocked" : "answered";
  if (client.answered) return "broken";
  return client.ending === "client" || client.ending === null ? "silent" : "refused";
}
