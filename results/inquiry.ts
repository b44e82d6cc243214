// What the scenarios holds, model, pool-limit, backlog and zoo found, as rows of words and as sentences.

import type { ClientResult, Hold, HoldResult, QueueResult, Result, ServerResult } from "./result.js";
import type { ResultView, Table } from "./result-view.js";
import type { Texts } from "./texts/texts.js";
import { capital, clean, either, label, list, time } from "./words.js";

const HOLDS: readonly Hold[] = ["kept", "idle", "partial", "unread"];

export const inquiry: ResultView = {
  in: ({ servers }) =>
    servers.some(({ queue, probe, holds, statedModel }) => Boolean(queue ?? probe ?? holds ?? statedModel)),
  answer: inquiryAnswer,
  tables: (result, texts) =>
    [confusionTable(result, texts), holdTable(result, texts)].filter(({ rows }) => rows.length > 0),
  sentences: inquirySentences,
};

/** The figures or names that were asked for, in one sentence; null: the verdicts say it. */
function inquiryAnswer({ servers }: Result, texts: Texts): string | null {
  const { served, all } = texts.inquiry;
  const each = (of: readonly ServerResult[], say: (server: ServerResult, name: string) => string) =>
    list(
      of.map((server) => say(server, label(server.name))),
      texts,
    );
  if (servers.some(({ queue }) => queue)) return backlogAnswer(servers, texts);
  const probed = servers.filter(({ probe }) => probe);
  if (probed.length === 0) return null;
  // Only of those whose documentation says what they are can it be said whether they are that.
  const stated = servers.some(({ holds }) => holds) ? servers.filter(({ statedModel }) => statedModel) : [];
  const right = stated.filter(({ asExpected }) => asExpected);
  const zoo = stated.length > 0 ? texts.inquiry.zoo(String(right.length), String(stated.length)) : null;
  if (servers.some(({ clients }) => clients.length > 0)) {
    return texts.inquiry.limit(
      each(servers, ({ probe }, name) => {
        if (probe === undefined) return served("-", name);
        const { limit, steps } = probe;
        return served(limit === null ? all(String(steps.at(-1)?.held ?? 0)) : String(limit), name);
      }),
    );
  }
  const others = zoo === null ? servers : servers.filter((server) => !stated.includes(server));
  const models = texts.inquiry.model(
    each(others, ({ model, modelSize }, name) =>
      texts.inquiry.modelOf(name, clean(model ?? "-"), modelSize ? String(modelSize) : null),
    ),
  );
  return [zoo, others.length > 0 && models].filter(Boolean).join(" ");
}

/** How many could connect where somebody had to wait for accept; elsewhere there was no queue to be seen. */
function backlogAnswer(servers: readonly ServerResult[], texts: Texts): string {
  const queues = servers.filter(({ queue }) => queue && queue.connected > 0);
  const none = servers.filter(({ queue }) => queue?.connected === 0);
  const each = queues.map(({ name, queue }) => {
    const count = String(queue!.connected);
    const said = queue!.turnedAway > 0 ? count : texts.inquiry.orMore(count);
    return texts.inquiry.connected(said, label(name));
  });
  const names = none.map(({ name }) => label(name));
  return [
    ...(each.length > 0 ? [texts.inquiry.backlog(list(each, texts))] : []),
    ...(names.length > 0 ? [texts.inquiry.noQueue(list(names, texts))] : []),
  ].join(" ");
}

/** One row per server: what became of client 2 in each hold, how long it waited and where. No rows where no hold was tried. */
function holdTable(result: Result, texts: Texts): Table {
  const tried = result.servers.filter(({ holds }) => holds !== undefined);
  return {
    title: texts.holdsTitle,
    head: [texts.heads.server, ...HOLDS.map((hold) => texts.holdNames[hold])],
    figures: [],
    rows: tried.map(({ name, holds }) => [
      label(name),
      ...HOLDS.map((hold) => (holds ? fate(holds[hold], texts) : "-")),
    ]),
  };
}

/** What each server is said to be, and what was seen from outside. No rows where nobody said what it is. */
export function confusionTable(result: Result, texts: Texts): Table {
  const stated = result.servers.filter(({ statedModel }) => statedModel);
  const { server, stated: said, seen, right, alike, wrong } = texts.confusion;
  return {
    title: texts.confusion.title,
    head: [server, said, seen, right],
    figures: [],
    rows: stated.map((one) => [
      label(one.name),
      clean(one.statedModel ?? "-"),
      clean(one.model ?? "-") + (one.modelSize ? ` (${one.modelSize})` : ""),
      one.asExpected ? (one.model === one.statedModel ? texts.yes : alike) : wrong,
    ]),
  };
}

function fate({ outcome, why, waitedMs, waitedIn, agreeing, trials }: HoldResult, texts: Texts): string {
  if (outcome === null) return texts.cannotHold[why ?? "closed"];
  const words = [texts.outcomes[outcome]];
  if (waitedMs !== null) words.push(time(waitedMs, texts));
  if (waitedIn) words.push(texts.places[waitedIn]);
  if (agreeing < trials) words.push(`(${texts.of(String(agreeing), String(trials))})`);
  return words.join(", ");
}

/** In which holds the next client has to wait, or why the model is what it is; none for other scenarios. */
function inquirySentences({ holds, modelReason, queue, clients }: ServerResult, texts: Texts): string[] {
  if (queue !== undefined) return queueSentences(queue, clients, texts);
  if (modelReason !== undefined) return [`${capital(clean(modelReason))}.`];
  if (holds === undefined) return [];
  return holdSentences(holds, texts);
}

/** In which of the situations that could be tried the next client has to wait. None where some were not decided, or failed. */
function holdSentences(holds: Record<Hold, HoldResult>, texts: Texts): string[] {
  const tried = HOLDS.filter((hold) => holds[hold].outcome !== null);
  const blocking = HOLDS.filter((hold) => holds[hold].outcome === "blocked");
  const answered = HOLDS.filter((hold) => holds[hold].outcome === "answered");
  if (tried.length === 0 || blocking.length + answered.length < tried.length) return [];
  const all = tried.length === HOLDS.length;
  const count = String(tried.length);
  if (blocking.length === 0) return [all ? texts.noHoldBlocks : texts.noTriedHoldBlocks(count)];
  if (answered.length === 0) return [all ? texts.everyHoldBlocks : texts.everyTriedHoldBlocks(count)];
  const deeds = either(
    blocking.map((hold) => texts.deeds[hold]),
    texts,
  );
  return [all ? texts.holdsBlock(deeds) : texts.triedHoldsBlock(count, deeds)];
}

/** How many stood in the queue, who found it full, and when these came in. */
function queueSentences(
  { backlog, connected, turnedAway, cameInMs }: QueueResult,
  clients: readonly ClientResult[],
  texts: Texts,
): string[] {
  if (connected === 0) return [texts.acceptsAtOnce];
  const limit = backlog === null ? "?" : String(backlog);
  if (turnedAway === 0) return [texts.neverFull(String(connected), limit)];
  const outside = clients.slice(-turnedAway);
  const late = outside.map(({ name }) => texts.client(label(name)));
  // Each client's times count from its own connect: here they stand on the timeline, one beside the other.
  const moments = outside.flatMap(({ startMs }, at) => {
    const came = cameInMs[at] ?? null;
    return came === null ? [] : [time(startMs + came, texts)];
  });
  const [first] = clients;
  const left = time((first?.startMs ?? 0) + (first?.releasedMs ?? 0), texts);
  return [
    texts.queued(String(connected), limit),
    capital(texts.turnedAway(list(late, texts), texts.client("client 1"), left, list(moments, texts) || "-")),
  ];
}
