// A session with a student's client: a page is asked for, one that is not there, another page, and exit.

import type { Kernel } from "../../scenarios/lab/kernel/index.js";
import { type Form, filled, USUAL } from "../forms/form.js";
import { longPage, randomWord, smallPage } from "../pages.js";
import { KeyboardDriver } from "./keyboard-driver.js";
import { type CloseMode, MockServer, type Request } from "./mock-server.js";
import type { Usual } from "./printed.js";
import type { Question } from "./questions.js";
import { type Shown, shownIn } from "./shown.js";
import { EXIT_MS, leave, type Page, type SessionContext, type Taken, take } from "./turn.js";

/**
 * How our server treats the client. A client may read until the server closes, or wait till a time of its own is up, or
 * know from Content-Length that all has come: it is right if it gets on with a server of one of these kinds.
 */
export interface ServerBehaviour {
  habit: CloseMode;
  /** A client that sleeps for so long waits for something else than the answer that it has. */
  patienceMs: number;
  /** Then the server closes the connection, as one that has waited long enough. */
  hangsUp: boolean;
}

export const SERVER_BEHAVIOURS: readonly ServerBehaviour[] = [
  { habit: "stays", patienceMs: 1200, hangsUp: true },
  { habit: "closes", patienceMs: 1200, hangsUp: false },
  // The course report's client waits 10 seconds for more.
  { habit: "stays", patienceMs: 12_000, hangsUp: false },
];

/** A page that was typed, and how much of it was seen again. */
export interface Turn {
  path: string;
  /** Its name was typed; a client that has ended is told nothing. */
  typed: boolean;
  request: Request | null;
  /** The words of the page, and those that were printed. */
  words: readonly string[];
  printed: readonly string[];
}

export interface Transcript {
  /** The port at which it has connected first; null: at none. */
  port: number | null;
  /** From where it knew the port: from its arguments, from the keyboard, or because it is written in it. */
  source: "arguments" | "keyboard" | "itself";
  /** It asked for something that nobody here knows. */
  strange: boolean;
  /** Each start asks for one page only, and its user is not asked for another. */
  once?: boolean;
  /** What it asked with. */
  prompts?: readonly string[];
  /** It was at work for so long after its start that nobody waits any longer. */
  late?: boolean;
  /** Something was typed, and nothing had been printed by then. */
  unseen?: boolean;
  first: Turn;
  missing: Turn & Shown;
  second: Turn;
  /** A request that was begun and not ended. */
  unended: Buffer | null;
  /** Our server has closed a connection: after its answer, or because nothing came. */
  closed: boolean;
  /** How it ended when exit was typed; null: not at all. */
  left: Ended | null;
  /** It had ended before exit was typed. */
  early: Ended | null;
  output: string[];
  typed: string[];
  /** What it prints when all goes well. */
  usual: Usual;
}
export type Ended = NonNullable<KeyboardDriver["ended"]>;

/** A client that takes longer than this to start is not waited for. */
const START_MS = 20_000;
const QUIET_START_MS = 1500;
const MOST_STARTS = 2;
/** Between two pieces of an answer the client has slept for so long: it has seen to what came. */
const PIECE_MS = 100;
const QUIET_ASK_MS = 150;
const LONGEST_PIECE_MS = 5000;

export interface SessionSetup {
  /** The line that starts the client, told this host and port; and the name of a page, where its form takes one. */
  line: (host: string, port: number, file: string) => string;
  /** None: it takes a host and a port, and asks for the rest. */
  form?: Form;
  /** Its source speaks of a word with which its user leaves. */
  goesOn?: boolean;
  kernel: Kernel;
  wrappers: number;
  /** Where a client may connect that does not take what it is told. */
  ports: readonly number[];
}

/** A client is started at its keyboard, with our server; both are ended when it has been used. `first`: what it asks for first. */
async function withTable<T>(
  { line, kernel, wrappers, ports, form = USUAL }: SessionSetup,
  behaviour: ServerBehaviour,
  missing: Buffer,
  first: Page,
  use: (table: SessionContext) => Promise<T>,
): Promise<T> {
  let look = () => {};
  const mockServer = new MockServer(behaviour.habit, missing, () => look());
  const address = await mockServer.listen(ports);
  const file = `${randomWord(6)}.html`;
  if (form.given && first.content !== null) mockServer.offer(`/${file}`, first.content);
  mockServer.wanted = first.content;
  const driver = new KeyboardDriver(line(address.host, address.port, file), kernel, wrappers);
  look = driver.look;
  try {
    const start = () => driver.settled(() => mockServer.arrivals.length > 0, QUIET_START_MS, START_MS);
    let settled = await start();
    // It may have had to wait for a processor.
    for (let more = 0; more < MOST_STARTS && settled === "late" && driver.cpuTimeMs < START_MS / 4; more++)
      settled = await start();
    const entry = (name: string) => filled(form.typed, { ...address, file: name });
    const given = form.given ? file : null;
    return await use({ driver, mockServer, behaviour, address, entry, given, late: settled === "late" });
  } finally {
    await driver.end();
    await mockServer.close();
  }
}

/** Some print only when they end: the end of their input makes them. */
async function lastWords(driver: KeyboardDriver): Promise<string> {
  driver.closeInput();
  await driver.until(() => driver.ended !== null, EXIT_MS / 3);
  return driver.printed;
}

const lines = (printed: string): string[] => printed.split(/\r?\n/).filter(Boolean).slice(-20);

/** Who asks for one of these is told its server by its user. */
const KNOWN_FROM_USER: ReadonlySet<Question> = new Set(["host", "port", "address"]);

/** Holds a session. */
export async function hold(stage: SessionSetup, behaviour: ServerBehaviour): Promise<Transcript> {
  const missingWord = randomWord();
  const notFound = Buffer.from(`<h1>404 ${missingWord}</h1>\n`);
  const page = smallPage();
  return withTable(stage, behaviour, notFound, page, async (table) => {
    const { driver, mockServer, address } = table;
    const first = table.late ? untold(page) : await take(page, table);
    const before = driver.typed.length;
    // Who was given a name may ask for others after it, or end.
    const over =
      first.request === null || (stage.form?.given === true && !(await asksOn(driver, page.content)));
    const asked = over ? idle(first) : await take({ content: null, words: [missingWord] }, table);
    const after = driver.typed.length;
    const second = asked.request === null ? idle(asked) : await take(smallPage(), table);
    // Who never connected is asked nothing more; it may be about to end.
    if (mockServer.arrivals.length === 0 && !table.late)
      await driver.settled(() => driver.ended !== null, QUIET_START_MS, START_MS);
    const early = driver.ended;
    const left = early === null && mockServer.arrivals.length > 0 ? await leave(table) : null;
    const all = await lastWords(driver);
    // A turn begins when its first line is typed: by then the prompt has been printed.
    const from = driver.typed[before]?.at ?? all.length;
    const to = driver.typed[after]?.at ?? all.length;
    const typed = driver.typed.map(({ text }) => text);
    const names = [first, asked, second].map(({ path }) => path.slice(1));
    // Who prints only at the end has no turns that could be told from each other.
    const usual =
      from === 0
        ? { text: all, prompts: [], names }
        : { text: `${all.slice(0, from)}\n${all.slice(to)}`, prompts: driver.prompts, names };
    const questions = [first, asked, second].flatMap(({ questions }) => questions);
    return {
      port: mockServer.arrivals[0] ?? null,
      source:
        stage.form?.typed === "{url}" || questions.some((one) => KNOWN_FROM_USER.has(one))
          ? "keyboard"
          : mockServer.arrivals[0] === address.port
            ? "arguments"
            : "itself",
      strange: questions.includes("strange"),
      prompts: driver.prompts,
      late: table.late,
      unseen: driver.typed.length > 0 && driver.typed.every(({ at }) => at === 0),
      once: first.request !== null && asked.request === null && isOver(stage, driver, asked, early),
      first: again(first, all),
      missing: {
        ...again(asked, all),
        ...shownIn({ turn: all.slice(from, to), all, late: from === 0, word: missingWord }, usual, typed),
      },
      second: again(second, all),
      unended: mockServer.unended,
      closed: mockServer.hungUp || behaviour.habit === "closes",
      left,
      early,
      output: lines(driver.shown),
      typed,
      usual,
    };
  });
}

/** Does it wait for something that is typed? A page may end without a line end, and look like a question. */
async function asksOn(driver: KeyboardDriver, page: Buffer): Promise<boolean> {
  await driver.settled(() => false, QUIET_ASK_MS, LONGEST_PIECE_MS);
  return driver.ended === null && (driver.waitsForKeyboard() || !page.includes(driver.prompt.trim()));
}

/**
 * Is it a client that asks for one page and ends? Of those that ask their user, none that crashed, or that tells how to
 * leave it: that one meant to go on.
 */
function isOver(
  { form, goesOn }: SessionSetup,
  driver: KeyboardDriver,
  { typed }: Turn,
  early: Ended | null,
): boolean {
  const last = driver.prompts.at(-1) ?? "";
  if (typed && !(early !== null && PAUSES.test(last))) return false;
  if (form?.given) return true;
  return early?.status === 0 && !goesOn && !driver.prompts.some((prompt) => LEAVES.test(prompt));
}

const LEAVES = /\b(exit|quit|keluar|selesai|bye)\b/i;
/** So that a window does not close at once. */
const PAUSES = /\b(enter|return|tombol|key)\b/i;

/** Has one page asked for, of some length, and sends it in pieces: who reads once prints the first of them. */
export async function takeInPieces(
  stage: SessionSetup,
  behaviour: ServerBehaviour,
): Promise<{ turn: Turn; output: string[] }> {
  const page = longPage();
  return withTable(stage, behaviour, Buffer.from("<h1>404</h1>\n"), page, async (table) => {
    const { driver, mockServer } = table;
    // It has read what came when it sleeps again, or waits for the keyboard.
    mockServer.pace = () => driver.settled(() => false, PIECE_MS, LONGEST_PIECE_MS);
    const taken = await take(page, table);
    if (driver.ended === null) await leave(table);
    const all = await lastWords(driver);
    return { turn: again(taken, all), output: lines(driver.shown) };
  });
}

/** Has only a page asked for that is not there, after another session in which a page was. */
export async function takeMissing(
  stage: SessionSetup,
  behaviour: ServerBehaviour,
  { usual }: Transcript,
): Promise<Pick<Transcript, "missing" | "output" | "typed">> {
  const word = randomWord();
  const page = { content: null, words: [word] };
  return withTable(stage, behaviour, Buffer.from(`<h1>404 ${word}</h1>\n`), page, async (table) => {
    const { driver } = table;
    const taken = await take(page, table);
    const all = await lastWords(driver);
    const typed = driver.typed.map(({ text }) => text);
    const names = [...typed, taken.path.slice(1), ...(usual.names ?? [])];
    const shown = shownIn({ turn: all, all, late: false, word }, usual, names);
    return { missing: { ...again(taken, all), ...shown }, output: lines(driver.shown), typed };
  });
}

const idle = ({ path, words }: Pick<Turn, "path" | "words">): Taken => ({
  path,
  typed: false,
  request: null,
  words,
  printed: [],
  questions: [],
});

/** Of a client that was at work all the time, and would not have read what is typed. */
const untold = ({ words }: Page): Taken => idle({ path: `/${randomWord(6)}.html`, words });

const again = ({ questions: _, ...turn }: Taken, all: string): Turn => ({
  ...turn,
  printed: turn.request === null ? [] : turn.words.filter((word) => all.includes(word)),
});
