// What a client asks of its user, and what the user answers. Some ask for more than a file name.

import type { KeyboardDriver, Settled } from "./keyboard-driver.js";
import { chosen, menuIn, type Wish } from "./menu.js";

export interface Address {
  host: string;
  port: number;
}

/** What it asked, and was told. strange: nobody here knows the answer. */
export type Question = "host" | "port" | "address" | "method" | "again" | "menu" | "strange";

const FILE = /file|nama|name|berkas|halaman|page|dokumen|path|url|exit|quit|>\s*$/i;

/** The first that fits; a question for a file that also names the server stays one for a file. */
const QUESTIONS: [Exclude<Question, "menu" | "strange">, RegExp, (address: Address) => string][] = [
  ["again", /[([]y(es)?\/[nt](o|idak)?[)\]]/i, () => "y"],
  ["again", /[([]ya\/tidak[)\]]/i, () => "ya"],
  ["address", /\b(host\w*|ip|alamat|address)\b[>\]\s]*:[<[]?port\b/i, ({ host, port }) => `${host}:${port}`],
  [
    "address",
    /^(?!.*(file|berkas|halaman|page|url)).*\b(host\w*|ip|alamat|address)\b[>\]\s]*(,|dan|and|&|\+|\/|spasi|space)\s*[<[]?port\b/i,
    ({ host, port }) => `${host} ${port}`,
  ],
  ["port", /^(?!.*(file|berkas|halaman|page|url)).*\bport\b/i, ({ port }) => `${port}`],
  [
    "host",
    /^(?!.*(file|berkas|halaman|page|url)).*\b(host|hostname|alamat|address|server|ip)\b/i,
    ({ host }) => host,
  ],
  ["method", /^(?!.*(file|nama|berkas|halaman|page|url)).*\b(metode|method)\b/i, () => "GET"],
];

const MOST_QUESTIONS = 6;
const MOST_PROMPT = 200;
const QUIET_MS = 150;
const LONGEST_MS = 20_000;

/** What of a client at its keyboard is needed here; `answer`: what it has printed since something was typed. */
type Asked = Pick<KeyboardDriver, "settled" | "prompt" | "type"> & { answer?: string };

/** In a menu: it may have to be told to connect, before it can be told to ask. */
const WISHES: readonly Wish[] = ["ask", "connect", "ask"];

/** Answers what the client asks first, and then types the text. Tells what else was asked. */
export async function enter(driver: Asked, text: string, address: Address): Promise<Question[]> {
  const asked: Question[] = [];
  while (asked.length < MOST_QUESTIONS) {
    const settled: Settled = await driver.settled(() => false, QUIET_MS, LONGEST_MS);
    if (settled === "ended") return asked;
    if (settled === "late") break; // it prints without end: that asks nothing
    const menus = asked.filter((one) => one === "menu").length;
    const wish = text === LEAVE ? "leave" : (WISHES[menus] ?? "ask");
    const choice = chosen(menuIn(driver.answer ?? ""), wish);
    const [question, answer] =
      choice !== null && menus < WISHES.length
        ? (["menu", choice] as const)
        : understood(driver.prompt, address);
    if (question === "strange") asked.push(question);
    if (answer === null) break;
    asked.push(question!);
    driver.type(answer);
  }
  driver.type(text);
  return asked;
}

/** What a user types to leave. */
export const LEAVE = "exit";

function understood(prompt: string, address: Address): [Question | null, string | null] {
  if (prompt.length > MOST_PROMPT) return [null, null];
  for (const [question, pattern, answer] of QUESTIONS)
    if (pattern.test(prompt)) return [question, answer(address)];
  return [prompt.trim() === "" || FILE.test(prompt) ? null : "strange", null];
}
