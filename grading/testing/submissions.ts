// The committed submissions, and the grade and reasons that each must get.

import type { ModelName } from "../../results/result.js";
import type { Role, Status } from "../grade.js";

/** What became of a check that was not passed, and what must be said of it. */
export type Fault = [status: Exclude<Status, "pass">, got: RegExp];

export interface Expected {
  score: number;
  models: { single: ModelName | null; multi: ModelName | null };
  /** The programs that are not there. */
  lacks: Role[];
  /** Its servers are told only by looking at them. */
  looked?: true;
  /** Why it has no points at all; null: it has some. */
  without: RegExp | null;
  /** Every other check is passed, or was not tried because of one of these. */
  faults: Record<string, Fault>;
  /** What a human is told besides that programs are missing. */
  flags: RegExp[];
  /** What it does, where it is hostile or strange. */
  why: string;
}

const RIGHT: Expected = {
  score: 100,
  models: { single: "iterative", multi: "thread-per-connection" },
  lacks: [],
  without: null,
  faults: {},
  flags: [],
  why: "right",
};

/** One that was handed in with a single server only, which is worth 30. */
function single(
  why: string,
  score: number,
  faults: Expected["faults"] = {},
  more: Partial<Expected> = {},
): Expected {
  const models = { single: "iterative" as const, multi: null };
  return { ...RIGHT, why, score, models, lacks: ["multi", "client"], faults, ...more };
}

function multi(why: string, score: number, model: ModelName, faults: Expected["faults"] = {}): Expected {
  return {
    ...RIGHT,
    why,
    score,
    models: { single: null, multi: model },
    lacks: ["single", "client"],
    faults,
  };
}

/** Both servers, which are worth 75. */
const pair = (why: string): Expected => ({ ...RIGHT, why, score: 75, lacks: ["client"] });

function client(why: string, score: number, faults: Expected["faults"] = {}): Expected {
  return { ...RIGHT, why, score, models: { single: null, multi: null }, lacks: ["single", "multi"], faults };
}

const NOT_STARTED = { single: "not-started", multi: null } as const;
const WAITS: Fault = ["fail", /^Client 2 waited .* for client 1/];
const ITERATIVE: Expected["faults"] = {
  "multi.two-clients": WAITS,
  "multi.holds": ["fail", /stays after its answer: client 2 has to wait/],
  "multi.ten-at-once": ["fail", /^1 of 10 clients/],
  "multi.model": ["fail", /one client after the other/],
  "multi.two-browsers": WAITS,
  "multi.browser-and-client": WAITS,
};
const LEFT_OUT = /^Left out, because they are links or would lie outside/;
/** It has no points, not even 0, and why. */
const nothing = (without: RegExp): Partial<Expected> => ({
  score: 0,
  models: { single: null, multi: null },
  without,
});

export const expected: Record<string, Expected> = {
  "python-right": RIGHT,
  "python-closing": { ...RIGHT, why: "takes its port from its arguments, and closes after each answer" },
  "java-right": RIGHT,
  "c-right": { ...RIGHT, why: "wants port 80, and its client prints without flushing" },
  "ruby-right": RIGHT,
  "cpp-right": { ...RIGHT, score: 75, lacks: ["client"] },
  mixed: { ...RIGHT, why: "three languages, in a folder each" },
  renamed: { ...RIGHT, why: "has names of its own, which antre.yaml tells" },
  "php-single": single("PHP", 30),
  "java-package": single("a Java package with a helper, in a file that is not named after its class", 30),
  "rust-right": multi("Rust", 45, "thread-per-connection"),
  "go-goroutines": multi("goroutines, which look like a loop; its source tells", 45, "event-loop"),

  // How programs are found: each of these is told by another thing than its name.
  "names-elimination": pair("the single server is who is left; the old one is none"),
  "names-content": pair("names that say nothing; what they do does"),
  "names-looked": {
    ...pair("two servers of Node.js: only who looks sees which serves one at a time"),
    models: { single: "iterative", multi: "event-loop" },
    score: 72,
    looked: true,
    faults: { "multi.model": ["fail", /an event loop/] },
  },
  "both-by-option": pair("one program for both: --mode"),
  "both-by-menu": pair("one program for both: a menu at its start"),
  "both-by-word": pair("one program for both: a word"),
  "java-latin1-helper": single("Java in Latin-1, and so is its helper", 30),
  "java-utf16": single("Java in UTF-16", 30),
  "java-utf8-mark": single("Java in UTF-8 with a mark at its beginning", 30),
  "cd-folder": multi("a folder, and cd in its command", 45, "thread-per-connection"),
  "cd-build": multi("cd in both commands", 45, "thread-per-connection"),
  "cd-quoted": single("cd to a folder with a space", 30),
  "yaml-file-alone": multi("antre.yaml names a file, whose language is known", 45, "event-loop"),
  "yaml-java": single("a program of antre.yaml in a folder", 30),
  "yaml-no-tool": {
    ...multi("a compiler that is not here", 0, "not-started", {
      "multi.starts": ["inconclusive", /has no Kotlin \(the program kotlinc\)/],
    }),
    flags: [/^The multi server is not decided\. This machine has no Kotlin/],
  },
  "yaml-no-make": {
    ...single("a compiler that nobody here knows, and that is not here", 0),
    models: NOT_STARTED,
    faults: { "single.starts": ["inconclusive", /the program gnatmake/] },
    flags: [/^The single server is not decided\. This machine lacks the program gnatmake/],
  },
  "other-chat": { ...RIGHT, ...nothing(/a chat: client\.py, server\.py/), why: "a chat" },
  "other-game": { ...RIGHT, ...nothing(/a game: Server\.java/), why: "a game" },
  "other-udp": { ...RIGHT, ...nothing(/UDP: server\.c/), why: "UDP" },
  "other-language": {
    ...RIGHT,
    ...nothing(/ServerSingle\.cs \(C#\)/),
    why: "a language that can't be graded",
    flags: [/^It could not be told .* ServerSingle\.cs \(C#\)/],
  },

  "javascript-events": {
    ...RIGHT,
    why: "an event loop where a single server and threads were asked for",
    score: 62,
    models: { single: "event-loop", multi: "event-loop" },
    lacks: ["client"],
    faults: {
      "single.second-waits": ["fail", /^Client 2 was answered in/],
      "multi.model": ["fail", /an event loop/],
    },
  },
  "joins-its-thread": multi("joins the thread that it has just started", 18, "iterative", ITERATIVE),
  "calls-on-the-spot": multi("calls where it should start", 18, "iterative", ITERATIVE),
  "one-lock": multi("holds one lock while a client stays", 18, "iterative", ITERATIVE),
  "pool-of-two": multi("two threads", 41, "thread-pool", {
    "multi.ten-at-once": ["fail", /^2 of 10 clients/],
  }),
  "reads-before-the-thread": multi("reads before it starts the thread", 35, "thread-per-connection", {
    "multi.holds": ["fail", /^Client 1 says nothing: client 2 has to wait\.$/],
    "multi.ten-at-once": ["fail", /^1 of 10 clients/],
  }),
  forks: multi("processes where threads were asked for", 42, "process-per-connection", {
    "multi.model": ["fail", /a process for each client/],
  }),

  "single-with-threads": single(
    "serves everybody at once",
    20,
    { "single.second-waits": ["fail", /^Client 2 was answered in .* although client 1 stayed/] },
    { models: { single: "thread-per-connection", multi: null } },
  ),
  "forgets-the-second": single("never answers the second", 20, {
    "single.second-waits": ["fail", /never answered client 2, not even when client 1 had left/],
  }),
  "serves-once": single(
    "has no loop around accept",
    15,
    {
      "single.second-waits": ["fail", /ended when a client left/],
      "single.goes-on": ["fail", /ended when a client had left \(it closed/],
    },
    { models: { single: "single-shot", multi: null } },
  ),
  "dies-when-a-client-leaves": single("ends when a connection breaks", 25, {
    "single.goes-on": ["fail", /ended when a client had left \(it broke/],
  }),
  "textbook-single": single("crashes at a client that never asked, which nobody asked for", 30),
  "bound-address": single("listens at an address that only its student's laptop has", 30),
  "pages-elsewhere": single("reads its pages from a folder that it makes itself", 30),
  "textbook-line-end": single("sends a line end after the file, as the textbook's skeleton does", 30),
  "fixed-page": single("sends the same text whatever is asked", 19, {
    "single.page": ["fail", /^The same 23 bytes came for this page and for one that is not there/],
    "single.emoji": ["fail", /^The same 23 bytes came/],
    "single.not-found": ["fail", /status 200/],
  }),
  "own-address": single("listens on its machine's address only, which it learns by UDP", 30),
  "missing-as-200": single("says 200 of what is missing", 26, {
    "single.not-found": ["fail", /: status 200\.$/],
  }),
  "length-in-letters": single("counts letters", 28, {
    "single.emoji": ["fail", /Content-Length: \d+; the page has \d+ bytes/],
  }),
  "cuts-short": single("sends a hundred bytes", 23, {
    "single.page": ["fail", /Content-Length: 100; the page has \d+ bytes/],
    "single.emoji": ["fail", /Content-Length: 100; the page has \d+ bytes/],
  }),
  canned: single("has one page", 19, {
    "single.page": ["fail", /^The same 34 bytes came for this page and for one that is not there/],
    "single.emoji": ["fail", /34 bytes came/],
    "single.not-found": ["fail", /: status 200\.$/],
  }),
  "does-not-compile": single(
    "C without a semicolon",
    0,
    { "single.starts": ["fail", /could not be compiled \(C\)/] },
    { models: NOT_STARTED },
  ),
  "dies-at-once": single(
    "binds to an address of another machine",
    0,
    { "single.starts": ["fail", /Cannot assign requested address/] },
    { models: NOT_STARTED },
  ),
  "client-asks-wrongly": client("ends lines with LF, prints a part", 12, {
    "client.get": ["fail", /LF alone/],
    "client.prints": ["fail", /^1 of 6 parts/],
    "client.nobody-listens": ["fail", /crashed/],
  }),
  "client-crashes": {
    ...client("ends at a 404, with words that may mean it", 14, {
      "client.shows-404": ["inconclusive", /a human decides/],
      "client.asks-again": ["fail", /ended after the 404/],
      "client.exit": ["fail", /ended after the 404/],
      "client.nobody-listens": ["fail", /crashed/],
    }),
    flags: [/^Not decided: Shows a 404/],
  },
  "client-stays": client("takes its port from nowhere", 19, {
    "client.connects": ["fail", /to port 1234, which is written in the program/],
    "client.exit": ["fail", /went on running/],
  }),
  "client-asks-much": client("asks for host and port, and whether to go on", 25),
  "client-own-words": client("says a 404 in its own words, and nothing where nobody listens", 22, {
    "client.nobody-listens": ["fail", /said nothing that/],
  }),
  "client-asks-strangely": {
    ...client("takes the second name for an answer", 14, {
      "client.shows-404": ["inconclusive", /no request came/],
      "client.asks-again": ["inconclusive", /no request came/],
      "client.exit": ["inconclusive", /no request came/],
      "client.nobody-listens": ["fail", /crashed/],
    }),
    flags: [/^Not decided: Shows a 404/],
  },
  "client-console": client("wants a terminal", 25),
  "client-readline": client("closes its readline at exit, and Node goes on", 25),
  "client-floods": client("prints without end", 0, { "client.connects": ["fail", /did not connect/] }),
  "client-waits-for-more": client("has ten seconds of patience", 25),

  "two-candidates": {
    ...RIGHT,
    ...nothing(/could not be told/),
    why: "two servers that do the same",
    flags: [
      /^It could not be told which program is the single server\. It could be any of these: server-single\.py, server_single\.py\. If it is so, write into antre\.yaml: single: python3 server-single\.py$/,
    ],
  },
  "no-program": { ...RIGHT, ...nothing(/^It holds no program: laporan\.txt/), why: "no program at all" },
  "bad-manifest": {
    ...RIGHT,
    ...nothing(/can't be read/),
    why: "a wrong antre.yaml",
    flags: [/antre\.yaml can't be read\. antre\.yaml, line \d+: /],
  },

  "floods-output": single("writes without end", 30),
  "forks-3000-children": single("starts 3,000 children", 30),
  "eats-memory": single(
    "takes all memory",
    0,
    Object.fromEntries(
      ["starts", "page", "emoji", "not-found", "second-waits", "goes-on"].map((name): [string, Fault] => [
        `single.${name}`,
        ["fail", /it used \d+ MiB of memory/],
      ]),
    ),
    { models: { single: null, multi: null }, flags: [/single server: The program was ended/] },
  ),
  "leaves-an-orphan": single("leaves programs that sleep for an hour", 30),
  "forges-results": single("writes results of its own", 30),
  spies: single("looks for what is not its own", 30),
  "calls-out": single("tries to reach others", 30),
  "kills-its-parent": single(
    "ends whoever started it",
    0,
    { "single.starts": ["fail", /ended with exit status 137/] },
    { models: NOT_STARTED },
  ),
  "body-without-end": single(
    "never ends its body",
    4,
    {
      "single.page": ["fail", /did not come to an end/],
      "single.emoji": ["fail", /did not come to an end/],
      "single.not-found": ["fail", /did not come to an end/],
      "single.second-waits": ["fail", /did not end within 5 seconds/],
      "single.goes-on": ["fail", /the next one was not answered/],
    },
    { models: { single: "unknown", multi: null } },
  ),
  "never-listens": {
    ...RIGHT,
    why: "waits, and binds without listening",
    score: 0,
    models: { single: "not-started", multi: "not-started" },
    lacks: ["client"],
    faults: {
      "single.starts": ["fail", /did not listen on any TCP port/],
      "multi.starts": ["fail", /did not listen on any TCP port/],
    },
  },
  "waits-for-the-keyboard": single(
    "asks for what nobody knows",
    0,
    {
      "single.starts": [
        "fail",
        /did not listen on any TCP port .*: it waits for input from the keyboard, .* Kunci:/,
      ],
    },
    { models: NOT_STARTED },
  ),
  "never-answers": single(
    "accepts, and says nothing",
    4,
    {
      "single.page": ["fail", /No answer came/],
      "single.emoji": ["fail", /No answer came/],
      "single.not-found": ["fail", /No answer came/],
    },
    { models: { single: "silent", multi: null } },
  ),

  // Made by archives.py.
  "links-outside": single("has links that lead out", 30, {}, { flags: [LEFT_OUT] }),
  "zip-outside": single("would unpack outside", 30, {}, { flags: [LEFT_OUT] }),
  "tar-outside": single("would unpack outside", 30, {}, { flags: [LEFT_OUT] }),
  bomb: {
    ...RIGHT,
    ...nothing(/larger than 64 MiB/),
    why: "unpacks to far more than it is",
    flags: [/larger than 64 MiB/],
  },
  broken: {
    ...RIGHT,
    ...nothing(/archive is broken/),
    why: "is no zip file",
    flags: [/archive is broken/],
  },
};
