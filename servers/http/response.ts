// Answers: a head, then as many bytes as it promises (RFC 9112 §4, RFC 9110 §6-§8).

import { closeSync, readSync } from "node:fs";
import type { LargeFile, SiteFile, SmallFile } from "./files.js";

const CHUNK = 64 * 1024;

const REASONS: Record<number, string> = {
  200: "OK",
  400: "Bad Request",
  404: "Not Found",
  405: "Method Not Allowed",
  414: "URI Too Long",
  431: "Request Header Fields Too Large",
  500: "Internal Server Error",
  501: "Not Implemented",
  505: "HTTP Version Not Supported",
};

/** What an answer depends on besides its status and its content. */
export interface Manner {
  /** No body, but the head that GET would have got (RFC 9110 §9.3.2). */
  headOnly: boolean;
  /** What to say of the connection: "" where the version's default says it. */
  connection: "close" | "keep-alive" | "";
}

/**
 * The file promised a length and became shorter while it was sent. Content-Length can't be taken back: only a
 * connection that breaks off tells the client that it has not got everything (RFC 9112 §8).
 */
export class FileShrank extends Error {
  constructor() {
    super("the file became shorter while it was sent");
  }
}

/** A small page that says what is wrong; `why`: a few words of English. */
export function errorAnswer(status: number, { headOnly, connection }: Manner, why = ""): Buffer {
  const title = `${status} ${REASONS[status]}`;
  const because = why === "" ? "" : `<p>Because: ${why}.\n`;
  const page = `<!doctype html>\n<title>${title}</title>\n<h1>${title}</h1>\n${because}`;
  const head = headOf(status, "text/html; charset=utf-8", page.length, connection);
  return Buffer.from(headOnly ? head : head + page, "latin1");
}

/**
 * The answer with a file, in the pieces to send. Head and content start in one piece: as two writes the second could
 * wait for the acknowledgement of the first, 40 ms and more (Nagle's algorithm and delayed acknowledgement).
 * Of a large file one piece at a time is in memory, and its descriptor is closed in any case. Throws FileShrank, or
 * the system's error, when the promised bytes can't be had any more.
 */
export function fileAnswer(file: SiteFile, manner: Manner): Iterable<Buffer> {
  return "bytes" in file ? [smallAnswer(file, manner)] : largeAnswer(file, manner);
}

/** The last answer is kept, for often the same is given again. Nobody may write into it. */
let last: { body: Buffer; connection: Manner["connection"]; date: string; bytes: Buffer } | null = null;

function smallAnswer({ type, bytes: body }: SmallFile, { headOnly, connection }: Manner): Buffer {
  const now = date();
  const again = last?.body === body && last.connection === connection && last.date === now;
  if (again && !headOnly) return last!.bytes;
  const head = headOf(200, type, body.length, connection);
  if (headOnly) return Buffer.from(head, "latin1");
  const bytes = Buffer.allocUnsafe(head.length + body.length);
  bytes.write(head, "latin1");
  bytes.set(body, head.length);
  last = { body, connection, date: now, bytes };
  return bytes;
}

function* largeAnswer(
  { type, size, descriptor }: LargeFile,
  { headOnly, connection }: Manner,
): Generator<Buffer, void, undefined> {
  try {
    const head = headOf(200, type, size, connection);
    if (headOnly) yield Buffer.from(head, "latin1");
    else yield* piecesOf(descriptor, size, head);
  } finally {
    closeSync(descriptor); // also when the client has left in the middle
  }
}

function* piecesOf(descriptor: number, size: number, head: string): Generator<Buffer, void, undefined> {
  let before = head;
  for (let sent = 0; sent < size; ) {
    // A new buffer for each: whoever sends the last one may not be done with it.
    const wanted = Math.min(CHUNK, size - sent);
    const piece = Buffer.allocUnsafe(before.length + wanted);
    piece.write(before, "latin1");
    const count = readSync(descriptor, piece, before.length, wanted, sent);
    if (count === 0) throw new FileShrank();
    sent += count;
    yield piece.subarray(0, before.length + count);
    before = "";
  }
}

/** We say HTTP/1.1 to HTTP/1.0 clients too: the version is the server's own (RFC 9110 §2.5). */
function headOf(status: number, type: string, length: number, connection: Manner["connection"]): string {
  return (
    `HTTP/1.1 ${status} ${REASONS[status]}\r\nDate: ${date()}\r\nContent-Type: ${type}\r\nContent-Length: ${length}\r\n` +
    (status === 405 ? "Allow: GET, HEAD\r\n" : "") +
    (connection === "" ? "\r\n" : `Connection: ${connection}\r\n\r\n`)
  );
}

let dateSecond = 0;
let dateText = "";

/** The Date field counts in seconds, so it is written once a second. */
function date(): string {
  const second = Math.floor(Date.now() / 1000);
  if (second !== dateSecond) {
    dateSecond = second;
    dateText = new Date(second * 1000).toUTCString();
  }
  return dateText;
}
