// One step of a session: a page is asked for, or the user leaves.

import { randomWord } from "../pages.js";
import type { Counterpart } from "./counterpart.js";
import { type Address, enter, LEAVE, type Question } from "./questions.js";
import type { Ended, Temper, Turn } from "./session.js";
import type { Typist } from "./typist.js";

/** The longest that a client which is at work is waited for; one that sleeps is not waited for so long. */
const LONGEST_MS = 20_000;
export const EXIT_MS = 3000;
const QUIET_EXIT_MS = 200;
/** A name may be taken for the answer to another question: then it is typed again, so often. */
const MOST_NAMES = 3;

/** The client at its keyboard, and our server. */
export interface Table {
  typist: Typist;
  counterpart: Counterpart;
  temper: Temper;
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
export async function take({ content, words }: Page, table: Table): Promise<Taken> {
  const { typist, counterpart, address, given } = table;
  const { patienceMs, hangsUp } = table.temper;
  table.given = null;
  const name = given ?? `${randomWord(6)}.html`;
  const path = `/${name}`;
  if (content !== null) counterpart.offer(path, content);
  counterpart.wanted = content;
  const count = given === null ? counterpart.requests.length : 0;
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
  const questions: Question[] = [];
  const entry = table.entry(name);
  if (given !== null) await wait(asked);
  else
    for (let names = 0; names < MOST_NAMES && typist.ended === null; names++) {
      questions.push(...(await enter(typist, entry, address)));
      await wait(asked);
      if (asked() || typist.prompt === "") break;
    }
  const typed = given === null && typist.typed.some(({ text }) => text === entry);
  if (asked()) await wait(() => printed().length === words.length);
  const requests = counterpart.requests.slice(count);
  const request = requests.find((one) => one.path === path) ?? requests[0] ?? null;
  return { path, typed, request, words, printed: printed(), questions };
}

/** Types exit. Null: it goes on. */
export async function leave({ typist, counterpart, temper, address }: Table): Promise<Ended | null> {
  const count = counterpart.requests.length;
  const ended = () => typist.ended !== null;
  // One that still waits for more of the last answer comes to what was typed when that wait is over.
  const gone = async () => {
    const soon = await typist.until(ended, Math.max(EXIT_MS, temper.patienceMs));
    if (!soon) await typist.settled(ended, QUIET_EXIT_MS, LONGEST_MS); // it may only lack processor time
    return ended();
  };
  for (let words = 0; words < MOST_NAMES && !ended(); words++) {
    const questions = await enter(typist, LEAVE, address);
    // Where it asked something that we don't know, it may have taken the word for the answer.
    if ((await gone()) || !questions.includes("strange") || counterpart.requests.length > count) break;
  }
  if (!ended() && temper.hangsUp) {
    counterpart.hangUp();
    await gone();
  }
  if (ended()) return typist.ended;
  // Node goes on as long as its input is open, also when the program reads no more of it. A terminal would not keep it.
  if (typist.waitsForKeyboard() || typist.prompt !== "" || counterpart.requests.length > count) return null;
  typist.closeInput();
  await typist.until(ended, EXIT_MS);
  return typist.ended?.status === 0 ? typist.ended : null;
}
