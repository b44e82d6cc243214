// Servers as students write them, right, wrong and hostile, with what the lab must say of each.

import { sourcePath } from "../source-folder.js";
import { type Claim, type Holds, holds, type Model } from "../zoo/model.js";

export type Language = "Python" | "C" | "Java" | "Node" | "PHP";

/** A program that listens on a free port of 127.0.0.1, and serves /index.html and /large (64 MiB). */
export interface Program {
  name: string;
  language: Language;
  /** Programs that must be on PATH. */
  needs: string[];
  /** A command that succeeds where the program can be run; `needs` alone does not say so. */
  check?: string;
  /** Run once, before the first command; {out} is a folder for what it makes, as in `command`. */
  build?: string;
  command: string;
  model: Model;
  modelSize?: number;
  /** What else is a right answer from outside, and why. */
  accept?: (Claim & { why: string })[];
  holds: Holds;
  /** What its author did, where it isn't what was meant. */
  mistake?: string;
}

/** What a hostile program makes impossible: to start it, or to get a whole and right answer alone. */
export type Failure = "ended" | "no port" | "no answer" | "endless" | "broken" | "reset";

/** A program that a lab must survive. Whatever it is asked for it answers with the same small page. */
export interface Hostile {
  name: string;
  command: string;
  does: string;
  fails: Failure | null;
  holds: Holds;
}

const HERE = sourcePath("./programs/", import.meta.url);

const CONCURRENT = holds("answered", "answered", "answered", "answered");
const BLOCKING = holds("blocked", "blocked", "blocked", "blocked");
/** It waits for many at once, but sends to one at a time. */
const SENDS_BLOCKING = holds("answered", "answered", "answered", "blocked");
const NONE = holds(null, null, null, null);

function python(name: string, claim: Claim, expected: Holds, more: Partial<Program> = {}): Program {
  const command = `python3 ${HERE}python.py ${name}`;
  return {
    name: `python ${name}`,
    language: "Python",
    needs: ["python3"],
    command,
    ...said(claim),
    holds: expected,
    ...more,
  };
}

function c(name: string, claim: Claim, expected: Holds, more: Partial<Program> = {}): Program {
  const build = `cc -O2 -pthread -o {out}/${name} ${HERE}c/${name}.c`;
  const command = `{out}/${name}`;
  return {
    name: `c ${name}`,
    language: "C",
    needs: ["cc"],
    build,
    command,
    ...said(claim),
    holds: expected,
    ...more,
  };
}

function java(name: string, claim: Claim, expected: Holds, more: Partial<Program> = {}): Program {
  const build = `javac -d {out}/${name} ${HERE}java/Session.java ${HERE}java/${name}.java`;
  const command = `java -cp {out}/${name} ${name}`;
  return {
    name: `java ${name}`,
    language: "Java",
    needs: ["java", "javac"],
    build,
    command,
    ...said(claim),
    holds: expected,
    ...more,
  };
}

function node(name: string): Program {
  const command = `node ${HERE}node/${name}.mjs`;
  return {
    name: `node ${name}`,
    language: "Node",
    needs: ["node"],
    command,
    model: "event-loop",
    holds: CONCURRENT,
  };
}

function php(name: string, claim: Claim, expected: Holds, more: Partial<Program> = {}): Program {
  const command = `php ${HERE}php/${name}.php`;
  return {
    name: `php ${name}`,
    language: "PHP",
    needs: ["php"],
    command,
    ...said(claim),
    holds: expected,
    ...more,
  };
}

function said({ model, size }: Claim) {
  return { model, ...(size !== undefined && { modelSize: size }) };
}

const ITERATIVE: Claim = { model: "iterative" };
const THREADS: Claim = { model: "thread-per-connection" };
const PROCESSES: Claim = { model: "process-per-connection" };
const LOOP: Claim = { model: "event-loop" };
const pool = (size: number): Claim => ({ model: "thread-pool", size });
const prefork = (size: number): Claim => ({ model: "prefork", size });

export const programs: Program[] = [
  python("iterative", ITERATIVE, BLOCKING),
  python("threaded", THREADS, CONCURRENT),
  python("pool-of-two", pool(2), CONCURRENT),
  python("executor-of-two", pool(2), CONCURRENT),
  python("forking", PROCESSES, CONCURRENT),
  python("prefork-of-three", prefork(3), CONCURRENT),
  python("select-loop", LOOP, SENDS_BLOCKING),
  python("asyncio-streams", LOOP, CONCURRENT),
  python("polls", LOOP, CONCURRENT, { mistake: "asks every socket again and again, instead of waiting" }),
  python("called-on-the-spot", ITERATIVE, BLOCKING, {
    mistake: "Thread(target=serve(c)) calls serve, and gives its result to a thread",
  }),
  python("started-and-joined", ITERATIVE, BLOCKING, { mistake: "joins the thread that it has just started" }),
  python("forked-and-waited-for", ITERATIVE, BLOCKING, {
    mistake: "waits for the child that it has just forked",
  }),
  python("lock-around-session", ITERATIVE, BLOCKING, {
    mistake: "every thread holds one lock for as long as its client stays",
    accept: [{ model: "thread-pool", size: 1, why: "threads grow, and one client is served" }],
  }),
  python("lock-around-answer", THREADS, SENDS_BLOCKING, {
    mistake: "every thread holds one lock while it sends",
  }),
  python("serves-once", { model: "single-shot" }, holds("refused", "refused", "refused", "refused"), {
    mistake: "has no loop around accept",
  }),
  python("missing-as-200", THREADS, CONCURRENT, { mistake: "says 200 OK of a page that is missing" }),
  python(
    "closing-iterative",
    ITERATIVE,
    { ...BLOCKING, kept: null },
    { mistake: "closes after each answer" },
  ),
  python("closing-threaded", THREADS, { ...CONCURRENT, kept: null }, { mistake: "closes after each answer" }),
  python("forgets-the-second", ITERATIVE, holds("silent", "silent", "silent", "silent"), {
    mistake: "accepts client 2, and never looks at it",
  }),
  python(
    "one-recv",
    ITERATIVE,
    { ...BLOCKING, partial: null },
    {
      mistake: "takes what one recv brings for a whole request, and answers half of one",
    },
  ),
  python("impatient-iterative", ITERATIVE, BLOCKING, {
    mistake: "throws out a client that says nothing for five seconds, instead of serving two",
  }),
  python("executor-of-thirty-two", pool(32), CONCURRENT),
  python("impatient-pool-of-fourteen", pool(14), CONCURRENT),
  python("packs-what-is-large", ITERATIVE, BLOCKING),
  python("works-before-it-accepts", ITERATIVE, BLOCKING),
  python("slows-down", THREADS, CONCURRENT),
  python("closes-a-moment-later", ITERATIVE, { ...BLOCKING, kept: null }),
  python(
    "head-at-once",
    ITERATIVE,
    { ...BLOCKING, partial: null },
    {
      mistake: "accepts everybody at once, but one thread serves them, one after the other",
    },
  ),
  python("a-timer-for-each", LOOP, SENDS_BLOCKING),
  python("answers-and-forgets", THREADS, CONCURRENT, {
    mistake: "its thread ends with the first answer, and leaves the connection open",
  }),
  python("reads-to-the-end", { model: "silent" }, NONE, { mistake: "answers when its client has closed" }),

  c("iterative", ITERATIVE, BLOCKING),
  c("closing", ITERATIVE, { ...BLOCKING, kept: null }),
  c("threads", THREADS, CONCURRENT),
  c("fork", PROCESSES, CONCURRENT),
  c("pool", pool(2), CONCURRENT),
  c("prefork", prefork(3), CONCURRENT),
  c("select", LOOP, SENDS_BLOCKING),
  c("epoll", LOOP, CONCURRENT),

  node("http"),
  node("net"),

  java("Iterative", ITERATIVE, BLOCKING),
  java("Threads", THREADS, CONCURRENT),
  java("Pool", pool(2), CONCURRENT),
  java("RunNotStart", ITERATIVE, BLOCKING, { mistake: "calls run() where start() was meant" }),
  java("Virtual", THREADS, CONCURRENT, {
    check: "javac --release 21 -version",
    accept: [
      { model: "event-loop", why: "virtual threads are carried by as many threads as there are processors" },
    ],
  }),

  php("iterative", ITERATIVE, BLOCKING),
  php("fork", PROCESSES, CONCURRENT, { check: `php -r "exit(extension_loaded('pcntl') ? 0 : 1);"` }),
  php("select", LOOP, SENDS_BLOCKING),
];

/** Threads for everybody, and no large page. */
const SERVES = holds("answered", "answered", "answered", null);
const DIES = holds("refused", "refused", "refused", null);

function evil(name: string, does: string, fails: Failure | null, expected: Holds): Hostile {
  return { name, command: `python3 ${HERE}hostile.py ${name}`, does, fails, holds: expected };
}

export const hostile: Hostile[] = [
  evil("never-listens", "waits, and has no socket", "no port", NONE),
  evil("binds-only", "binds, and never listens", "no port", NONE),
  evil("dies-at-once", "ends with a word on standard error", "ended", NONE),
  evil("reads-input", "asks for its port on standard input", "no port", NONE),
  evil("dies-when-a-client-leaves", "does not survive its first client", null, DIES),
  evil("crashes-on-the-second", "aborts when a second client comes", null, DIES),
  evil("floods-output", "writes to standard output without end", null, SERVES),
  evil("ignores-sigterm", "ignores SIGTERM, SIGINT and SIGHUP", null, SERVES),
  evil("forks-away", "becomes a daemon", null, SERVES),
  evil("leaves-children", "starts two programs in sessions of their own that outlive it", null, SERVES),
  evil("forgets-its-name", "runs itself again with an empty environment", null, SERVES),
  evil("escapes", "becomes a daemon with an empty environment", null, SERVES),
  evil("hands-over", "becomes a daemon three hundred times before it listens", null, SERVES),
  evil("answers-byte-by-byte", "sends a byte every 10 ms", null, SERVES),
  evil("body-without-end", "never ends its body, and gives no length", "endless", NONE),
  evil("head-without-end", "never ends its head", "endless", NONE),
  evil("promises-too-much", "sends less than its Content-Length says", null, SERVES),
  evil("resets", "resets every connection", "reset", NONE),
  evil("answers-before-asked", "sends an answer as soon as a client connects", "broken", NONE),
  evil("another-address", "listens on 127.0.0.2", null, SERVES),
  evil("ipv6-only", "listens on ::1", null, SERVES),
  evil("starts-late", "listens after five seconds", null, SERVES),
  evil("eats-memory", "takes 256 MiB within some seconds", null, SERVES),
  evil("never-rests", "has a thread that spins", null, SERVES),
  evil("two-ports", "listens on a second port, where nobody answers", null, NONE),
];
