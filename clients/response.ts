// Reads HTTP responses out of a stream of bytes, also those that students' servers send: without Content-Length on a
// connection that stays open, where only silence tells the end.

/** How the end of a body is known (RFC 9112 §6.3); "silence": it isn't, the connection is open and nothing was promised. */
export type Framing = "length" | "chunked" | "close" | "silence";

/** One response as far as it has come. */
export interface Response {
  status: number;
  /** The status line and the fields, as they were sent. */
  head: string[];
  headers: Map<string, string>;
  framing: Framing;
  body: Buffer[];
  /** Body bytes so far, without chunk sizes. */
  bytes: number;
  /** Every byte that was promised has come. Never true for "silence" and "close" until the connection ends. */
  complete: boolean;
}

/** What is wrong with an answer whose head never came to its end. */
export const ENDED_WITHIN_HEAD = "the connection ended within the head";

const MAX_HEAD = 64 * 1024;
const MAX_CHUNK_LINE = 8 * 1024;
const [CR, LF] = [13, 10];
const CRLF = Buffer.from([CR, LF]);

export class ResponseReader {
  /** The response that is being received, or the last one; null before its head is complete. */
  response: Response | null = null;
  /** What was wrong with the bytes; null while they are HTTP. */
  broken: string | null = null;
  /** All bytes so far, whether they are HTTP or not. */
  received = 0;
  readonly #keepBody: boolean;
  #pending: Buffer = Buffer.alloc(0);
  #chunkLeft = 0;
  #chunkState: "size" | "data" | "data end" | "trailer" = "size";

  constructor(keepBody = true) {
    this.#keepBody = keepBody;
  }

  /** From here on the next response is expected: forgets a complete one, and reads what has come after it. */
  next(): void {
    this.response = null;
    this.#advance();
  }

  /** Has a response begun to come that was not forgotten yet? */
  get begun(): boolean {
    return this.response !== null || hasBegun(this.#pending);
  }

  /** What came and was not understood yet, or never will be; after a complete response: more than was promised. */
  get unread(): Buffer {
    return this.#pending;
  }

  push(bytes: Buffer): void {
    this.received += bytes.length;
    if (this.broken !== null) return;
    this.#pending = this.#pending.length === 0 ? bytes : Buffer.concat([this.#pending, bytes]);
    this.#advance();
  }

  #advance(): void {
    while (this.#pending.length > 0 && this.broken === null) {
      if (!this.#step()) return;
    }
  }

  /** The server has closed: that completes a body which had no other end, and breaks one which had. */
  end(): void {
    const { response } = this;
    if (this.broken !== null) return;
    if (response === null) {
      if (this.#pending.length > 0) this.broken = ENDED_WITHIN_HEAD;
    } else if (response.framing === "close" || response.framing === "silence") {
      response.complete = true;
    } else if (!response.complete) {
      this.broken = `the connection ended after ${response.bytes} body bytes, more were promised`;
    }
  }

  /** Takes the next thing from the pending bytes; false: more are needed. */
  #step(): boolean {
    if (this.response === null) return this.#head();
    if (this.response.complete) return false;
    switch (this.response.framing) {
      case "length":
        return this.#take(Number(this.response.headers.get("content-length")) - this.response.bytes);
      case "chunked":
        return this.#chunk(this.response);
      default:
        return this.#take(this.#pending.length);
    }
  }

  #head(): boolean {
    const start = this.#pending.toString("latin1", 0, 5);
    const { end, next } = endOfHead(this.#pending);
    if (!"HTTP/".startsWith(start)) this.broken = "the answer does not begin with HTTP/";
    else if (next > MAX_HEAD) this.broken = `the head is longer than ${MAX_HEAD} bytes`;
    if (this.broken !== null || end < 0) return false;
    const [statusLine, ...fields] = this.#pending.subarray(0, end).toString("latin1").split(/\r?\n/);
    const status = /^HTTP\/\d\.\d (\d{3})(?: |$)/.exec(statusLine!)?.[1];
    if (status === undefined) {
      this.broken = `the answer begins with "${statusLine!.slice(0, 40)}", not with a status line`;
      return false;
    }
    this.#pending = this.#pending.subarray(next);
    const headers = new Map<string, string>();
    for (const field of fields) {
      const colon = field.indexOf(":");
      if (colon > 0) headers.set(field.slice(0, colon).trim().toLowerCase(), field.slice(colon + 1).trim());
    }
    if (status.startsWith("1")) return true; // an interim response: the real one follows
    this.response = {
      status: Number(status),
      head: [statusLine!, ...fields],
      headers,
      framing: "silence",
      body: [],
      bytes: 0,
      complete: false,
    };
    this.response.framing = framingOf(this.response);
    this.#chunkState = "size";
    if (this.response.framing === "length") this.#take(0);
    return true;
  }

  #take(count: number): boolean {
    const response = this.response!;
    const part = this.#pending.subarray(0, count);
    this.#pending = this.#pending.subarray(part.length);
    if (this.#keepBody && part.length > 0) response.body.push(part);
    response.bytes += part.length;
    if (response.framing === "length") {
      response.complete = response.bytes === Number(response.headers.get("content-length"));
    }
    return true;
  }

  #chunk(response: Response): boolean {
    if (this.#chunkState === "data") {
      const before = response.bytes;
      this.#take(this.#chunkLeft);
      this.#chunkLeft -= response.bytes - before;
      if (this.#chunkLeft === 0) this.#chunkState = "data end";
      return true;
    }
    const end = this.#pending.indexOf(CRLF);
    if ((end < 0 ? this.#pending.length - 1 : end) > MAX_CHUNK_LINE) {
      this.broken = `a line between chunks is longer than ${MAX_CHUNK_LINE} bytes`;
    }
    if (this.broken !== null || end < 0) return false;
    const line = this.#pending.subarray(0, end).toString("latin1");
    this.#pending = this.#pending.subarray(end + CRLF.length);
    if (this.#chunkState === "trailer") {
      response.complete = line === "";
    } else if (this.#chunkState === "data end") {
      if (line !== "") this.broken = "a chunk is longer than its size says";
      this.#chunkState = "size";
    } else {
      const size = /^([\da-f]+)[ \t]*(?:;|$)/i.exec(line)?.[1];
      if (size === undefined) this.broken = `a chunk begins with "${line.slice(0, 40)}", not with its size`;
      this.#chunkLeft = Number.parseInt(size ?? "0", 16);
      this.#chunkState = this.#chunkLeft === 0 ? "trailer" : "data";
    }
    return true;
  }
}

/** Blank lines before a response are no part of it (RFC 9112 §2.2). */
export const hasBegun = (bytes: Uint8Array): boolean => bytes.some((byte) => byte !== CR && byte !== LF);

/**
 * Where the head ends and the next thing starts; an end of -1: it has not come, and the head is at least `next` long.
 * Students' servers end lines with LF alone, too, or some of them.
 */
function endOfHead(bytes: Buffer): { end: number; next: number } {
  const found = /\r?\n\r?\n/.exec(bytes.toString("latin1", 0, MAX_HEAD + 1));
  if (found === null) return { end: -1, next: bytes.length };
  return { end: found.index, next: found.index + found[0].length };
}

function framingOf({ status, headers }: Response): Framing {
  if (status === 204 || status === 304) {
    headers.set("content-length", "0");
    return "length";
  }
  if (/\bchunked\b/i.test(headers.get("transfer-encoding") ?? "")) return "chunked";
  if (/^\d+$/.test(headers.get("content-length") ?? "")) return "length";
  return /\bclose\b/i.test(headers.get("connection") ?? "") ? "close" : "silence";
}
