// One step of a session: a page is asked for, or the user leaves.

import { randomWord } from "../pages.js";
import type { KeyboardDriver } from "./keyboard-driver.js";
import type { MockServer } from "./mock-server.js";
import { type Address, enter, LEAVE, type Question } from "./questions.js";
import type { Ended, ServerBehaviour, Turn } from "./session.js";

/** The longest that a client which is at work is waited for; one that sleeps is not waited for so long. */
const LONGEST_MS = 20_000;
export const EXIT_MS = 3000;
const QUIET_EXIT_MS = 200;
/** A name may be taken for the answer to another question: then it is typed again, so often. */
const MOST_NAMES = 3;

/** The client at its keyboard, and our server. */
export interface SessionContext {
  driver: KeyboardDriver;
  mockServer: MockServer;
  behaviour: ServerBehaviour;
  address: Address;
  /** What is typed to ask for a page. */
  entry: (name: string) => string;
  /** The name that it was started with; null: none, or it has been asked for. */
  given: string | null;
  /** It was at work all the time that is given to it to start. */
  late: boolean;
}

/** A page to be asked for; null: one that is not there. */
export interface Page {
  content: Buffer | null;
  words: string[];
}

export type Taken = Turn & { questions: Question[] };

/** Types the name of a page; or waits for what is asked, where the client was started with that name already. */
export async function take({ content, words }: Page, table: SessionContext): Promise<Taken> {
  const { driver, mockServer, address, given } = table;
  const { patienceMs, hangsUp } = table.behaviour;
  table.given = null;
  const name = given ?? `${randomWord(6)}.html`;
  const path = `/${name}`;
  if (content !== null) mockServer.offer(path, content);
  mockServer.wanted = content;
  const count = given === null ? mockServer.requests.length : 0;
  const asked = () => mockServer.requests.length > count;
  const printed = () => words.filter((word) => driver.printed.includes(word));
  const longest = Math.max(LONGEST_MS, patienceMs + 1000);
  const wait = async (condition: () => boolean) => {
    const settled = await driver.settled(condition, patienceMs, longest);
    // One that waits for the keyboard has all that it wants of the server.
    if (!hangsUp || settled === "holds" || settled === "keyboard") return;
    mockServer.hangUp();
    await driver.settled(condition, patienceMs, longest);
  };
  const questions: Question[] = [];
  const entry = table.entry(name);
  if (given !== null) await wait(asked);
  else
    for (let names = 0; names < MOST_NAMES && driver.ended === null; names++) {
      questions.push(...(await enter(driver, entry, address)));
      await wait(asked);
      if (asked() || driver.prompt === "") break;
    }
  const typed = given === null && driver.typed.some(({ text }) => text === entry);
  if (asked()) await wait(() => printed().length === words.length);
  const requests = mockServer.requests.slice(count);
  const request = requests.find((one) => one.path === path) ?? requests[0] ?? null;
  return { path, typed, request, words, printed: printed(), questions };
}

/** Types exit. Null: it goes on. */
export async function leave({
  driver,
  mockServer,
  behaviour,
  address,
}: SessionContext): Promise<Ended | null> {
  const count = mockServer.requests.length;
  const ended = () => driver.ended !== null;
  // One that still waits for more of the last answer comes to what was typed when that wait is over.
  const gone = async () => {
    const soon = await driver.until(ended, Math.max(EXIT_MS, behaviour.patienceMs));
    if (!soon) await driver.settled(ended, QUIET_EXIT_MS, LONGEST_MS); // it may only lack processor time
    return ended();
  };
  for (let words = 0; words < MOST_NAMES && !ended(); words++) {
    const questions = await enter(driver, LEAVE, address);
    // Where it asked something that we don't know, it may have taken the word for the answer.
    if ((await gone()) || !questions.includes("strange") || mockServer.requests.length > count) break;
  }
  if (!ended() && behaviour.hangsUp) {
    mockServer.hangUp();
    await gone();
  }
  if (ended()) return driver.ended;
  // Node goes on as long as its input is open, also when the program reads no more of it. A terminal would not keep it.
  if (driver.waitsForKeyboard() || driver.prompt !== "" || mockServer.requests.length > count) return null;
  driver.closeInput();
  await driver.until(ended, EXIT_MS);
  return driver.ended?.status === 0 ? driver.ended : null;
}
