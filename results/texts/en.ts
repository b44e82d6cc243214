// What people read in English: the reference for every other language.
// Values arrive as strings, ready to be said, so that a translation only has to place them.

import type { Hold, NoteKey, Outcome, Verdict } from "../result.js";
import { all } from "./en/all.js";
import { cost } from "./en/cost.js";
import { crowd } from "./en/crowd.js";
import { decided } from "./en/decided.js";
import { load } from "./en/load.js";
import { openLoad } from "./en/open-load.js";
import { observations } from "./en/report.js";
import { slowClient } from "./en/slow-client.js";

/** The kinds of server that an explanation tells apart, and where a client waited when no kind explains it. */
export type Cause =
  | "iterative"
  | "threads"
  | "processes"
  | "pool"
  | "prefork"
  | "events"
  | "queue"
  | "server"
  | "unknown";

/** The figures of a note, by name. */
export type Figures = (name: string) => string;

const inTried = (count: string): string =>
  count === "1"
    ? "In the one situation that could be tried"
    : `In the ${count} situations that could be tried`;

/** How requests fail. */
const failed: Record<string, string> = {
  lost: "lost their connection",
  timedOut: "got no answer in time",
  not2xx: "got another status than 2xx",
  wrong: "got another body than a client that is alone, or no HTTP",
};

/** Of these, the figures that are not 0, each with its words. */
export const some = (words: Readonly<Record<string, string>>, figure: Figures): string[] =>
  Object.keys(words).flatMap((name) => (figure(name) === "0" ? [] : [`${figure(name)} ${words[name]}`]));

export const en = {
  code: "en",
  /** How a date is written: day, month, year, and 24 hours. */
  locale: "en-GB",
  decimal: ".",
  client: (name: string) => name,
  /** Of clients 1 to so many, each holds the server; as soon as one leaves, the next one has its turn. */
  /** Whom a full accept queue turned away: when there is room again, it waits until its own system tries again. */
  thenRetry: (holder: string) => `${holder}, then a SYN retry`,
  oneOf: (holders: string) => `one of clients 1 to ${holders}`,

  verdicts: {
    blocks: "blocks",
    concurrent: "concurrent",
    answers: "answers",
    inconclusive: "inconclusive",
    failed: "failed",
  } satisfies Record<Verdict, string>,

  outcomes: {
    answered: "answered",
    blocked: "blocked",
    refused: "refused",
    silent: "no answer",
    broken: "wrong answer",
    inconclusive: "inconclusive",
  } satisfies Record<Outcome, string>,

  places: { "accept queue": "accept queue", server: "in the server", outside: "outside the full queue" },

  heads: {
    server: "server",
    verdict: "verdict",
    asExpected: "as expected",
    trials: "agreement",
    report: "course report",
    model: "model",
    client: "client",
    connect: "connect (ms)",
    firstByte: "first byte (ms)",
    waited: "waited (ms)",
    waitedFor: "waited for",
    where: "where",
    outcome: "outcome",
  },

  yes: "yes",
  no: (expected: string) => `no, expected: ${expected}`,
  of: (some: string, all: string) => `${some} of ${all}`,
  reproduced: (report: string) => `${report}: reproduced`,
  notReproduced: (report: string) => `${report}: not reproduced`,

  untried: "could not be tried",
  reportUntried: (report: string) => `${report}: could not be tried`,

  allAsExpected: "All as expected.",
  unexpected: (servers: string) => `Not as expected: ${servers}.`,

  holds: {
    kept: (client: string) => `${client} stayed connected after its answer`,
    idle: (client: string) => `${client} stayed connected and said nothing`,
    partial: (client: string) => `${client} had sent only half a request`,
    unread: (client: string) => `${client} did not read the large file it had asked for`,
  } satisfies Record<Hold, (client: string) => string>,

  allHold: {
    kept: (holders: string) => `clients 1 to ${holders} all stayed connected after their answers`,
    idle: (holders: string) => `clients 1 to ${holders} all stayed connected and said nothing`,
    partial: (holders: string) => `clients 1 to ${holders} had all sent only half a request`,
    unread: (holders: string) => `clients 1 to ${holders} all left their large files unread`,
  } satisfies Record<Hold, (holders: string) => string>,

  holdsTitle: "Client 2, by what client 1 was doing",
  holdNames: {
    kept: "stayed connected",
    idle: "said nothing",
    partial: "half a request",
    unread: "does not read",
  } satisfies Record<Hold, string>,
  cannotHold: {
    closed: "not possible: it closes",
    refused: "not possible: refused",
    silent: "not possible: silent",
    answered: "not possible: it answers",
    "not large": "not tried: no large file (name one with --large PATH)",
  },
  queued: (connected: string, backlog: string) =>
    `While nobody was accepted, ${connected} clients could connect: the queue's limit is ${backlog}, and Linux lets in one more than that.`,
  neverFull: (connected: string, backlog: string) =>
    `While nobody was accepted, all ${connected} clients that came could connect: the queue's limit is ${backlog}.`,
  turnedAway: (clients: string, holder: string, left: string, moments: string) =>
    `${clients} found the queue full: their first packet (SYN) got no answer. A system sends that packet again only after a second or more: ${holder} left at ${left} on the timeline, but they were connected only at ${moments}.`,
  acceptsAtOnce:
    "The server accepts each client at once, so its accept queue cannot be filled; the scenario two-clients shows whom it serves.",
  inquiry: {
    backlog: (each: string) => `Clients that could connect while nobody was accepted: ${each}.`,
    connected: (count: string, server: string) => `${count} with ${server}`,
    orMore: (count: string) => `${count} or more`,
    noQueue: (servers: string) =>
      `Each client is accepted at once, so there is no queue to be seen: ${servers}.`,
    zoo: (right: string, all: string) =>
      `${right} of ${all} servers are, seen from outside, what their documentation says.`,
    limit: (each: string) => `Clients that are served at once: ${each}.`,
    served: (count: string, server: string) => `${count} by ${server}`,
    all: (count: string) => `all ${count} that came`,
    model: (each: string) => `How each serves several clients: ${each}.`,
    /** The size: how many are served at once, where there is such a number. */
    modelOf: (server: string, model: string, size: string | null) =>
      `${server}: ${model}${size === null ? "" : ` (${size})`}`,
  },
  all,
  load,
  openLoad,
  crowd,
  cost,
  slowClient,
  confusion: {
    title: "What it is said to be, and what was seen",
    server: "server",
    stated: "what it is said to be",
    seen: "what was seen from outside",
    right: "right",
    alike: "as far as can be seen",
    wrong: "no",
  },
  everyHoldBlocks: "Whatever client 1 does, the next client has to wait until it leaves.",
  noHoldBlocks: "Whatever client 1 does, the next client is answered.",
  holdsBlock: (deeds: string) => `The next client has to wait when client 1 ${deeds}.`,
  everyTriedHoldBlocks: (count: string) =>
    `${inTried(count)}, the next client has to wait until client 1 leaves.`,
  noTriedHoldBlocks: (count: string) => `${inTried(count)}, the next client is answered.`,
  triedHoldsBlock: (count: string, deeds: string) =>
    `${inTried(count)}, the next client has to wait when client 1 ${deeds}.`,
  deeds: {
    kept: "stayed connected after its answer",
    idle: "sent nothing",
    partial: "had sent only half a request",
    unread: "did not read the large file it had asked for",
  } satisfies Record<Hold, string>,

  where: {
    "accept queue": " in the accept queue",
    server: " in the server",
    outside: " outside the full accept queue",
    unknown: "",
  },

  waited: (waiter: string, holder: string, time: string, where: string, hold: string) =>
    `${waiter} waited ${time} for ${holder}${where}, because ${hold}.`,
  answeredMeanwhile: (asker: string, time: string, hold: string) =>
    `${asker} was answered in ${time}, although ${hold}.`,
  alone: {
    page: (asker: string, time: string) => `${asker} got the page after ${time}`,
    missing: (asker: string, time: string) => `${asker} got 404 Not Found after ${time}`,
    stayed: ", and the connection stayed open",
    closed: ", and the server closed the connection",
    shows: (asker: string, time: string) => `${asker} shows the page; the first byte came after ${time}.`,
    empty: (asker: string, time: string) => `${asker} got an answer after ${time}, but shows no text.`,
  },
  became: {
    refused: (asker: string) => `The connection of ${asker} was refused or reset.`,
    silent: (asker: string) => `${asker} got no answer at all, not even when nobody was in its way.`,
    broken: (asker: string) => `${asker} got an answer that was wrong or not complete.`,
    inconclusive: (asker: string) => `It cannot be said what became of ${asker}.`,
  },

  whyBlocks: {
    iterative:
      "An iterative server serves one client until that client leaves, and only then accepts the next. Connecting alone proves nothing, because the kernel does that before accept.",
    pool: "Each thread of the pool serves one client until that client leaves. As long as one is free, the next client is served at once (concurrent); when all are taken, it waits.",
    prefork:
      "Each process serves one client until that client leaves. As long as one is free, the next client is served at once (concurrent); when all are taken, it waits.",
    queue:
      "The kernel had completed its connection, but the server did not accept it until the other client had left: it serves one client at a time.",
    server:
      "The server had accepted its connection, but did nothing with it until the other client had left.",
    unknown: "The answer came only when the other client had left: the server serves one client at a time.",
  } satisfies Partial<Record<Cause, string>>,
  whyConcurrent: {
    threads:
      "Each connection has a thread of its own, so a client that stays keeps only its own thread busy.",
    processes:
      "Each connection has a process of its own, so a client that stays keeps only its own process busy.",
    pool: "Another thread of the pool was free and accepted the next client.",
    prefork: "Another process was free and accepted the next client.",
    events: "One thread watches all connections and turns to whichever has something to read.",
    unknown: "The server can serve one client while another one stays connected.",
  } satisfies Partial<Record<Cause, string>>,

  disagree: (agreeing: string, trials: string) =>
    `Only ${agreeing} of ${trials} trials had the same outcome.`,
  expectedGot: (expected: string, got: string) => `Expected ${expected}, got ${got}.`,
  failure: (reason: string) => `a failure: ${reason}`,
  failedBecause: (reason: string) => `Failed: ${reason}.`,
  untriedBecause: (reason: string) => `Could not be tried: ${reason}.`,
  noReason: "no reason was given",
  hint: (hint: string) => `Hint: ${hint}`,
  hints: {
    blocks: (_command: string) =>
      "accept the next client while the first one is being served, for example with a thread for each connection.",
    answers: (_command: string) =>
      "send the file that was asked for with status 200, or status 404 where there is none.",
    concurrent: (command: string) =>
      `is this the server that you meant? It was started with: ${command}. If it closes each connection after its answer, nobody has to wait for it.`,
    inconclusive: (_command: string) => "raise --trials, and run it on a machine that is doing nothing else.",
    failed: (command: string) => `start it by hand and look at what it says: ${command}`,
  } satisfies Record<Verdict, (command: string) => string>,

  comparedTitle: "In words",
  moreThan: (figure: string) => `more than ${figure}`,
  axes: (across: string, up: string) => `Across: ${across}; up: ${up}.`,
  notesTitle: "Worth knowing",
  notes: {
    "closes-after-response": () =>
      "the connection is closed after each answer, so no client can make the next one wait by staying connected. To keep it open, send Content-Length and wait for the next request.",
    "held-without-browser": () =>
      "a browser cannot stay connected to it, so client 1 was a command-line client that connected and said nothing.",
    "ended-empty-read": () =>
      "it ended as soon as a client left. recv that returns nothing means that the client has left: look for that before you read the request; then close and go on to the next accept.",
    "ended-lost-client": () =>
      "it ended as soon as a client left. Catch the error of a connection that is gone, close that connection, and go on to the next accept.",
    "ended-no-loop": () =>
      "it ended as soon as it had done with a client, and without an error. Put accept into a loop, so that the next client is served too.",
    "ended-asked": () =>
      "it ended while a client was asking. Catch that error, close that client's connection, and go on to the next accept: a request must not end the server for everybody.",
    "ended-missing": () =>
      "it ended when a client asked for a file that is not there. Catch that error and answer 404 Not Found.",
    "ended-unknown": () =>
      "it ended by itself while clients came and went, and was started again. Start it by hand, and look at what it says when many ask.",
    "keeps-left-client": () =>
      "it does not notice that a client has left which had said nothing: the connection stays, and the thread that serves it may never come back. recv, or readline, that returns nothing means that the client has left: end the loop there, and close.",
    "loses-worker": () =>
      "when a client left that had said nothing, it had a thread or process less than before, so some such clients leave it with nobody to serve the others. Catch the error of one client inside the worker's loop, so that the worker goes on to the next client.",
    "no-content-length": () =>
      "answers come without Content-Length, so a client cannot know where they end and a browser may go on loading. Send the size of the body in bytes.",
    "raw-no-status-line": () =>
      "what it sends is not HTTP: it has no status line, so a browser shows nothing. Who waits for whom was told from the bytes that come all the same, and from what the system says of the connections. Begin each answer with HTTP/1.1 200 OK, then the fields, then an empty line.",
    "raw-no-empty-line": () =>
      "the head of its answers does not end, so a client takes the page for a part of it. Who waits for whom was told from the bytes that come all the same, and from what the system says of the connections. Send an empty line between the head and the page.",
    "raw-not-whole": () =>
      "its answers are shorter than they promise, so a client waits for the rest. Who waits for whom was told from the bytes that come all the same, and from what the system says of the connections. Content-Length must be the number of bytes of the body.",
    "raw-closed": () =>
      "it closes the connection of each client that has asked, without an answer. Who waits for whom was told from when it closed them, and from what the system says of the connections. Send an answer before you close.",
    "silent-not-accepted": () =>
      "it listens, but does not call accept, or not again. Call accept in a loop, and let nothing else wait before it.",
    "silent-not-read": () =>
      "it has accepted a client and does not read what it asks. Look at what the program does after accept: does it wait for the keyboard, for a lock, or for another client?",
    "silent-reads-on": () =>
      "it reads on after the request has ended. recv in a loop until nothing comes waits until the client closes, which waits for the answer: stop at the empty line that ends the request.",
    "no-kernel-evidence": () =>
      "the system cannot say where a client waited, so the verdict rests on who was answered when. Run it on Linux to see the accept queue.",
    "few-trials": (figure: Figures) =>
      `too few trials (${figure("trials")}). Raise --trials before comparing figures.`,
    starved: (figure: Figures) =>
      `ALARM: ${figure("starved")} of ${figure("connections")} connections never got an answer (marked ! in the table). Its requests per second are those of the few that were served.`,
    "generator-busy": (figure: Figures) =>
      `the load client took nearly all of a processor (connections: ${figure("connections")}), so that it, and not the server, may be what was measured. Compare at fewer requests per second, or on a machine with more processors.`,
    "machine-busy": (figure: Figures) =>
      `other programs took up to about ${figure("percent")} % of the processors meanwhile. Let nothing else run, and measure again.`,
    "wide-range": () =>
      "the rounds differ by more than half. Raise --trials or --seconds, and let nothing else run.",
    "few-answers": (figure: Figures) =>
      `some figures rest on ${figure("fewest")} answers only, too few for a 99th percentile. Raise --seconds.`,
    "requests-failed": (figure: Figures) =>
      `${figure("failed")} of ${figure("sent")} requests failed at ${figure("connections")} connections: ${some(failed, figure).join(", ")}. Its requests per second are those of the others.`,
    "own-load-client": () =>
      "it does not say how long its answers are (no Content-Length), so autocannon could not count them: Antre's own load client did (marked * in the table).",
    "unasked-answers": (figure: Figures) =>
      `it sent ${figure("unasked")} answers that nobody had asked for; they are not counted. A client may take such an answer for the one to its next request. Send one answer to each request.`,
    "other-bodies": (figure: Figures) =>
      `${figure("otherBodies")} of ${figure("completed")} answers at ${figure("connections")} connections had a body as long as the first one, but with another content. A page that shows the time does that; one from a file should not: do threads share a buffer?`,
    "schedule-late": (figure: Figures) =>
      `the load client saw to some requests ${figure("milliseconds")} ms later than planned: so much of the waits may be its own, and not the server's. Let nothing else run, or plan fewer requests with --percent.`,
    "descriptor-limit": (figure: Figures) =>
      `a process may have ${figure("limit")} files open here, sockets among them, so more than ${figure("most")} clients could not come. Raise the limit with ulimit -n.`,
    "turned-away": (figure: Figures) =>
      `up to ${figure("turnedAway")} clients found the accept queue full (its limit is ${figure("backlog")}): the kernel dropped their first packet (SYN), and their systems sent it again after a second or more. That second is a part of their wait. A longer queue, the number given to listen(), would have let them in.`,
    "crowd-too-long": (figure: Figures) =>
      `${figure("waiting")} of ${figure("clients")} clients had no answer after ${figure("seconds")} seconds; nobody waited longer, and larger crowds were left out. Raise --seconds to see them.`,
    "crowd-lost": (figure: Figures) =>
      `of ${figure("clients")} clients, ${figure("lost")} lost their connection, and ${figure("wrong")} got no whole answer with status 2xx, or another one than a client that is alone. The waits are those of the others.`,
    "crowd-busy": () =>
      "the crowd's own process took nearly all of a processor in some crowds, so a part of the waits there is its own. Compare at smaller crowds, or on a machine with faster processors.",
    "waited-for-port": (figure: Figures) =>
      `port ${figure("port")} was kept by its last connections for up to a minute (TIME_WAIT), so Antre had to wait before it could be started. Set SO_REUSEADDR before bind.`,
    "several-ports": (figure: Figures) =>
      `it listens on more than one port: the clients were sent to ${figure("port")}, and not to ${figure("others")}. If that was wrong, name the right one with --port.`,
    "not-200": (figure: Figures) =>
      `the answer had status ${figure("status")}, not 200. Check that the file is in the folder that the server serves, or ask for another file with --path. The command is run in Antre's own folder, not where you typed it: begin it with "cd FOLDER && " if the server looks for its files where it stands.`,
    "not-on-sample-site": (figure: Figures) =>
      `the answer had status ${figure("status")}, not 200: the sample site that Antre's own servers serve has no ${figure("path")}. Leave out --path.`,
  } satisfies Record<NoteKey, (figure: Figures) => string>,

  about: (servers: string, remark: string) => `${servers}: ${remark}`,

  timeline: "Timeline",
  phases: {
    connecting: "connecting",
    queued: "in the accept queue",
    waiting: "waiting for an answer",
    receiving: "receiving",
    holding: "staying connected",
    closed: "closed",
  },
  /** What a client's system does whose first packet met a full accept queue. */
  synAgain: "SYN sent again",
  span: (time: string) => `0 to ${time}`,
  letGo: (who: string, time: string) => `${who} left at ${time}`,
  notToScale: "Every phase has at least one character, so the shortest are not to scale.",

  headline: {
    both: (blocking: string, concurrent: string) =>
      `One client makes the next one wait at ${blocking}, but not at ${concurrent}.`,
    blocks: (servers: string) => `One client makes the next one wait at ${servers}.`,
    concurrent: (servers: string) => `No client has to wait for another at ${servers}.`,
    alone: {
      page: (servers: string) => `A client that is alone gets the page at ${servers}.`,
      missing: (servers: string) =>
        `A client that asks for a file that is not there gets 404 Not Found at ${servers}.`,
      shows: (servers: string) => `A browser shows the page of ${servers}.`,
      empty: (servers: string) => `A browser gets an answer at ${servers}, but shows no text.`,
    },
    unknown: (servers: string) => `It could not be decided who waits for whom at ${servers}.`,
    wrong: (servers: string) => `A client that is alone does not get the right answer at ${servers}.`,
    nothing: (servers: string) => `Nothing could be found out about ${servers}.`,
    except: (sentence: string, servers: string) =>
      `${sentence.replace(/\.$/, "")}; it could not be decided at ${servers}.`,
    untried: (servers: string) => `Could not be tried: ${servers}.`,
    exceptUntried: (sentence: string, servers: string) =>
      `${sentence.replace(/\.$/, "")}; could not be tried: ${servers}.`,
  },
  lane: {
    synAgain: (moments: string) => `SYN sent again after ${moments}`,
    waited: (time: string, holder: string) => `waited ${time} for ${holder}`,
    waitedForOneOf: (time: string, holders: string) => `waited ${time} for one of ${holders} clients`,
    waitedOnly: (time: string) => `waited ${time}`,
    answered: (time: string) => `answered after ${time}`,
    letGo: (time: string) => `left at ${time}`,
    empty: "There is nothing to draw: no client came to this server.",
  },
  page: {
    who: "Who waits for whom",
    key: "How to read it",
    scale:
      "Time runs from left to right, in milliseconds since the trial began. Short phases are drawn wider than they are, so that they can be seen.",
    arrows:
      "An arrow points from the client that waits to the one it waits for. Where several wait, or wait for one of several, a line at the right edge joins them. The dashed line is the moment at which the first one left.",
    inFigures: (server: string) => `${server} in figures`,
    timelineOf: (server: string) => `The timeline of ${server}`,
    phase: "phase",
    from: "from (ms)",
    lasted: "lasted (ms)",
    compared: "The servers compared",
    comparison: "Comparison",
    pictures: "What the browsers showed",
    picture: (client: string, server: string) => `${client} at ${server}`,
    pictured: (picture: string) => `${picture}, just before client 1 left`,
    pictureMissing: "The picture is missing.",
    code: "The lines that decide",
    codeOf: (file: string) => `Lines of ${file}`,
    runs: {
      iterative: "one thread runs this loop",
      pool: (threads: string | null) =>
        threads === null
          ? "each thread of the pool runs this loop"
          : `each of its ${threads} threads runs this loop`,
      prefork: (processes: string | null) =>
        processes === null
          ? "each process runs this loop"
          : `each of its ${processes} processes runs this loop`,
    },
    marked: "A marked line stands in one of these loops only.",
    evidence: "The times of each server",
    trials: "Each trial",
    trial: "trial",
    afterwards: "afterwards",
    alive: "answered a new client",
    dead: "answered nobody",
  },

  observations,

  title: (scenario: string) => `The scenario ${scenario}`,
  clientsTitle: "Clients",
  happenedTitle: "What happened",
  decidedTitle: "How it was decided",
  decided,
  evidence: {
    alone: "answers a client that is alone in (ms)",
    patience: "Antre waited for an answer (ms)",
    outcomes: "outcomes of the trials",
    waits: "waits in the trials (ms)",
    accepted: "accepted",
    acceptQueue: "in the accept queue",
    unread: "unread bytes",
    threads: "threads",
    processes: "processes",
    command: "command",
  },
  kernelTitle: "What the kernel said while client 1 was still connected",
  fromTo: (low: string, high: string) => `${low} to ${high}`,
  accepted: { true: "yes", false: "no" },
  machineTitle: "The machine",
  machine: (os: string, cpus: string, memory: string, node: string) =>
    `${os}, processors: ${cpus}, memory: ${memory} MiB, Node.js ${node}.`,
  dateTime: (date: string, time: string) => `${date}, ${time}`,
  run: (startedAt: string, elapsed: string) => `Started on ${startedAt}; took ${elapsed}.`,

  cannotWrite: (path: string, reason: string) =>
    `The results could not be written to ${path}: ${reason}. Choose another folder with --out FOLDER.`,
  reasons: {
    EACCES: "you may not write there",
    EPERM: "you may not write there",
    EROFS: "the disk can only be read",
    ENOENT: "no folder can be made there",
    ENOSPC: "the disk is full",
    ENOTDIR: "a part of the path is a file, not a folder",
    EEXIST: "there is a file of that name, not a folder",
    EISDIR: "there is a folder of that name, not a file",
  },
};
