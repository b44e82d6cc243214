import { howToInstall, toolMissing } from "../../cli/install.js";
import { toolOf } from "../../cli/tools.js";
import type { WhySilent } from "../../results/result.js";
import type { Reason } from "../lab/experiments/model/classify.js";
import type { ProbeFigures } from "../lab/experiments/model/model.js";
import type { NonTcpActivity } from "../lab/kernel/index.js";
import type { BrowserTrouble } from "../lab/observe/client-factory.js";
import type { NotStarted } from "../lab/process/not-started.js";
import type { ServerEnding } from "../lab/subject/ending.js";
import type { NothingServed } from "../lab/subject/nothing-served.js";
import { lastWords } from "./last-words.js";

const lastLines = (output: string[]): string => {
  const said = lastWords(output);
  return said.length === 0 ? "It wrote nothing." : `It wrote last: ${said.join(" / ")}`;
};

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;
const there = (number: number, one: string, many: string): string =>
  `there ${number === 1 ? "was" : "were"} ${count(number, one, many)}`;

/** Some servers keep what has served a client for the next one. */
const others = (held: number, [first, last]: readonly [number, number]): string =>
  last - first < held ? " (those that were there already served the others)" : "";

/** What the kernel says that a program does instead of listening; else what it may be. */
function otherActivity(activity: NonTcpActivity | null): string {
  if (activity?.readsInput) return ": it waits for input from the keyboard, which Antre does not give.";
  const { udpPorts = [] } = activity ?? {};
  if (udpPorts.length > 0)
    return `: it has ${udpPorts.length === 1 ? "UDP port" : "UDP ports"} ${udpPorts.join(", ")}, but HTTP needs TCP (SOCK_STREAM).`;
  return ". Does it wait for input from the keyboard, or is it a UDP server?";
}

const silences: Record<WhySilent, string> = {
  "not-accepted": "it listens, and has not accepted the connection",
  "not-read": "it has accepted the connection, and has not read what the client sent",
  "reads-on":
    "it has accepted the connection and read all that the client sent, and one of its threads waits for more",
};

export const en = {
  questions: {
    "one-client": "Is one client on the command line answered?",
    "two-clients": "Does a client that stays connected make the next one wait?",
    "one-browser": "Does a browser show the page?",
    "two-browsers": "Does a browser that shows the page make the next one wait?",
    "client-and-browser": "Does a client that stays connected make a browser wait?",
    "browser-and-client": "Does a browser that shows the page make a client wait?",
    holds: "In which of four situations does the next client have to wait?",
    model:
      "How does the server serve several clients: one by one, by threads, by processes, by an event loop?",
    "pool-limit": "How many clients are served until one has to wait?",
    backlog: "How many clients may connect while nobody is accepted?",
    zoo: "Are well-known servers, seen from outside, what their documentation says?",
    "two-connections": "Of two connections that a benchmark tool keeps busy, is the second one ever served?",
    load: "How much does each server serve, how long do clients wait, and who is never served?",
    "open-load":
      "How long does each request wait when they come at a fixed rate, below, at and above what the server can do?",
    crowd: "How long does the last one wait when many clients come at once?",
    cost: "What does a connection that stays and does nothing cost the server?",
    "slow-client": "What does one client that sends or reads a byte a second do to the others?",
    "not-found": "What does a client get when it asks for a file that is not there?",
    report: "Do all fourteen observations of the course report come out again?",
    all: "What do all of these find, on one page?",
  } as Record<string, string>,

  list: "The scenarios. Run one with: npm run scenario NAME",
  usage: (names: string) => `Usage: npm run scenario NAME [-- options]

Runs one experiment on real servers and says who waited for whom.
Without NAME, the scenarios are listed. NAME is one of:
${names}

Options:
  --servers A,B            which of Antre's own servers
                           (default: all that the scenario compares)
  --server "NAME=COMMAND"  a server of your own, in any language;
                           may be repeated
  --port N                 the port, for a server whose port cannot be found out
  --path PATH              what the clients ask for (default /index.html)
  --browser PATH           a browser's program; may be repeated
                           (default: those that are installed)
  --large PATH             a file too large for every buffer, for a client that
                           does not read (default /large)
  --trials N               how often each experiment is made
                           (default 3; report: 1)
  --connections N,N,...    how many connections, one load after the other
                           (default of load: 1,2,10,100; of cost: 10,100,500;
                           of open-load: 10; of slow-client: 4)
  --clients N,N,...        how many clients, one crowd after the other
                           (default of crowd: 1 to 1000; of events 5000)
  --stay N                 how many milliseconds each client of a crowd stays
                           (default 10)
  --percent N,N,...        open-load: how much is planned, in percent of what
                           the server can do (default 50,80,100,120)
  --seconds N              how long each load takes (default of load: 0.5);
                           how long a crowd is waited for (20)
  --only NAME,NAME,...     all: only these scenarios
  --out FOLDER             where the results are written (default results/runs)
  --json                   print only the result, as JSON, on standard output
  --lang en|id             the language
  --help                   this text

Exit status: 0 all as expected, 1 something was not, 2 wrong usage,
3 it could not be carried out.`,

  unknownScenario: (name: string, names: string) =>
    `There is no scenario "${name}". The scenarios are: ${names}.`,
  unknownServer: (name: string, names: string) =>
    `Antre has no server "${name}". It has: ${names}. A server of your own is named with --server "NAME=COMMAND".`,
  eatenByNpm: (option: string) =>
    `npm took the option ${option} for itself. Write -- before the options: npm run scenario NAME -- ${option} ... (in PowerShell: npm.cmd run ...).`,
  unknownOption: (option: string) => `There is no option ${option}. --help lists the options.`,
  missingValue: (option: string) => `The option ${option} needs a value. --help lists the options.`,
  noValue: (option: string) => `The option ${option} takes no value.`,
  surplus: (word: string, byNpm: boolean) =>
    `"${word}" was not expected here.${byNpm ? " If it belongs to an option, write -- before the options: npm run scenario NAME -- OPTIONS." : ""} --help shows how the command is used.`,
  otherScenario: (option: string, scenario: string, owners: string) =>
    `The scenario ${scenario} has no option ${option}. It belongs to: ${owners}.`,
  portOfNoServer:
    'The option --port says where your own server listens. Name that server, too: --server "NAME=COMMAND".',
  badNumber: (option: string, value: string, least: number, most: number) =>
    `The option ${option} is a whole number from ${least} to ${most}, not "${value}".`,
  badSeconds: (value: string) =>
    `The option --seconds is a number from 0.1 to 600, such as 2 or 0.5, not "${value}".`,
  badServer: (value: string) =>
    `The option --server is NAME=COMMAND, for example --server "mine=python3 server.py", not "${value}".`,
  sameName: (name: string) => `Two servers are named "${name}". Give each a name of its own.`,
  badPath: (option: string, value: string) =>
    `The option ${option} is a path that begins with /, such as /index.html, not "${value}".`,
  badLanguage: (value: string) => `The option --lang is en or id, not "${value}".`,
  onlyReportServers: (name: string) =>
    `The scenario report compares two servers, named single and multi, not "${name}". Name yours so: --server "single=COMMAND" --server "multi=COMMAND".`,
  noBrowser: (trouble: BrowserTrouble | null) => {
    if (trouble === null)
      return `there is no browser that could be found on this machine. Install Chrome, Edge, Chromium or Firefox (${howToInstall(["chromium", "firefox"])}), or name one with --browser PATH`;
    const { path, how, output } = trouble;
    const what = {
      missing: `there is no program ${path}`,
      ended: `${path} ended before it had a page open`,
      late: `${path} had no page open within a minute`,
      idle: `${path} was told to open the page, and had not asked for it after half a minute`,
      deaf: `${path} did not do what a browser does`,
    };
    const said = output && `. ${lastLines(output.split("\n").filter(Boolean)).replace(/\.$/, "")}`;
    return `${what[how]}${said}. Name another browser with --browser PATH`;
  },
  doing: (scenario: string, server: string, done: number, all: number) =>
    `${scenario}: ${server} (${done + 1} of ${all})`,
  doingSize: (turn: string, clients: string) =>
    `${turn}, ${clients} ${clients === "1" ? "client" : "clients"}`,
  doingTrial: (turn: string, trial: number, all: number) => `${turn}, trial ${trial} of ${all}`,
  waitingForPort: (server: string, ports: string, seconds: number) =>
    `${server}: port ${ports} is kept by its last connections (TIME_WAIT). Waiting until it is free, ${seconds} s at the most. With SO_REUSEADDR before bind nobody would have to wait.`,
  written: (paths: string) => `Written: ${paths}`,
  interrupted: "Interrupted. The servers were ended; nothing was written.",
  interruptedLate: (folder: string) =>
    `Interrupted. The servers were ended; what was finished is in ${folder}.`,

  modelReasons: {
    ends: () => "it ended each time its client left, and had to be started again",
    "one in turn": ({ threads, processes, accepted }) =>
      `while the first client stayed, the next one waited ${accepted === null ? "" : accepted ? "inside the server " : "in the accept queue "}until the first one had left${threads[1] === 0 ? "" : `; threads stayed at ${threads[1]}, processes at ${processes[1]}`}`,
    lock: ({ threads }) =>
      `the next client was accepted by another thread (${threads[1]} before), which waits for a lock until the first has left: it serves one at a time all the same`,
    forgotten: ({ accepted }) =>
      `while the first client stayed, the next one was ${accepted === null ? "" : accepted ? "accepted and " : "not accepted and "}never answered, not even when the first one had left`,
    "processes up to": ({ limit, processes }) =>
      `each of the first ${limit} clients had a process of its own (${count(processes[0], "process", "processes")} became ${processes[1]}); the next one had to wait`,
    "workers are processes": ({ limit, processes }) =>
      `${limit} clients were served, the next one waited; ${there(processes[0], "process", "processes")} before the first came, and ${processes[1]} at the end`,
    "workers are threads": ({ limit, threads }) =>
      `${limit} clients were served, the next one waited; ${there(threads[0], "thread", "threads")} in the beginning, and ${threads[1]} at the end`,
    "limit only": ({ limit }) =>
      `${limit} clients were served, the next one waited: a pool of threads or of processes; this system does not say which`,
    "processes grow": ({ held, processes }) =>
      `all ${held} clients were served, and the processes grew with them from ${processes[0]} to ${processes[1]}${others(held, processes)}`,
    "threads grow": ({ held, threads }) =>
      `all ${held} clients were served, and the threads grew with them from ${threads[0]} to ${threads[1]}${others(held, threads)}`,
    "many workers": ({ held }) =>
      `all ${held} clients were served, each by a thread that waits for it alone, and all of these were there before: there are at least ${held} of them`,
    "nothing grows": ({ held, threads, processes }) =>
      `all ${held} clients were served, and neither threads (${threads[1]}) nor processes (${processes[1]}) grew with them; from outside an event loop cannot be told from coroutines or goroutines`,
    "one request in turn": ({ held, threads, processes }) =>
      `all ${held} clients were served, and neither threads (${threads[1]}) nor processes (${processes[1]}) grew with them; but while one client has sent half a request, everybody else waits: a loop watches the connections, and one thread serves one request at a time`,
    "limit without workers": ({ limit, threads }) =>
      `${limit} clients were served by ${count(threads[1], "thread", "threads")}, the next one waited: it limits its connections, but none of them takes a thread of its own`,
    "not held": () =>
      "no client could stay connected to it: it closes the connection after an answer, of a client that says nothing, and after half a request",
    "threads grow elsewhere": ({ held, threads }) =>
      `all ${held} clients were served, and the threads grew with them from ${threads[0]} to ${threads[1]}; but none of the new ones waits for a client: one loop reads from all of them`,
    "turned away": ({ limit, threads, processes }) =>
      `${count(limit, "client was", "clients were")} served, and the next one was turned away while they were there: it did not even wait${threads[1] === 0 ? "" : `; threads: first ${threads[0]}, then ${threads[1]}; processes: first ${processes[0]}, then ${processes[1]}`}`,
    unsettled: ({ said }) =>
      `it was not the same twice. So many clients were served until one had to wait: ${said.map((one) => one ?? "no limit seen").join(", ")}`,
    "no limit only": ({ held }) =>
      `all ${held} clients were served; whether by threads, processes or one loop, this system does not say`,
  } satisfies Record<Reason, (figures: ProbeFigures) => string>,
  nodesOwn: (threads: number) => `. ${threads} of these threads are Node.js's own and serve nobody`,
  onlyWhileAsking: {
    partial: (reason: string) =>
      `clients that rest take no thread, but clients that have sent half a request do: ${reason}`,
    idle: (reason: string) =>
      `clients that have been answered take no thread, but clients that have sent nothing yet do: ${reason}`,
  },
  outcomes: {
    refused: "it refused or reset client 2, which a client that is alone is not",
    silent: "it never answered client 2, not even when client 1 had left",
    broken: "client 2 got another answer than a client that is alone",
  },
  crowdOutcomes: {
    refused: "of the clients who came together it refused or reset some, which a client that is alone is not",
    silent: "of the clients who came together it never answered some, not even when the others had left",
    broken: "of the clients who came together some got another answer than a client that is alone",
  },
  ended: ({ when, client, missing, output }: ServerEnding): string => {
    const asked = missing
      ? "it ended when a client asked for a file that is not there"
      : `it ended while ${client === null || client === 1 ? "a client" : `client ${client}`} was asking`;
    const moments = {
      left: "it ended when a client left",
      answered: "it ended when it had answered a client",
      asked,
      unknown: "it ended by itself",
    };
    return `${moments[when]}. ${lastLines(output)}`;
  },
  wrongStatus: (got: string, expected: string, missing: boolean) =>
    `it answered ${got}${missing ? " for a file that is not there" : ""}; ${expected} was expected`,
  notStarted: (error: NotStarted): string => {
    const { reason, ended, output, program, nonTcpActivity, portOwners } = error;
    if (error.portTaken) {
      const [keeper] = portOwners.toSorted(
        (a, b) => Number(a.listener === null) - Number(b.listener === null),
      );
      if (keeper?.listener?.pid) {
        const { pid, command } = keeper.listener;
        return `port ${keeper.port} is used by process ${pid}${command ? ` (${command})` : ""}: end it first, with Ctrl-C in its terminal or with: kill ${pid}`;
      }
      if (keeper?.listener) return `port ${keeper.port} is used by another program: end that program first`;
      if (keeper)
        return `the last connections of port ${keeper.port} keep it for up to a minute (TIME_WAIT): wait a minute, even if you have just set SO_REUSEADDR before bind. From then on nobody has to wait`;
      return `its port is taken: by another program, or for a minute by its own last connections (TIME_WAIT), if it does not set SO_REUSEADDR before bind. ${lastLines(output)}`;
    }
    if (reason === "no port") {
      return `it did not listen on any TCP port within 10 seconds${otherActivity(nonTcpActivity)} ${lastLines(output)}`;
    }
    if (reason === "other port") return `it listens, but not on port ${program.port}. ${lastLines(output)}`;
    const tool = toolMissing(output);
    const said = lastLines(output);
    const saidAndRemedy = tool
      ? `${said.replace(/\.$/, "")}. To install ${toolOf(tool).label}: ${howToInstall(tool)}`
      : said;
    if (ended?.exitCode === 127) return `there is no such program. ${saidAndRemedy}`;
    const how = ended?.signal ? `was ended by ${ended.signal}` : `ended with exit status ${ended?.exitCode}`;
    return `it ${how} before it listened. ${saidAndRemedy}`;
  },
  noLoneAnswer: {
    refused: (error: string | null) =>
      `a client that was alone was refused or reset (${error ?? "no reason given"})`,
    closed: () => "it closed the connection of a client that was alone without an answer",
    silent: (why: string | null) =>
      `it did not answer a client that was alone within 5 seconds${why === null ? "" : `: ${silences[why as WhySilent]}`}`,
    endless: () =>
      "its answer to a client that was alone did not end within 5 seconds, or was shorter than promised",
    unasked: () =>
      "it sends the same to a client that has not asked for anything: that is a greeting, and no answer",
    broken: (detail: string | null) => `its answer is not HTTP: ${detail ?? "it has no status line"}`,
  },
  notSlow:
    "no client could be slow at it: it does not wait for a request that comes byte by byte, and has no file that is too large for every buffer (--large)",
  nothingServed: {
    busy: () => "a client that was alone got no answer within a minute, though one had been answered before",
    status: (status: number | null) =>
      `its answers had ${status === null ? "another status than 2xx" : `status ${status}, not 2xx`}${status === 404 ? ": is the file in the folder that it serves? Another one is named with --path" : ""}`,
    wrong: () =>
      "its answers had another length than that of a client that is alone, or were not HTTP: do its threads share a buffer?",
    lost: () => "it closed or reset the connections instead of answering",
    stopped: () =>
      "it had answered, and then it stopped: connections that had an answer before got no other one",
    silent: () => "it answered none of those who asked, though it had answered a client that was alone",
  } satisfies Record<NothingServed["how"], (status: number | null) => string>,
  notHeld: {
    closed: "it closed the connection of client 1, so client 1 could not stay",
    refused: "it refused or reset client 1",
    silent: "it did not answer client 1, though it had answered before",
    answered: "it answered client 1, which had sent only half a request",
    "not large": "the page for --large is not large enough to fill every buffer",
  },
};
