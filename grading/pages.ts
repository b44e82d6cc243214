// The pages that a server is asked for: made anew for every submission, of random content, so that nothing can be canned.

import { randomBytes, randomInt } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export type PageName = "small" | "emoji" | "large" | "binary";

export interface Page {
  /** Its path on a server: /name. */
  path: string;
  content: Buffer;
}

/** Where the pages are: paths on a server, and in the folder that it serves. What is in them is read when it is needed. */
export interface Site {
  pages: Record<PageName, string>;
  /** Larger than the buffers of a connection: for a client that asks and does not read. */
  huge: string;
  /** A path at which there is nothing. */
  missing: string;
  /** A file beside the program's folder, which nobody must get: a line of text. */
  secret: { name: string; content: string };
}

const LETTERS = "abcdefghijkmnpqrstuvwxyz";
const HUGE_BYTES = 2 * 2 ** 20;
/** Where the sandbox does not keep the buffers small, Linux lets them grow to some 10 MiB. */
const HUGE_BYTES_ELSEWHERE = 32 * 2 ** 20;

/** A word that stands nowhere else. Letters only: it holds no number that could be taken for a status. */
export const randomWord = (length = 10): string =>
  Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join("");

function document(heading: string, lines: readonly string[]): Buffer {
  const text = lines.map((line) => `<p>${line}</p>`).join("\n");
  return Buffer.from(
    `<!DOCTYPE html>\n<html>\n<head><title>${heading}</title></head>\n<body>\n<h1>${heading}</h1>\n${text}\n</body>\n</html>\n`,
  );
}

/** A small page, and the words by which it is known again. */
export function smallPage(): { content: Buffer; words: string[] } {
  const words = Array.from({ length: 6 }, () => randomWord());
  return { content: document(words[0]!, words.slice(1)), words };
}

/** A page of 3 KiB, with its words all over it. */
export function longPage(): { content: Buffer; words: string[] } {
  const { words } = smallPage();
  const filler = () => Array.from({ length: 55 }, () => randomWord(9)).join(" ");
  return {
    content: document(
      words[0]!,
      words.slice(1).flatMap((word) => [filler(), word]),
    ),
    words,
  };
}

const PNG = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
const EMOJI = ["\u{1f600}", "\u{1f1ee}\u{1f1e9}", "é", "ß", "日本語", "मेल", "\u{1f469}‍\u{1f4bb}", "→"];

/** Makes a site, and puts it into these folders. */
export function putSite(folders: readonly string[], smallBuffers: boolean): Site {
  const emoji = Array.from(
    { length: 8 },
    () => `${randomWord()} ${EMOJI[randomInt(EMOJI.length)]} ${EMOJI.join(" ")}`,
  );
  const put = (ending: string, content: Buffer): string => {
    const path = `/${randomWord(6)}.${ending}`;
    for (const folder of folders) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, path), content, { mode: 0o644 });
    }
    return path;
  };
  return {
    pages: {
      small: put("html", smallPage().content),
      emoji: put("html", document(randomWord(), emoji)),
      large: put("html", lines(2 ** 20)),
      binary: put("png", Buffer.concat([PNG, randomBytes(40_000)])),
    },
    huge: put("html", Buffer.alloc(smallBuffers ? HUGE_BYTES : HUGE_BYTES_ELSEWHERE, `${randomWord(79)}\n`)),
    missing: `/${randomWord(6)}.html`,
    secret: { name: `${randomWord()}.txt`, content: `${randomWord(30)}\n` },
  };
}

/** A page, with what is in it: from the copy that no program can change. */
export function pageOf(site: Site, name: PageName, folder: string): Page {
  const path = site.pages[name];
  return { path, content: readFileSync(join(folder, path)) };
}

/** Text of random words, exactly so long. */
function lines(bytes: number): Buffer {
  const text = randomBytes(Math.ceil(bytes / 2)).toString("hex");
  return Buffer.from((text.match(/.{1,79}/g) ?? []).join("\n").slice(0, bytes));
}
