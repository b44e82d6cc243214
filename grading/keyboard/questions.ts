// What a client asks of its user, and what the user answers. Some ask for more than a file name.

import type { Settled, Typist } from "./typist.js";

export interface Address {
  host: string;
  port: number;
}

/** What it asked, and was told. strange: nobody here knows the answer. */
export type Question = "host" | "port" | "method" | "again" | "strange";

const FILE = /file|nama|name|berkas|halaman|page|dokumen|path|url|exit|quit|>\s*$/i;

/** The first that fits; a question for a file that also names the server stays one for a file. */
const QUESTIONS: [Exclude<Question, "strange">, RegExp, (address: Address) => string][] = [
  ["again", /[([]y(es)?\/[nt](o|idak)?[)\]]/i, () => "y"],
  ["again", /[([]ya\/tidak[)\]]/i, () => "ya"],
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

/** Answers what the client asks first, and then types the text. Tells what else was asked. */
export async function enter(
  typist: Pick<Typist, "settled" | "prompt" | "type">,
  text: string,
  address: Address,
): Promise<Question[]> {
  const asked: Question[] = [];
  while (asked.length < MOST_QUESTIONS) {
    const settled: Settled = await typist.settled(() => false, QUIET_MS, LONGEST_MS);
    if (settled === "ended") return asked;
    if (settled === "late") break; // it prints without end: that asks nothing
    const [question, answer] = understood(typist.prompt, address);
    if (question === "strange") asked.push(question);
    if (answer === null) break;
    asked.push(question!);
    typist.type(answer);
  }
  typist.type(text);
  return asked;
}

function understood(prompt: string, address: Address): [Question | null, string | null] {
  if (prompt.length > MOST_PROMPT) return [null, null];
  for (const [question, pattern, answer] of QUESTIONS)
    if (pattern.test(prompt)) return [question, answer(address)];
  return [prompt.trim() === "" || FILE.test(prompt) ? null : "strange", null];
}
