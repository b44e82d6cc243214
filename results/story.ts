// What happened at a server, in sentences: who waited for whom, where, and why.

import { gotAlone } from "./alone.js";
import { sentencesOf } from "./findings.js";
import type { ClientResult, ServerResult, Verdict } from "./result.js";
import { untried, waitedFor } from "./rows.js";
import type { Cause, Texts } from "./texts/texts.js";
import { clean, label, list, time } from "./words.js";

/** What happened at one server and why, in about two sentences; where it wasn't as expected, also what to do. */
export function story(server: ServerResult, texts: Texts): string[] {
  const { said, whole } = sentencesOf(server, texts);
  const sentences =
    server.verdict === "failed"
      ? []
      : whole
        ? said
        : [...events(server, texts), ...cause(server, texts), ...said];
  if (server.verdict === "inconclusive") {
    sentences.push(texts.disagree(String(server.agreeing), String(server.trials)));
  }
  const why = reason(server, texts);
  const got = server.verdict === "failed" ? texts.failure(why) : texts.verdicts[server.verdict];
  const unexpected = server.expected !== null && !server.asExpected;
  if (untried(server)) sentences.push(texts.untriedBecause(why));
  else if (unexpected) sentences.push(texts.expectedGot(texts.verdicts[server.expected!], got));
  else if (server.verdict === "failed") sentences.push(texts.failedBecause(why));
  // Where there is no browser, or somebody else has the port, the server has done nothing wrong.
  const itsOwn = server.notCarriedOut === undefined || server.notCarriedOut === "not-started";
  const noted = server.notes.some(({ key }) => /^(ended|not|silent)-/.test(key)); // the remedy stands there
  if (itsOwn && !noted && (unexpected || server.verdict === "failed" || server.verdict === "inconclusive")) {
    sentences.push(texts.hint(texts.hints[hinted(server)](clean(server.command))));
  }
  return sentences.map(capitalized);
}

/** Some sentences begin with a client's name. */
const capitalized = (sentence: string): string =>
  sentence.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

/** A lone client's wrong answer is not understood any better from what the server says. */
function hinted({ verdict, clients }: ServerResult): Verdict {
  const [only, ...others] = clients;
  return verdict === "failed" && only?.outcome === "broken" && others.length === 0 ? "answers" : verdict;
}

/** The clients that held the server: they were there first, and the others asked while they stayed. */
function holders(server: ServerResult): ClientResult[] {
  return server.clients.filter(
    ({ outcome, holdingMs, releasedMs }) =>
      outcome !== "blocked" && (holdingMs !== undefined || releasedMs !== undefined),
  );
}

/** Of the clients that asked, the one that waited longest stands for all; whoever fared worse is named too. */
function events(server: ServerResult, texts: Texts): string[] {
  const held = holders(server);
  const askers = server.clients.filter((client) => !held.includes(client));
  const blocked = waiter(askers);
  const answered = longest(askers.filter((client) => client.outcome === "answered"));
  const hold = texts.holds[server.hold](
    list(
      held.map((client) => who(client.name, texts)),
      texts,
    ),
  );
  const sentences: string[] = [];
  if (blocked) {
    const holder = waitedFor(blocked, texts)!;
    const where = texts.where[blocked.waitedIn ?? "unknown"];
    const waited = time(blocked.waitedMs ?? blocked.firstByteMs ?? 0, texts);
    const { holders = 1 } = blocked;
    const because =
      holders > 1 ? texts.allHold[server.hold](String(holders)) : texts.holds[server.hold](holder);
    sentences.push(texts.waited(who(blocked.name, texts), holder, waited, where, because));
  } else if (answered) {
    const took = time(answered.firstByteMs ?? 0, texts);
    const name = who(answered.name, texts);
    sentences.push(held.length > 0 ? texts.answeredMeanwhile(name, took, hold) : gotAlone(answered, texts));
  }
  for (const { name, outcome } of server.clients) {
    if (outcome !== "answered" && outcome !== "blocked" && outcome !== "held")
      sentences.push(texts.became[outcome](who(name, texts)));
  }
  return sentences;
}

/** Why: by the model that the server says it has, unless the kernel's word contradicts it. */
function cause(server: ServerResult, texts: Texts): string[] {
  const model = modelKind(server.model);
  if (server.verdict === "blocks") {
    const blocked = waiter(server.clients);
    if (!blocked) return [];
    const seen = blocked.waitedIn === "server" ? "server" : blocked.waitedIn ? "queue" : "unknown";
    const known: Partial<Record<Cause, string>> = texts.whyBlocks;
    return [(seen !== "server" && model !== "unknown" && known[model]) || texts.whyBlocks[seen]];
  }
  if (server.verdict === "concurrent" && holders(server).length > 0) {
    const known: Partial<Record<Cause, string>> = texts.whyConcurrent;
    return [known[model] ?? texts.whyConcurrent.unknown];
  }
  return [];
}

/** The kind of server that a model's name means: "thread-per-connection" in the data, with spaces as people write it. */
export function modelKind(model: string | null): Cause {
  if (model === null) return "unknown";
  if (/thread.per.connection/i.test(model)) return "threads";
  if (/process.per.connection/i.test(model)) return "processes";
  if (/prefork/i.test(model)) return "prefork";
  if (/prethread|pool/i.test(model)) return "pool";
  if (/event/i.test(model)) return "events";
  return /iterative/i.test(model) ? "iterative" : "unknown";
}

function reason(server: ServerResult, texts: Texts): string {
  return clean(server.failure ?? "").replace(/\.$/, "") || texts.noReason;
}

/** The one that waited longest for another client; whom a full queue turned away waited for its own system. */
function waiter(clients: readonly ClientResult[]): ClientResult | undefined {
  return longest(
    clients.filter(
      ({ outcome, blockedBy, waitedIn }) =>
        outcome === "blocked" && blockedBy !== undefined && waitedIn !== "outside",
    ),
  );
}

function longest(clients: readonly ClientResult[]): ClientResult | undefined {
  const wait = (client: ClientResult) => client.waitedMs ?? client.firstByteMs ?? 0;
  return clients.toSorted((a, b) => wait(b) - wait(a))[0];
}

function who(name: string, texts: Texts): string {
  return texts.client(label(name));
}
