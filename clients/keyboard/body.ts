// What a server sent, made fit for a terminal: text, or the knowledge that it is none.

import { stripVTControlCharacters } from "node:util";
import type { Response } from "../response.js";

const MAX_LINES = 64;
const MAX_BYTES = 4096;

// biome-ignore lint/suspicious/noControlCharactersInRegex: text has none of these; tab, line ends and escape it may have
const BINARY = /[\0-\x08\x0e-\x1a\x1c-\x1f]/;

export interface Body {
  /** null: it is not text. */
  text: string | null;
  /** null: it is not text. */
  lines: number | null;
  /** Short enough to be shown. */
  short: boolean;
}

/** Reads a body. Whether it is text is told from its bytes: many a server calls an image text/html. */
export function readBody({ body, bytes, headers }: Response): Body {
  const charset = /charset="?([\w-]+)/i.exec(headers.get("content-type") ?? "")?.[1];
  const text = decode(Buffer.concat(body), charset);
  if (text === null) return { text, lines: null, short: false };
  const lines = text === "" ? 0 : text.replace(/\r?\n$/, "").split("\n").length;
  return { text, lines, short: lines <= MAX_LINES && bytes <= MAX_BYTES };
}

function decode(bytes: Buffer, charset = "utf-8"): string | null {
  try {
    const text = new TextDecoder(charset, { fatal: true }).decode(bytes);
    return BINARY.test(text) ? null : text;
  } catch (error) {
    // RangeError: a charset that nobody has heard of. TypeError: the bytes are none of its characters.
    return error instanceof RangeError && charset !== "utf-8" ? decode(bytes) : null;
  }
}

/**
 * Lines that are safe to print, with their indentation. Escape sequences are taken out, since they could move the
 * cursor and rewrite what stands above; so are marks that turn text round. Other control characters show as ^A.
 */
export function cleanLines(text: string): string {
  return stripVTControlCharacters(text.replace(/\r\n?/g, "\n"))
    .replace(/[\p{Cf}\p{Cs}]/gu, "")
    .replace(/(?![\n\t])\p{Cc}/gu, caret);
}

/** Like `cat -v`. */
function caret(character: string): string {
  const code = character.charCodeAt(0);
  return code < 0x80 ? `^${String.fromCharCode(code ^ 0x40)}` : "";
}
