// One trial of "client 1 holds, client 2 asks": the evidence rule, step by step.

import { get, TcpClient } from "../../clients/tcp.js";
import type { ClientResult, Hold, KernelEvidence, Outcome, Trial, WaitedIn } from "../../results/result.js";
import type { Observer } from "./observer.js";
import { completeAnswer, type LoneAnswer } from "./patience.js";
import type { Question } from "./question.js";

export interface TrialPlan {
  hold: Hold;
  question: Question;
  /** What a lone client got: the right answer. */
  expected: LoneAnswer;
  patienceMs: number;
}

/** The hold could not be had: the server answered, closed or refused in a way that does not let client 1 hold it so. */
export class NotHeld extends Error {
  readonly how: "closed" | "refused" | "silent";

  constructor(how: NotHeld["how"]) {
    super(`client 1 could not hold the server: ${how}`);
    this.how = how;
  }
}

/** Runs one trial on a server that is at rest. Throws NotHeld. */
export async function runTrial(observer: Observer, plan: TrialPlan): Promise<Trial> {
  const { endpoint } = observer.server;
  const start = performance.now();
  const first = new TcpClient("client 1", endpoint, { keepBody: false });
  const second = new TcpClient("client 2", endpoint, { keepBody: false });
  try {
    // 1. Client 1 is confirmed in its hold before client 2 asks.
    first.connect();
    const firstAccepted = observer.accepted(first);
    await takeHold(first, observer, plan);
    const holdingMs = performance.now() - first.startedAt;

    // 2. Client 2 connects and asks. That it connects proves nothing: the kernel completes it before accept.
    second.connect();
    const secondAccepted = observer.accepted(second);
    void second.send(get(plan.question.path, endpoint));

    // 3. A byte while client 1 holds, or the patience is used up and the server is at rest.
    const spoken = () => second.times.firstByteMs !== null || second.ending !== null;
    if (!(await second.until(spoken, plan.patienceMs))) await restOr(spoken, observer, second);
    const evidence = observer.evidence(second);
    const early = spoken();
    if (early && first.ending !== null && second.times.firstByteMs !== null) throw new NotHeld("closed");

    // 4. The release test: client 1 leaves.
    const releasedMs = performance.now() - first.startedAt;
    await first.leave();
    if (!early) await second.until(spoken, plan.question.silenceMs);
    if (second.times.firstByteMs !== null) await completeAnswer(second, observer, plan.question);

    const outcome = outcomeOf(second, early, plan.expected);
    const afterwards = outcome === "silent" ? await freshClient(observer, plan) : undefined;
    await second.leave();
    await observer.atRest();
    const clients = [
      { ...lifeOf(first, start, await firstAccepted), outcome: "answered" as const, holdingMs, releasedMs },
      {
        ...lifeOf(second, start, await secondAccepted),
        outcome,
        ...waitOf(second, outcome, evidence),
      },
    ];
    return { outcome, clients, ...(afterwards && { afterwards }) };
  } finally {
    first.destroy();
    second.destroy();
  }
}

async function takeHold(client: TcpClient, observer: Observer, { hold, question }: TrialPlan): Promise<void> {
  const { endpoint } = observer.server;
  await client.until(() => client.times.connectedMs !== null || client.ending !== null, question.silenceMs);
  if (hold === "kept") {
    await client.send(get(question.path, endpoint));
    await client.until(() => client.times.firstByteMs !== null || client.ending !== null, question.silenceMs);
    if (client.times.firstByteMs !== null) await completeAnswer(client, observer, question);
    else if (client.ending === null) throw new NotHeld("silent");
  }
  await observer.atRest();
  if (client.ending === "refused" || client.ending === "lost") throw new NotHeld("refused");
  if (client.ending !== null) throw new NotHeld("closed");
}

/** The patience is used up: waits until the server rests too, or client 2 hears something after all. */
async function restOr(spoken: () => boolean, observer: Observer, client: TcpClient): Promise<void> {
  await Promise.race([observer.atRest(0), client.until(spoken, 60_000)]);
  await client.until(spoken, 0); // bytes that came with the rest are read before the verdict
}

function outcomeOf(client: TcpClient, early: boolean, expected: LoneAnswer): Outcome {
  const { response, broken } = client.reader;
  if (client.times.firstByteMs === null) return client.ending === null ? "silent" : "refused";
  if (response === null || broken !== null || response.status !== expected.status) return "broken";
  if (expected.framing === "length" && response.bytes !== expected.bytes) return "broken";
  return early ? "answered" : "blocked";
}

/** After a silence: does anybody else get an answer? Tells a dead server from one that is deaf to client 2. */
async function freshClient(observer: Observer, { question }: TrialPlan): Promise<"alive" | "dead"> {
  const client = new TcpClient("fresh client", observer.server.endpoint, { keepBody: false }).connect();
  try {
    await client.send(get(question.path, client.endpoint));
    await client.until(() => client.times.firstByteMs !== null || client.ending !== null, question.silenceMs);
    return client.times.firstByteMs === null ? "dead" : "alive";
  } finally {
    client.destroy();
  }
}

function waitOf(client: TcpClient, outcome: Outcome, kernel: KernelEvidence | null): Partial<ClientResult> {
  if (outcome === "answered") return kernel === null ? {} : { kernel };
  const waitedIn: WaitedIn = kernel === null ? null : kernel.accepted ? "server" : "accept queue";
  const { connectedMs, firstByteMs } = client.times;
  return {
    ...(outcome === "blocked" && { blockedBy: "client 1", waitedMs: firstByteMs! - (connectedMs ?? 0) }),
    ...(outcome === "blocked" || outcome === "silent" ? { waitedIn } : {}),
    ...(kernel !== null && { kernel }),
  };
}

function lifeOf(client: TcpClient, trialStart: number, acceptedMs: number | null) {
  const { connectedMs, firstByteMs, lastByteMs, closedMs } = client.times;
  return {
    name: client.name,
    kind: "tcp" as const,
    startMs: client.startedAt - trialStart,
    connectedMs,
    // The look that saw the accept may come after the first byte; the accept itself can't have.
    acceptedMs: acceptedMs === null || firstByteMs === null ? acceptedMs : Math.min(acceptedMs, firstByteMs),
    firstByteMs,
    lastByteMs,
    closedMs,
    status: client.reader.response?.status ?? null,
    bytes: client.reader.response?.bytes ?? 0,
  };
}
