// Requests out of bytes: strict, and the same however the bytes are cut (RFC 9112). No socket here.

import { bodyLength, checkHost, type Headers, persists } from "./framing.js";
import { Lines } from "./lines.js";
import { Refusal } from "./refusal.js";
import {
  type RequestLine,
  readField,
  readRequestLine,
  refuseLongLine,
  type Version,
  withoutCr,
} from "./syntax.js";
import { pathOf } from "./target.js";

export interface Request {
  method: string;
  /** As it was sent. Visible ASCII: it can be put into a log. */
  target: string;
  /** The path in it, still percent-encoded, without the query. */
  path: string;
  version: Version;
  headers: Headers;
  /** May the connection stay open after the answer? */
  persistent: boolean;
}

/** What a client may send: a request, something that is none, or the goodbye of the course report's client. */
export type Message = Request | Refusal | "exit";

const MAX_LINE = 8192;
const MAX_HEAD = 16 * 1024;
const MAX_FIELDS = 100;
const MAX_EMPTY_LINES = 4;
/** How a client begins that wants HTTPS (RFC 8446 §5.1). It waits for an answer, and sends no line's end, or late. */
const TLS_HANDSHAKE = 0x16;

const headTooLarge = () => new Refusal(431, "fields too large");

/** A request that was read out of these bytes, for a server that was told to keep connections open or not. */
interface Known {
  bytes: Buffer;
  request: Request;
  keepOpen: boolean;
}

/** The last one of all clients: the next client, a program of the same kind, often asks just so. */
let latest: Known | null = null;

export class RequestReader {
  readonly #keepOpen: boolean;
  readonly #lines = new Lines();
  #emptyLines = 0;
  /** The head that is being read; null between requests. */
  #line: RequestLine | null = null;
  #headers = new Map<string, string>();
  #headBytes = 0;
  #fields = 0;
  /** Bytes of the last request's body that are still to be skipped. */
  #body = 0;
  /** What came in one piece while nothing was begun; null: something was. */
  #piece: Uint8Array | null = null;
  /** The last request that was one such piece: a client that stays often asks for the same again. */
  #last: Known | null;
  #again = false;

  constructor(keepOpen = false) {
    this.#keepOpen = keepOpen;
    this.#last = latest?.keepOpen === keepOpen ? latest : null;
  }

  /** Is there input that no message has used, here or still on its way? */
  get unread(): boolean {
    return this.#body > 0 || this.#line !== null || this.#lines.held > 0;
  }

  /**
   * Takes what has come from the client. Ask next() until it says null before the next push: that bounds the memory,
   * and until then the bytes may not change.
   */
  push(bytes: Uint8Array): void {
    this.#piece = this.unread ? null : bytes;
    this.#again = this.#piece !== null && this.#last?.bytes.equals(bytes) === true;
    if (this.#again) return;
    const skipped = Math.min(this.#body, bytes.length); // nobody wants the body, so it is not even copied
    this.#body -= skipped;
    this.#lines.push(skipped === 0 ? bytes : bytes.subarray(skipped));
  }

  /** The next message; null: it has not come whole yet. After a Refusal or "exit" nothing more is to be read. */
  next(): Message | null {
    if (this.#again) {
      this.#again = false;
      this.#emptyLines = 0;
      return this.#last!.request;
    }
    try {
      return this.#line === null ? this.#readStart() : this.#readHead(this.#line);
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
  }

  #readStart(): Message | null {
    for (;;) {
      if (this.#lines.startsWith(TLS_HANDSHAKE)) throw new Refusal(400, "TLS");
      const line = this.#lines.next(MAX_LINE, refuseLongLine);
      // "exit" may come without a line's end, so it must be believed as soon as it is all there is.
      if (line === null) return this.#lines.takeOnly("exit") ? "exit" : null;
      if (line === "exit" || line === "exit\r") return "exit";
      const text = withoutCr(line);
      if (text !== "") {
        this.#line = readRequestLine(text);
        return this.#readHead(this.#line);
      }
      // Some old clients send an empty line after a body (§2.2).
      if (++this.#emptyLines > MAX_EMPTY_LINES) throw new Refusal(400, "empty lines");
    }
  }

  #readHead(requestLine: RequestLine): Request | null {
    for (;;) {
      const line = this.#lines.next(MAX_HEAD - this.#headBytes, headTooLarge);
      if (line === null) return null;
      this.#headBytes += line.length + 1;
      const text = withoutCr(line);
      if (text === "") return this.#finish(requestLine);
      if (++this.#fields > MAX_FIELDS) throw new Refusal(431, "too many fields");
      const [name, value] = readField(text);
      const before = this.#headers.get(name);
      this.#headers.set(name, before === undefined ? value : `${before}, ${value}`);
    }
  }

  #finish(line: RequestLine): Request {
    const headers = this.#headers;
    const { method, target, version } = line;
    const path = pathOf(method, target);
    checkHost(headers, version);
    const body = bodyLength(headers, version);
    this.#body = body - this.#lines.skip(body);
    this.#line = null;
    this.#headers = new Map();
    this.#headBytes = this.#fields = this.#emptyLines = 0;
    const persistent = persists(line, headers, body, this.#keepOpen);
    const request = { method, target, path, version, headers, persistent };
    if (this.#piece !== null && !this.unread)
      latest = this.#last = { bytes: Buffer.from(this.#piece), request, keepOpen: this.#keepOpen };
    this.#piece = null;
    return request;
  }
}
