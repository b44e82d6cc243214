// The pages that a server is asked for: made anew for every submission, of random content, so that nothing can be canned.

import { randomBytes, randomInt } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export type PageName = "small" | "emoji" | "large" | "binary";

export interface Page {
  /** Its path on a server: /name. */
  path: string;
  content: Buffer;
}

export interface Site {
  pages: Record<PageName, Page>;
  /** Larger than the buffers of a connection: for a client that asks and does not read. */
  huge: string;
  /** A path at which there is nothing. */
  missing: string;
  /** A file beside the program's folder, which nobody must get. */
  secret: { name: string; content: Buffer };
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

const EMOJI = ["\u{1f600}", "\u{1f1ee}\u{1f1e9}", "é", "ß", "日本語", "मेल", "\u{1f469}‍\u{1f4bb}", "→"];

export function makeSite(): Site {
  const page = (ending: string, content: Buffer): Page => ({ path: `/${randomWord(6)}.${ending}`, content });
  const emoji = Array.from(
    { length: 8 },
    () => `${randomWord()} ${EMOJI[randomInt(EMOJI.length)]} ${EMOJI.join(" ")}`,
  );
  return {
    pages: {
      small: page("html", smallPage().content),
      emoji: page("html", document(randomWord(), emoji)),
      large: page("html", lines(2 ** 20)),
      binary: page("png", Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), randomBytes(40_000)])),
    },
    huge: `/${randomWord(6)}.html`,
    missing: `/${randomWord(6)}.html`,
    secret: { name: `${randomWord()}.txt`, content: Buffer.from(`${randomWord(30)}\n`) },
  };
}

/** Text of random words, exactly so long. */
function lines(bytes: number): Buffer {
  const text = randomBytes(Math.ceil(bytes / 2)).toString("hex");
  return Buffer.from((text.match(/.{1,79}/g) ?? []).join("\n").slice(0, bytes));
}

/** Puts the site into these folders. */
export function writeSite(site: Site, folders: readonly string[], smallBuffers: boolean): void {
  const huge = Buffer.alloc(smallBuffers ? HUGE_BYTES : HUGE_BYTES_ELSEWHERE, `${randomWord(79)}\n`);
  for (const folder of folders) {
    mkdirSync(folder, { recursive: true });
    const put = (path: string, content: Buffer) =>
      writeFileSync(join(folder, path), content, { mode: 0o644 });
    for (const { path, content } of Object.values(site.pages)) put(path, content);
    put(site.huge, huge);
  }
}
