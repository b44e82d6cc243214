// What people read about a grade in English: the reference for every other language.

import { toInstall } from "../../cli/install.js";
import type { Hold, KernelEvidence, ModelName, Outcome, WhySilent } from "../../results/result.js";
import type { Difference } from "../checks/page-difference.js";
import type { CheckName } from "../checks/registry.js";
import type { Lack } from "../examiner/lack.js";
import type { Role, Status } from "../grade.js";
import type { Parameters } from "../rubric.js";
import type { Does } from "../submission/finding/choose.js";
import type { NotFound, OtherWork } from "../submission/programs.js";
import { command } from "./en-command.js";
import { report } from "./en-report.js";

const list = (words: readonly string[], last = "or"): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;

const models: Record<ModelName, string> = {
  iterative: "one client after the other (iterative)",
  "thread-per-connection": "a thread for each client",
  "process-per-connection": "a process for each client",
  "thread-pool": "a fixed number of threads",
  prefork: "a fixed number of processes",
  "event-loop": "an event loop",
  "single-shot": "one client only, then it ends",
  silent: "it answers nobody",
  "not-started": "it does not start",
  unknown: "it can't be told",
};

const holds: Record<Hold, string> = {
  kept: "client 1 stays after its answer",
  idle: "client 1 says nothing",
  partial: "client 1 has sent half a request",
  unread: "client 1 asks for a large page and does not read it",
};

const outcomes: Record<Outcome, string> = {
  answered: "client 2 is answered",
  blocked: "client 2 has to wait",
  refused: "client 2 is refused",
  silent: "client 2 is never answered",
  broken: "client 2 gets a wrong answer",
  inconclusive: "the trials disagree",
};

/** From where else a client may know its server. */
const elsewhere: Record<string, string> = {
  keyboard: "or it asks its user for them",
  source: "or it knows them from its source",
};

const bytes = (count: number): string => `${count} ${count === 1 ? "byte" : "bytes"}`;

type Words = { title: (role: Role) => string; expected: (parameters: Parameters) => string };
const words = (title: string, expected: string): Words => ({ title: () => title, expected: () => expected });

export const en = {
  command,
  report,
  code: "en" as "en" | "id",
  roles: { single: "single server", multi: "multi server", client: "client" } satisfies Record<Role, string>,
  statuses: {
    pass: "passed",
    fail: "not passed",
    inconclusive: "not decided",
    skipped: "not tried",
  } satisfies Record<Status, string>,
  models,

  checks: {
    starts: words("Starts", "The program starts and listens on a port within 10 seconds."),
    page: words("Serves a page", "A page from the server's folder comes with status 200, byte for byte."),
    emoji: words(
      "Serves a page with emoji",
      "A page with letters beyond English and emoji (UTF-8) comes with status 200, byte for byte.",
    ),
    "not-found": words("404 for a missing page", "A page that is not there is answered with status 404."),
    "goes-on": {
      title: () => "Goes on when a client has left",
      expected: ({ ways }) =>
        `When a client has left (${list((ways as string[]).map((way) => wayOf(way)))}), the next one is served.`,
    },
    "second-waits": words(
      "The second client waits",
      "While client 1 is connected, client 2 gets no answer. When client 1 leaves, client 2 is served. For a single server, this is right.",
    ),
    "two-clients": words("Two clients at once", "Client 2 is answered while client 1 is still connected."),
    holds: words(
      "No client makes another one wait",
      `Client 2 is answered, whatever client 1 does: ${list(Object.values(holds), "or")}.`,
    ),
    "ten-at-once": {
      title: () => "Ten clients at once",
      expected: ({ clients }) =>
        `${clients} clients are connected, and each is answered while the others stay.`,
    },
    model: {
      title: () => "Uses threads",
      expected: ({ accept }) =>
        `Seen from outside, the server has: ${list((accept as ModelName[]).map((name) => models[name]))}.`,
    },
    "two-browsers": words(
      "Two browsers at once",
      "The second browser shows the page while the first one is open.",
    ),
    "browser-and-client": words(
      "A browser beside a client",
      "A browser shows the page while a command-line client is connected.",
    ),
    large: words("Serves a large page", "A page of 1 MiB comes with status 200, byte for byte."),
    binary: words(
      "Serves a picture",
      "A picture (bytes that are no text) comes with status 200, byte for byte.",
    ),
    pieces: words(
      "A request in pieces",
      "A request whose bytes come in two pieces is answered like one that comes at once.",
    ),
    "dot-dot": words(
      "Keeps other files secret",
      "A request for /../NAME gets no file from outside the server's folder.",
    ),
    "content-length": words(
      "Says how long the answer is",
      "The answer has a Content-Length, and it is right.",
    ),
    connects: {
      title: () => "Takes host and port",
      expected: ({ also, start }) =>
        `Started with a host and a port, the client connects to them${(also as string[]).map((one) => `; ${elsewhere[one] ?? one}`).join("")}.${(start as string[]).length > 0 ? ` It is started as: ${list((start as string[]).map((form) => `client ${form}`))}.` : ""}`,
    },
    get: words(
      "Sends a GET request",
      "For the file that is named, a valid request is sent: GET /NAME HTTP/1.1 (or 1.0), lines that end with CR LF, and an empty line.",
    ),
    prints: {
      title: () => "Prints the response",
      expected: ({ ways }) =>
        `The whole response is printed${(ways as string[]).includes("pieces") ? ", also when it comes in pieces" : ""}.`,
    },
    "shows-404": words("Shows a 404", "When the server answers 404 Not Found, the user sees it."),
    "asks-again": words("Goes on after a 404", "After a 404 the user can ask for another file, and gets it."),
    exit: words("Leaves at exit", 'When "exit" is typed, the client ends.'),
    "nobody-listens": words(
      "Says that nobody listens",
      "Where no server listens, the client says so, and does not crash.",
    ),
  } satisfies Record<CheckName, Words>,

  kernel: ({ accepted, acceptQueue, unreadBytes }: KernelEvidence) =>
    `The operating system says: ${accepted ? "the server had accepted the connection" : `the server had not accepted the connection (${acceptQueue} in the accept queue)`}, and ${unreadBytes === 0 ? "had read all that the client sent" : `had not read ${bytes(unreadBytes)} of what the client sent`}.`,

  hold: (hold: Hold, outcome: Outcome | null) =>
    `${holds[hold]}: ${outcome === null ? "this can't be tried at this server" : outcomes[outcome]}`,

  ways: {
    close: wayOf("close"),
    reset: wayOf("reset"),
    exit: wayOf("exit"),
    silent: wayOf("silent"),
    half: wayOf("half"),
  },

  got: {
    listens: (port: number) => `It listens on port ${port}.`,
    listensAt: (address: string, port: number) =>
      `It listens on port ${port}, but only at the address ${address}. Here it was given that address; a machine that does not have it refuses. "" or 0.0.0.0 listens at every address.`,
    page: (bytes: number, path: string) => `${path}: status 200, and all ${bytes} bytes are right.`,
    pageAndLineEnd: (bytes: number, path: string) =>
      `${path}: status 200, and all ${bytes} bytes are right. A line end comes after them that does not belong to the file; a browser does not mind.`,
    fixedPage: (count: number) =>
      `The same ${bytes(count)} came for this page and for one that is not there.`,
    status: (status: number, path: string) => `${path}: status ${status}.`,
    differs: (path: string, got: number, expected: number, at: number) =>
      got < expected && at === got
        ? `${path}: only the first ${got} of ${expected} bytes came.`
        : `${path}: ${bytes(got)} came, ${expected} were expected. They differ from byte ${at + 1} on.`,
    unanswered: {
      answered: () => "It was answered.",
      silent: () => "No answer came within 5 seconds.",
      closed: () => "The server closed the connection without an answer.",
      refused: (error: string) => `The connection was refused or reset (${error || "no reason given"}).`,
      "not HTTP": (error: string) => `The answer is not HTTP: ${error}.`,
      "no empty line": () =>
        "The answer begins rightly, but its head does not end: no empty line comes after it.",
      endless: (error: string) =>
        error
          ? `The answer did not come whole: ${error}.`
          : "The answer did not come to an end within 5 seconds.",
    },
    crashed: "The server ended while it was asked.",
    allHolds: (tried: number, all: number) =>
      tried === all
        ? "Client 2 was answered each time."
        : `Client 2 was answered each time; ${tried} of the ${all} situations could be tried at this server.`,
    someHolds: (wrong: readonly string[]) => `${wrong.join("; ")}.`,
    served: (some: number, all: number) =>
      `${some} of ${all} clients were answered while the others were there.`,
    toldBySource: (name: string, code: string, path: string) =>
      `Its source tells more: ${name}, by ${code} (${path}).`,
    model: (name: string, reason: string) =>
      `Seen from outside: ${name}${reason ? `, because ${reason}` : ""}.`,
    endedAfter: (way: string) => `The server ended when a client had left (${way}).`,
    deafAfter: (way: string) => `When a client had left (${way}), the next one was not answered.`,
    deafLater: "When a client had left, the next one was not answered within 5 seconds.",
    wentOn: (ways: readonly string[]) => `The next client was served each time: ${ways.join("; ")}.`,
    browserNoHttp:
      "A browser shows nothing of it, because its answer is not HTTP: that is the page check's matter, and does not count here again.",
    browserNoPage: (status: number) =>
      `The browser got an error status (${status}) and no page: that is the page check's matter, and does not count here again.`,
    outside: (path: string) => `${path} gave a file that lies outside the server's folder.`,
    inside: "No file from outside was given.",
    noLength: "The answer has no Content-Length.",
    length: (length: string) => `Content-Length: ${length}, which is right.`,
    wrongLength: (length: string, right: number) => `Content-Length: ${length}; the page has ${right} bytes.`,
    lacking: (language: string, program: string) =>
      language === ""
        ? `This machine lacks the program ${program}, so it could not be tried.${toInstall(program, "To install it:")}`
        : `This machine has no ${language} (the program ${program}), so it could not be tried.${toInstall(program, "To install it:")}`,
    lacks: {
      dependency: (what: string, asked: string | null = null) =>
        `It needs ${what}, which this machine does not have${asked ? ` (${asked} asks for it)` : ""}.`,
      download: (what: string) => `Its build fetches ${what}, and the network is closed.`,
      windows: (what: string) => `It uses ${what}, which only Windows has.`,
      "python 2": () => "It is written in Python 2.",
      window: () => "It opens a window.",
    } satisfies Record<Lack["why"], (what: string, asked?: string | null) => string>,
    notBuilt: (language: string) =>
      language === ""
        ? "The program could not be built."
        : `The program could not be compiled (${language}).`,
    spared: (why: string) => `Not tried, because of what happened before: ${why}`,
    refusedSomeCall:
      "The system ended it (SIGSYS), because it made a system call that no server or client of a course needs, and that the sandbox refuses: keys, mounts, namespaces and the like.",
    refusedCall: (call: string) =>
      `The system ended it (SIGSYS), because it made the system call ${call}, which no server or client of a course needs, and which the sandbox refuses.`,
    excess: {
      memory: (used: number) => `The program was ended: it used ${used} MiB of memory.`,
      processes: (used: number) => `The program was ended: it had ${used} processes and threads.`,
      namespaces: () => "The program was ended: it made itself root of a namespace of its own.",
      browser: (used: number) =>
        `The program was ended: a page of it made a browser take ${used} MiB of memory.`,
      sockets: (used: number) =>
        `The program was ended: it had ${used} sockets, whose buffers could take more memory than it may have.`,
    },
    disagree: (passes: number, all: number, got: string) =>
      `${passes} of ${all} attempts went well. In another one: ${got}`,
    notFound: {
      none: (_: readonly string[]) =>
        "No program was found: the submission has no file in a language that is known here.",
      absent: (seen: readonly string[]) =>
        seen.length === 0
          ? "There is no other program in the submission."
          : `It is not in the submission, whose programs are: ${seen.join(", ")}.`,
      unsupported: (seen: readonly string[]) =>
        `These are in a language that can't be graded here: ${seen.join(", ")}.`,
      archives: (seen: readonly string[]) =>
        `No program was found. The submission holds several archives, and they were not opened: ${seen.join(", ")}.`,
      several: (seen: readonly string[]) => `It could be any of these: ${seen.join(", ")}.`,
      manifest: (seen: readonly string[]) => `antre.yaml can't be read. ${seen.join(" ")}.`,
      "no folder": (seen: readonly string[]) => `There is no folder "${seen.join("")}" in the submission.`,
    },
    timeUp: (seconds: number) =>
      `The checks of this program took more than ${seconds} seconds; this one was not made.`,
    broken: (detail: string) => `The grader itself failed: ${detail}`,

    connected: (address: string) => `It connected to ${address}.`,
    notConnected: {
      ended: (status: string) => `It ended (${status}) without connecting.`,
      waiting: () => "It did not connect within 5 seconds, not even when a file name was typed.",
    },
    sent: (line: string) => `It sent: ${line}`,
    noRequest: "It connected, and sent nothing within 5 seconds after a file name was typed.",
    badRequest: {
      line: (line: string) => `Its first line is: ${line}`,
      path: (line: string, path: string) =>
        `It asked for another file than ${path}. Its first line is: ${line}`,
      blank: () => "Its request does not end with an empty line.",
      "bare LF": () => "Its lines end with LF alone (\\n), not with CR LF (\\r\\n).",
    },
    printed: (words: number) => `All ${words} parts of the page were printed.`,
    printedSome: (some: number, all: number) => `${some} of ${all} parts of the page were printed.`,
    printedInPieces: (some: number, all: number) =>
      `Of a page that came in three pieces, ${some} of ${all} parts were printed.`,
    shown404: "The 404 was shown.",
    perhaps404:
      "Something was printed that is not printed for other pages. Whether it says that the page is not there, a human decides.",
    typed: (lines: readonly string[]) => `Typed, line by line: ${lines.join(" | ")}`,
    strange: "It asked for something that the grader could not answer.",
    noConsole: "It asks for a console (System.console), which there is only at a terminal.",
    connectedBy: {
      keyboard: (port: number) => `It asked its user for them, and then connected to port ${port}.`,
      itself: (port: number) =>
        `It connected to port ${port}, which is written in the program, and not to the one that it was given.`,
    },
    neverAsked:
      "A file name was typed, and no request came. The program may have taken it for the answer to another question.",
    endedEarly: (status: string) => `It ended (${status}) before exit was typed.`,
    notShown404: "Neither 404 nor the page that says so was shown.",
    askedAgain: "The next file was asked for, and printed.",
    onlyAskedAgain: "The next file was asked for.",
    wentOnClosed: "The server had closed the connection, and the client went on to use it.",
    endedAtOnce: (status: string) => `It connected, and ended (${status}) without a request.`,
    notAskedAgain: {
      ended: "The client ended after the 404.",
      "ended at once": "The client ended after its first answer.",
      "not printed": "The next file was asked for, but not printed.",
    },
    asksOnce: "This does not apply: it asks for one page, and ends.",
    neverEnded: "It did not end after its answer, although it was asked for one page only.",
    crashedAfter: (status: string) => `It crashed after its answer (${status}).`,
    startedAs: (command: string) => `It was started as: ${command}`,
    opensWindow: (toolkit: string) => `It opens a window (${toolkit}).`,
    wantsOtherWords: (usage: string) => `It wants other words after its name than the grader knows: ${usage}`,
    left: (status: string) => `It ended (${status}).`,
    stayed: "It went on running after exit was typed.",
    said: "It said so, and did not crash.",
    perhapsSaid: "It printed nothing in other words than where a server listens.",
    silentThere: "It said nothing that it does not say where a server listens.",
    hung: "It neither ended nor said anything within 5 seconds.",
    killedThere: (signal: string) => `It was ended by the signal ${signal}, and said no sentence of its own.`,
    crashedThere: "It crashed: it shows the error of its language, not a sentence.",
    exit: (status: number | null, signal: string | null) =>
      signal ? `ended by ${signal}` : `exit status ${status ?? "unknown"}`,
  },

  hints: {
    undecided:
      "The attempts did not agree, so a human decides. Does the program have a race, or does it need more time?",
    crashed:
      "Look at its last output below. Catch the error of one client, so that it does not end the whole server.",
    status200: "When the file is there, answer with HTTP/1.1 200 OK.",
    // Without its name, so that the same mistake with several pages is told once.
    notFoundThough:
      "The file is there: it lies in the folder in which the server is started. Open it relative to that folder, without the / in front.",
    status404: "When the file is not there, answer with HTTP/1.1 404 Not Found.",
    missingAs200: "The status line must say 404 Not Found. A page that says so is not enough.",
    shows: "Correct what the page check found first; then the browsers can be tried.",
    missingUnanswered:
      "When the file can't be opened, catch the error and answer with HTTP/1.1 404 Not Found.",
    fixedPage:
      "Every request gets the same text, also one for a file that is not there. Take the file's name from the first line of the request, open that file, and send what is in it.",
    page: {
      "letters counted":
        "Content-Length counts bytes, not letters. Encode the text first, then take its length: len(body.encode()) in Python, body.getBytes(UTF_8).length in Java, Buffer.byteLength(body) in JavaScript.",
      empty: "The head came, but not the content of the file. Send it after the empty line.",
      "cut short":
        "The end is missing. One send may send only a part: use sendall, or send in a loop. Read the whole file, and check Content-Length.",
      "something before it":
        "Something comes between the head and the file. The head ends with one empty line; after it comes the file, from its first byte.",
      "something after it": "More came than the file holds. Send only the file's bytes after the empty line.",
      "line ends": "Line ends were changed. Open the file in binary mode (rb) and send its bytes.",
      "text made of bytes":
        "The file was read as text and written anew. Open it in binary mode (rb) and send its bytes as they are.",
      "other page": "Another page came. Send the file that was asked for.",
      "other bytes": "Send the file's bytes as they are, from its beginning to its end.",
    } satisfies Record<Exclude<Difference, "line end after it">, string>,
    unanswered: {
      answered: "",
      silent:
        "Does the server answer when the empty line of the request has come, and within 5 seconds? If it reads until the client closes, it waits for ever.",
      closed: "Send an answer before the connection is closed. Does an exception end it?",
      refused:
        "Does the server call accept again for each client? Close a connection with close, after all was sent.",
      "not HTTP":
        "An answer begins with a status line: HTTP/1.1 200 OK, then the fields, then an empty line.",
      "no empty line":
        "End the head with an empty line before the page: the status line and each field end with \\r\\n, and one more \\r\\n follows the last of them.",
      endless:
        "Stop sending at the end of the file. If there is a Content-Length, it must be the number of bytes of the body.",
    },
    silent: {
      "not-accepted":
        "The connection lies in the accept queue: does the server do something else before it calls accept, or between two clients?",
      "not-read":
        "The connection was accepted, and what the client sent lies unread: does the program wait for something else, such as the keyboard, a lock or another client?",
      "reads-on":
        "The request was read to its end, and the program waits for more of it: recv in a loop until nothing comes waits until the client closes. Stop at the empty line that ends the request.",
    } satisfies Record<WhySilent, string>,
    secondLost: (right: "concurrent" | "blocks"): string =>
      right === "blocks"
        ? "Client 2 may wait, but must be served when client 1 has left. Does the loop call accept again after each client?"
        : "Give each client a thread of its own, and let an error in one not end the others.",
    otherVerdict: (right: "concurrent" | "blocks"): string =>
      right === "blocks"
        ? "A single server serves one client until it leaves, and only then accepts the next: no thread, no process, no select."
        : "Start a thread for each client right after accept (start, not run or join), go back to accept at once, and hold no lock while a client is served.",
    holds: {
      kept: "Start a thread for each client right after accept, go back to accept at once, and hold no lock while a client is served.",
      idle: "Start the thread before anything is read, and do not wait for it (join): while client 1 says nothing, the accept loop must go back to accept.",
      partial:
        "Read the request in the client's own thread, not in the accept loop, and hold no lock while reading.",
      unread:
        "Send in the client's own thread, and hold no lock while sending. One loop for many clients must send only what there is room for, and the rest later.",
    } satisfies Record<Hold, string>,
    holdsAccepted:
      "The connection was accepted, but whoever has it waits for client 1: is a lock held while a request is read or an answer is sent?",
    acceptLoop:
      "Clients were left in the accept queue: something in the accept loop waits for one client (recv, join, or the serving itself). Start a thread right after accept, and go back to accept.",
    served:
      "All were accepted, but they wait for one another: do their threads wait for one lock, or does one thread serve them in turn?",
    poolTooSmall: (some: number, language: string | null) =>
      `Is there a pool of threads that is too small? It serves only so many at once, here ${some}${language === "Python" ? ": ThreadPoolExecutor() without max_workers, for example, has only 4 more than the machine has processors" : ""}. Start a thread for each client, or make the pool larger.`,
    model: (wanted: readonly string[]) => `The assignment asks for: ${list(wanted)}.`,
    modelUndecided: (language: string) =>
      `From outside this can't be decided${language ? ` for ${language}` : ""}: a human must look at the source.`,
    goesOn:
      "Catch the errors of recv and send (a client that is gone), close that connection, and accept the next client.",
    pieces: "One recv may bring only a part of a request. Read on until the empty line has come.",
    outside: "Resolve the path first, and refuse what does not lie in the folder.",
    contentLength:
      "Send Content-Length with the number of bytes of the body. Without it, a browser can't know when the page ends.",
    notBuilt:
      "The compiler's words are below. Compile it yourself first, on Linux if you can. If it needs other options, write them into antre.yaml: build: COMMAND.",
    spared: "Correct that first; then this can be checked.",
    refusedCall:
      "Leave that call out: sockets, files, threads and processes are allowed. If a library makes it, use another one.",
    excess: "Look for a loop that starts threads or processes, or keeps data, without end.",
    lacks: {
      dependency: "A human decides. Where it is installed, the program can be graded again.",
      download:
        "A human decides. Hand in what it fetches with it, or say in antre.yaml how it is built without.",
      windows: "A human decides. On Windows it can be tried: npm run grade -- --self FOLDER.",
      "python 2": "A human decides. Where Python 2 is installed, it can be graded again.",
      window: "A human decides. The grader has no screen: it tries programs that are used in a terminal.",
    } satisfies Record<Lack["why"], string>,
    network:
      "A human decides. The grader's sandbox reaches no other machine: listen on 0.0.0.0 or 127.0.0.1, and let the client connect to the host that it is given.",
    taken:
      "Does another program have the port? Set SO_REUSEADDR before bind: without it the port stays taken for a minute after the program has ended.",
    notStarted: {
      ended: "Start it yourself, without arguments, in its own folder. Its last output is below.",
      "no port":
        "Does it call bind and listen? Does it wait for the keyboard? It must start without questions, with its port in the program or from its arguments.",
      "other port": "Let it listen on the port that antre.yaml says.",
    },
    noLoneAnswer: {
      refused: "Does the server call accept again for each client?",
      closed: "Send an answer before the connection is closed.",
      silent: "Does the server answer when the empty line of the request has come?",
      unasked: "Read the request first, and answer then.",
      broken: "An answer begins with a status line: HTTP/1.1 200 OK.",
      endless:
        "Stop sending at the end of the file. A Content-Length must be the number of bytes of the body.",
    },
    notFound: {
      none: (role: Role, line: string) => handIn(role, line),
      absent: (role: Role, line: string) => handIn(role, line),
      unsupported: () => "A human decides. The languages that can be graded are named in the README.",
      archives: () => "Hand in the programs themselves, or one zip file with all of them.",
      several: (_: Role, line: string) =>
        `Keep one of them, or say which one counts: write a file antre.yaml into the folder, with the line: ${line}`,
      manifest: () =>
        "Mend that line of antre.yaml, or remove the file: then the programs are found by their names and by what they do.",
      "no folder": () => "Write the folder into antre.yaml as it is called in the submission.",
    } satisfies Record<NotFound["why"], (role: Role, line: string) => string>,
    timeUp:
      "A human decides. Is the program very slow, or does it often keep its clients waiting? The rubric's limits say how long it may take.",
    broken:
      "This is not the program's fault. Grade it again; if it happens again, tell whoever looks after the grader.",

    connects: "Read the host and the port from the arguments: client HOST PORT, or client HOST PORT FILE.",
    crashedAfter: "Look at its last words below: after the answer comes an error that nobody has caught.",
    neverEnds:
      "Stop reading when the whole response has come (Content-Length bytes, or until the connection is closed), and end.",
    opensWindow: "A human decides. The grader has no screen: it can try a client that is used in a terminal.",
    wantsOtherWords: (line: string) =>
      `A human decides. If the program is right, antre.yaml can say how it is started, for example: ${line}`,
    clientCrashed:
      "It crashed before it had connected. Look at its last words below, and start it as the grader does: client HOST PORT.",
    get: "Send: GET /NAME HTTP/1.1, then Host: HOST, then an empty line; every line ends with \\r\\n. (In Java, println ends a line as the system does: print \\r\\n yourself.)",
    hostMissing: "HTTP/1.1 asks for a Host field: send Host: HOST too.",
    prints:
      "Read on until the whole response has come (Content-Length bytes, or until the connection is closed), and print it.",
    printsNothing:
      "Print the whole response on the screen; to save it in a file is not enough. Read on until all of it has come (Content-Length bytes, or until the connection is closed).",
    wentOnClosed:
      "A server may close the connection after an answer, or when nothing comes for a while. Stop reading when Content-Length bytes have come, and connect anew for the next file if the connection is closed.",
    shows404: "Print the status line, or the page that comes with it.",
    asksAgain:
      "After each answer ask for the next file name. If the server has closed the connection, connect again.",
    exit: 'Compare what is typed with "exit", without the line end, and end the program.',
    noConsole:
      "A human decides. Read from System.in (Scanner or BufferedReader) instead, and it can be graded without one.",
    strange:
      "A human decides. Let the program ask only for a file name, and take the host and the port from its arguments.",
    neverAsked: "A human decides. Let the program ask only for a file name, or exit, after each answer.",
    perhapsSaid: "A human decides. Print a sentence: who could not be reached, and why.",
    nobodyListens: "Catch the error of connect and print a sentence: who could not be reached, and why.",
  },

  /** How it was told which program is which. */
  told: {
    command: () => "the command line says so",
    manifest: () => "antre.yaml says so",
    name: () => "by name",
    only: () => "the only one",
    elimination: () => "by elimination",
    content: (what: Does) => `by what it does: ${does[what]}`,
    mode: (mode: string) => `one program that is told which to be: ${mode || "nothing"}`,
    looking: (what: ModelName) => `by looking at it: ${models[what]}`,
  },

  submission: {
    /** A hint as it stands where it is said already that a human decides. */
    remedy: (hint: string) => hint.replace(/^A human decides[.:] /, ""),
    leftOut: (paths: readonly string[]) =>
      `Left out, because they are links or would lie outside the folder: ${paths.join(", ")}. If they are needed, ask for the files themselves.`,
    unopened: {
      "too large": (detail: string) => `it is larger than ${detail}`,
      "too many": (detail: string) => `it has more than ${detail} files`,
      "too deep": (detail: string) => `it has folders in folders, more than ${detail} levels deep`,
      broken: (detail: string) => `the archive is broken (${detail})`,
      strange: (detail: string) =>
        `it is an archive of a kind that can't be opened here (${detail}); zip or tar can`,
      empty: () => "it is empty",
      name: (detail: string) => `its name is not in UTF-8, so it can't be found again: rename ${detail}`,
      missing: (detail: string) => `there is no such file or folder: ${detail}`,
    },
    notOpened: (why: string) =>
      `The submission could not be opened: ${why}. Ask for it as a folder, a zip or a tar file.`,
    undecided: (titles: readonly string[], why: string) => `Not decided: ${titles.join(", ")}. ${why}`,
    undecidedAll: (roles: readonly string[], why: string) =>
      `The ${theRoles(roles)} ${roles.length > 1 ? "are" : "is"} not decided. ${why}`,
    untold: (roles: readonly string[], why: string, remedy: string) =>
      `It could not be told which program is the ${theRoles(roles)}. ${why} ${remedy}`,
    paste: (line: string) => `If it is so, write into antre.yaml: ${line}`,
    otherWork: {
      "not asked for": (seen: readonly string[]) =>
        `It does not hold what is asked for, but other programs: ${seen.join(", ")}.`,
      chat: (seen: readonly string[]) => `It holds no such coursework, but a chat: ${seen.join(", ")}.`,
      game: (seen: readonly string[]) => `It holds no such coursework, but a game: ${seen.join(", ")}.`,
      udp: (seen: readonly string[]) =>
        `It holds no such coursework, but programs that use UDP: ${seen.join(", ")}.`,
      proxy: (seen: readonly string[]) => `It holds no such coursework, but a proxy: ${seen.join(", ")}.`,
      "no network": (seen: readonly string[]) =>
        `It holds no such coursework: none of its programs listens or connects (${seen.join(", ")}).`,
      nothing: (seen: readonly string[]) => `It holds no program: ${seen.join(", ")}.`,
    } satisfies Record<OtherWork["kind"], (seen: readonly string[]) => string>,
  },
};

const handIn = (role: Role, line: string): string =>
  `Name the file ${role === "client" ? "client" : `server_${role}`}, with the ending of its language (.py, .js, .java, .c, .go ...), or write a file antre.yaml into the folder, with a line such as: ${line}`;

/** single server, the multi server and the client */
const theRoles = (roles: readonly string[]): string =>
  list(
    roles.map((role, at) => (at > 0 ? `the ${role}` : role)),
    "and",
  );

/** What a program does, as its source says. */
const does: Record<Does, string> = {
  connects: "it connects to a server",
  "one at a time": "it listens, and serves one at a time",
  threads: "it listens, and serves with threads",
  processes: "it listens, and serves with processes",
  events: "it listens, and serves many in one loop",
  "means to": "it listens, and has what it takes to serve several",
};

function wayOf(way: string): string {
  const ways: Record<string, string> = {
    close: "it closed its connection after its answer",
    reset: "it broke its connection off after its answer",
    exit: "it sent exit after its answer",
    silent: "it left without a word",
    half: "it left in the middle of a request",
  };
  return ways[way] ?? way;
}
