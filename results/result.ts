// The data of a run: what every scenario produces and every output format reads.
// Field names end in their unit. Times are milliseconds from one monotonic clock.

import type { Conclusion } from "./conclusions/result.js";
import type { CostResult } from "./cost/result.js";
import type { CrowdResult } from "./crowd/result.js";
import type { LoadObservation, LoadResult } from "./load/result.js";

import type { OpenLoadResult } from "./open-load/result.js";
import type { Observation } from "./report/result.js";
import type { SlowClientResult } from "./slow-client/result.js";

export type { Conclusion } from "./conclusions/result.js";
export type { CostResult } from "./cost/result.js";
export type { CrowdResult } from "./crowd/result.js";
export type { LoadObservation, LoadResult, LoadRound } from "./load/result.js";
export type { Capacity, Latencies, OpenLoadResult, OpenLoadRound, Prediction } from "./open-load/result.js";
export type { Letter, Measurement, Observation, Sight } from "./report/result.js";
export type { SlowClientResult, SlowEvidence, Slowness } from "./slow-client/result.js";

/** What became of a client that asked while another one held the server. */
export type Outcome = "answered" | "blocked" | "refused" | "silent" | "broken" | "inconclusive";

/** What client 1 is doing while client 2 asks. */
export type Hold = "kept" | "idle" | "partial" | "unread";

/** A server's verdict in one scenario; "answers" where one client asked alone, and got what it should. */
export type Verdict = "blocks" | "concurrent" | "answers" | "inconclusive" | "failed";

/**
 * Where a client spent its wait, by the kernel's word; null where the system can't say. outside: the accept queue was full, so
 * that it was not let in; when there was room again, it waited for its own system to send its SYN again.
 */
export type WaitedIn = "accept queue" | "server" | "outside" | null;

/** The kernel's word on one connection, at the end of the patience and before the release. */
export interface KernelEvidence {
  /** Has the server called accept(2) for it? An unaccepted connection has inode 0. */
  accepted: boolean;
  /** Connections in the accept queue of the listening socket, this one included. */
  acceptQueue: number;
  /** Bytes that the client has sent and the server has not read. */
  unreadBytes: number;
  /** Threads of the server's processes, all together. */
  threads: number;
  processes: number;
}

/** One client's life. Times count from its own connect; null: it never came to that. */
export interface ClientResult {
  name: string;
  kind: "tcp" | "browser";
  /** Which browser, with its version. */
  browser?: string;
  /** Only for a browser: did it show the page's text? */
  shown?: boolean;
  /** Only of a client that asked alone: did the server leave its connection open? */
  stayed?: boolean;
  /** Its own port, by which a server's log names it. */
  port?: number;
  /** "held": it held the server, and had not asked for an answer, or did not read it. */
  outcome: Outcome | "held";
  /** When it called connect, counted from the start of its trial. */
  startMs: number;
  connectedMs: number | null;
  /** When the server accepted it, as seen in the kernel; null where the system can't say. */
  acceptedMs: number | null;
  firstByteMs: number | null;
  lastByteMs: number | null;
  closedMs: number | null;
  /** HTTP status of the last answer. */
  status: number | null;
  /** Body bytes received. */
  bytes: number;
  /** What a browser showed at the end of the patience: a PNG's path beside the result. */
  picture?: string;
  /** Only for a client that held: when it had its hold, and when it let go. */
  holdingMs?: number;
  releasedMs?: number;
  /** Only for a client that was made to wait: the client that had to leave, and of how many that held it was one. */
  blockedBy?: string;
  holders?: number;
  waitedMs?: number;
  waitedIn?: WaitedIn;
  /** Only of a client that a full accept queue turned away: when its system sent its SYN again, also when it was let in then. */
  synRetriesMs?: number[];
  kernel?: KernelEvidence;
}

/** One trial: the same experiment once. */
export interface Trial {
  outcome: Outcome;
  clients: ClientResult[];
  /** So long client 2 was waited for before client 1 left. Of one client there is none. */
  patienceMs?: number;
  /** After a silence: did a fresh client get an answer? Tells a dead server from a deaf one. */
  afterwards?: "alive" | "dead";
}

/** Files that belong to a result, by their path beside it: the browsers' pictures. */
export type Attachments = ReadonlyMap<string, Buffer>;

export interface ServerResult {
  name: string;
  command: string;
  /** The model that the server says it has (iterative, thread per connection …); null when nobody said. */
  model: string | null;
  verdict: Verdict;
  /** What was expected of it; null for a server of which nothing was promised. */
  expected: Verdict | null;
  asExpected: boolean;
  /** How client 1 held the server. */
  hold: Hold;
  /** How many trials were run, and how many had the outcome that most of them had. */
  trials: number;
  agreeing: number;
  /** The server's own answer time to a lone client, from which the patience was derived. */
  answerMs: number | null;
  patienceMs: number | null;
  /** The clients of the trial whose wait is the median: the one that the table shows. */
  clients: ClientResult[];
  eachTrial: Trial[];
  /** The few lines of the server that decide how clients are served, where we know its source. */
  code?: { file: string; text: string };
  /** What the course report saw in this experiment, where it used this kind of server. */
  report: Verdict | null;
  /** Only from the scenario holds. */
  holds?: Record<Hold, HoldResult>;
  /** Only from the scenario backlog. */
  queue?: QueueResult;
  /** Only from the scenario load: each number of connections, kept and not. */
  load?: LoadResult[];
  /** Only from the scenario open-load: each rate, in percent of what the server can do. */
  openLoad?: OpenLoadResult[];
  /** Only from the scenario crowd: each number of clients, staying and leaving at once. */
  crowd?: CrowdResult[];
  /** Only from the scenario cost: each number of held connections, none first. */
  cost?: CostResult[];
  /** Only from the scenario slow-client: how others fare without a slow client, and with one. */
  slowClient?: SlowClientResult[];
  /** Only from the scenario model: how many are served at once, where there is such a number; why; what was seen. */
  modelSize?: number;
  modelReason?: string;
  probe?: Probe;
  /** The same, held by clients that have sent half a request. */
  askingProbe?: Probe;
  /** The model that its author or its documentation says it has. */
  statedModel?: string | null;
  /** The last lines that the server wrote. */
  log?: string[];
  /** Things worth knowing, one key of the texts each, with their figures. */
  notes: Note[];
  /** Why it failed, in the user's language; only with verdict "failed". */
  failure?: string;
  /** The failure is not the server's doing: there is no such program, its port is taken, or there is no browser. */
  notCarriedOut?: "not-started" | "port-taken" | "no-browser";
}

/** What became of client 2 in one hold; outcome null: the hold could not be had, and why. */
export interface HoldResult {
  outcome: Outcome | null;
  trials: number;
  agreeing: number;
  waitedMs: number | null;
  waitedIn: WaitedIn;
  why?: "closed" | "refused" | "silent" | "answered" | "not large";
}

/** The models of a server, as they are told from outside. */
export type ModelName =
  | "iterative"
  | "thread-per-connection"
  | "process-per-connection"
  | "thread-pool"
  | "prefork"
  | "event-loop"
  | "single-shot"
  | "silent"
  | "not-started"
  | "unknown";

/** What was seen while so many connections were held. */
export interface ProbeStep {
  held: number;
  threads: number | null;
  processes: number | null;
  /** How many of them have a thread that blocks on them alone. */
  dedicated: number | null;
  /** How many processes have them open, all together. */
  owners: number | null;
  /** How many threads wait for a connection, for bytes or for events, and how many for a lock; null: can't be said. */
  onSockets: number | null;
  onLocks: number | null;
}

/** How a server fared while one connection after the other was held. */
export interface Probe {
  steps: ProbeStep[];
  /** So many were served when the next one was not; null: all were. */
  limit: number | null;
  /** The next one was refused, or got another answer, while the others were there: it did not even wait. */
  turnedAway: boolean;
  /** The one that had to wait: was it accepted, does a thread wait for a lock, was it answered when another had left? */
  waiting: { accepted: boolean | null; lock: boolean; answeredAfterRelease: boolean } | null;
  /** The program ends when its client leaves. */
  endsWithItsClient: boolean;
  /** Did the threads or processes that had come with the clients go with them? null: none had come. */
  shrank: boolean | null;
}

/** How many clients could connect while nobody was accepted; none, where the server accepts each at once. */
export interface QueueResult {
  /** What the kernel says: the limit of the queue, and how many stood in it; null: it can't say. */
  backlog: number | null;
  acceptQueue: number | null;
  connected: number;
  turnedAway: number;
  /** When those who were turned away were connected after all, counted from their own connect; null: not at all. */
  cameInMs: (number | null)[];
}

/** A remark that the texts can say in every language. */
export interface Note {
  key: NoteKey;
  values?: Record<string, string | number>;
}

/** A reply that is no HTTP answer: without a status line; without the empty line that ends the head; shorter than promised; none at all, the connection was closed. */
export type RawReply = "no-status-line" | "no-empty-line" | "not-whole" | "closed";

/** Why a client hears nothing: it was not accepted; what it sent was not read; all was read, and a thread waits for more of it. */
export type WhySilent = "not-accepted" | "not-read" | "reads-on";

export type NoteKey =
  | "closes-after-response"
  | "held-without-browser"
  | "ended-empty-read"
  | "ended-lost-client"
  | "ended-no-loop"
  | "ended-asked"
  | "ended-missing"
  | "ended-unknown"
  | "keeps-left-client"
  | "loses-worker"
  | "no-content-length"
  | `raw-${RawReply}`
  | `silent-${WhySilent}`
  | "no-kernel-evidence"
  | "few-trials"
  | "starved"
  | "generator-busy"
  | "machine-busy"
  | "wide-range"
  | "few-answers"
  | "requests-failed"
  | "own-load-client"
  | "unasked-answers"
  | "other-bodies"
  | "schedule-late"
  | "descriptor-limit"
  | "turned-away"
  | "crowd-too-long"
  | "crowd-lost"
  | "crowd-busy"
  | "not-200"
  | "waited-for-port"
  | "several-ports"
  | "not-on-sample-site";

export interface Machine {
  os: string;
  cpus: number;
  memoryMiB: number;
  node: string;
}

/** The result of one run of one scenario: `NAME.json`. */
export interface Result {
  format: "antre-result/1";
  scenario: string;
  startedAt: string;
  elapsedMs: number;
  machine: Machine;
  servers: ServerResult[];
  /** The course report's experiments made again: the result of the scenario `report`. */
  observations?: Observation[];
  /** The same question asked of autocannon, with one connection and with two. */
  loadObservations?: LoadObservation[];
  /** What each scenario has found: the result of the scenario `all`, which is written as `index.json` … */
  conclusions?: Conclusion[];
}
