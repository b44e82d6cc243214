// A session with a student's client: a page is asked for, one that is not there, another page, and exit.

import type { Kernel } from "../../scenarios/lab/kernel/index.js";
import { randomWord, smallPage } from "../pages.js";
import { Counterpart, type Habit, type Request } from "./counterpart.js";
import { Typist } from "./typist.js";

/**
 * How our server treats the client. A client may read until the server closes, or wait till a time of its own is up, or
 * know from Content-Length that all has come: it is right if it gets on with a server of one of these kinds.
 */
export interface Temper {
  habit: Habit;
  /** A client that sleeps for so long waits for something else than the answer that it has. */
  patienceMs: number;
  /** Then the server closes the connection, as one that has waited long enough. */
  hangsUp: boolean;
}

export const TEMPERS: readonly Temper[] = [
  { habit: "stays", patienceMs: 1200, hangsUp: true },
  { habit: "closes", patienceMs: 1200, hangsUp: false },
  // The course report's client waits 10 seconds for more.
  { habit: "stays", patienceMs: 12_000, hangsUp: false },
];

/** A page that was typed, and how much of it was seen again. */
export interface Turn {
  path: string;
  request: Request | null;
  /** The words of the page, and those that were printed. */
  words: readonly string[];
  printed: readonly string[];
}

export interface Transcript {
  connected: boolean;
  first: Turn;
  missing: Turn & { shown: boolean };
  second: Turn;
  /** A request that was begun and not ended. */
  unended: Buffer | null;
  /** How it ended when exit was typed; null: not at all. */
  left: Ended | null;
  /** It had ended before exit was typed. */
  early: Ended | null;
  output: string[];
}
export type Ended = NonNullable<Typist["ended"]>;

/** The longest that a client which is at work is waited for; one that sleeps is not waited for so long. */
const LONGEST_MS = 20_000;
const EXIT_MS = 3000;
const QUIET_EXIT_MS = 200;
/** A client that takes longer than this to start is not waited for. */
const START_MS = 20_000;
const QUIET_START_MS = 1500;

/** Holds a session. `line` starts the client, told this host and port. */
export async function hold(
  line: (host: string, port: number) => string,
  temper: Temper,
  kernel: Kernel,
  wrappers: number,
): Promise<Transcript> {
  let look = () => {};
  const missingWord = randomWord();
  const counterpart = new Counterpart(temper.habit, Buffer.from(`<h1>404 ${missingWord}</h1>\n`), () =>
    look(),
  );
  const { address, port } = await counterpart.listen();
  const typist = new Typist(line(address, port), kernel, wrappers);
  look = typist.look;
  try {
    await typist.settled(() => counterpart.connected > 0, QUIET_START_MS, START_MS);
    const turn = (page: { content: Buffer | null; words: string[] }) =>
      take(page, typist, counterpart, temper);
    const first = await turn(smallPage());
    const before = typist.printed.length;
    const asked = first.request === null ? idle(first) : await turn({ content: null, words: [missingWord] });
    const after = typist.printed.slice(before);
    const shown = /\b404\b/.test(after) || asked.printed.length > 0;
    const second = asked.request === null ? idle(first) : await turn(smallPage());
    const early = typist.ended;
    if (early === null) typist.type("exit");
    // One that still waits for more of the last answer comes to what was typed when that wait is over.
    const gone = async () => {
      const ended = () => typist.ended !== null;
      const soon = await typist.until(ended, Math.max(EXIT_MS, temper.patienceMs));
      if (!soon) await typist.settled(ended, QUIET_EXIT_MS, LONGEST_MS); // it may only lack processor time
      return ended();
    };
    if (!(await gone()) && temper.hangsUp) {
      counterpart.hangUp();
      await gone();
    }
    const left = early === null ? typist.ended : null;
    // Some print only when they end: the end of their input makes them.
    typist.closeInput();
    await typist.until(() => typist.ended !== null, EXIT_MS / 3);
    const all = typist.printed;
    return {
      connected: counterpart.connected > 0,
      first: again(first, all),
      missing: {
        ...again(asked, all),
        shown: shown || (before === 0 && /\b404\b/.test(all)) || all.includes(missingWord),
      },
      second: again(second, all),
      unended: counterpart.unended,
      left,
      early,
      output: all.split(/\r?\n/).filter(Boolean).slice(-20),
    };
  } finally {
    await typist.end();
    await counterpart.close();
  }
}

async function take(
  { content, words }: { content: Buffer | null; words: string[] },
  typist: Typist,
  counterpart: Counterpart,
  { patienceMs, hangsUp }: Temper,
): Promise<Turn> {
  const name = `${randomWord(6)}.html`;
  if (content !== null) counterpart.offer(`/${name}`, content);
  const count = counterpart.requests.length;
  const asked = () => counterpart.requests.length > count;
  const printed = () => words.filter((word) => typist.printed.includes(word));
  const longest = Math.max(LONGEST_MS, patienceMs + 1000);
  const wait = async (condition: () => boolean) => {
    const settled = await typist.settled(condition, patienceMs, longest);
    // One that waits for the keyboard has all that it wants of the server.
    if (!hangsUp || settled === "holds" || settled === "keyboard") return;
    counterpart.hangUp();
    await typist.settled(condition, patienceMs, longest);
  };
  if (typist.ended === null) typist.type(name);
  await wait(asked);
  if (asked()) await wait(() => printed().length === words.length);
  return { path: `/${name}`, request: counterpart.requests[count] ?? null, words, printed: printed() };
}

const idle = ({ path, words }: Turn): Turn => ({ path, request: null, words, printed: [] });

const again = (turn: Turn, all: string): Turn => ({
  ...turn,
  printed: turn.request === null ? [] : turn.words.filter((word) => all.includes(word)),
});
