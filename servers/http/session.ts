// One client's connection, without the connection: bytes in, the bytes to send out. Every server model drives one of these.

import { Files, type SiteFile } from "./files.js";
import { type Reason, Refusal, reasons } from "./refusal.js";
import { type Message, type Request, RequestReader } from "./request.js";
import { errorAnswer, fileAnswer, type Manner } from "./response.js";
import type { RequestLine } from "./syntax.js";

/** What is served, and how. */
export interface Site {
  files: Files;
  /** Keep the connection open after HTTP/1.0 requests too. */
  keepOpen: boolean;
}

/** Told what happens. */
export interface SessionLog {
  asked(request: RequestLine, status: number): void;
  /** Why the message can't be served; or the system's error code. */
  refused(status: number, reason: Reason | string): void;
  /** half: in the middle of a request. */
  left(how: "exit" | "close" | "half"): void;
}

/** What to send, whether the connection stays open then, and what to tell the log when the first piece is sent. */
interface Answer {
  pieces: Iterable<Buffer>;
  stays: boolean;
  served?: Request;
}

/** Opens the site in a folder. Throws an Error with code ENOENT or ENOTDIR when there is no such folder. */
export function openSite(folder: string, { keepOpen }: { keepOpen: boolean }): Site {
  return { files: new Files(folder), keepOpen };
}

/** The other methods of RFC 9110 §9 and RFC 5789: known, but a file can't be asked for so. */
const NOT_ALLOWED = new Set(["POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH"]);

export class Session {
  readonly #site: Site;
  readonly #log: SessionLog;
  readonly #reader: RequestReader;
  #ended = false;
  #refused = false;

  constructor(site: Site, log: SessionLog) {
    this.#site = site;
    this.#log = log;
    this.#reader = new RequestReader(site.keepOpen);
  }

  /** Nothing more will be answered: send what was yielded, then close. */
  get ended(): boolean {
    return this.#ended;
  }

  /** How a client leaves that closes its connection now. */
  get leaving(): "close" | "half" {
    return this.#reader.unread ? "half" : "close";
  }

  /**
   * Once ended: may the client still be sending? To close while its bytes lie unread resets the connection, which can
   * destroy the answer on its way: say goodbye first, and hear it out (RFC 9112 §9.6).
   */
  get lingering(): boolean {
    return this.#ended && (this.#refused || this.#reader.unread);
  }

  /**
   * Takes bytes from the client, and yields the pieces to send, in order: while a piece waits to be sent, nothing more
   * is read or prepared. Throws FileShrank or the system's error when an answer that has begun can't be completed:
   * close at once then.
   */
  *receive(bytes: Uint8Array): Generator<Buffer, void, undefined> {
    if (this.#ended) return;
    this.#reader.push(bytes);
    for (let message = this.#reader.next(); message !== null; message = this.#reader.next()) {
      const { pieces, stays, served } = this.#answer(message);
      let told = served === undefined;
      let whole = false;
      try {
        for (const piece of pieces) {
          yield piece;
          // What was asked is told when the first piece is given to be sent: who is sent it at once need not wait for the log.
          if (!told) this.#log.asked(served!, 200);
          told = true;
        }
        whole = true;
      } finally {
        if (!told) this.#log.asked(served!, 200); // there was no piece, or the client has left before the first one
        this.#ended = !(stays && whole); // nothing can follow half an answer
      }
      if (this.#ended) return;
    }
  }

  #answer(message: Message): Answer {
    if (message === "exit") {
      this.#log.left("exit");
      return { pieces: [], stays: false };
    }
    if (message instanceof Refusal) return this.#refuse(message, false);
    const { method, path, persistent } = message;
    if (method !== "GET" && method !== "HEAD") {
      if (NOT_ALLOWED.has(method)) return this.#fail(message, 405);
      // Like enough it is no method but the rest of something: a body that no Content-Length had announced.
      return this.#refuse(new Refusal(501, "method"), false);
    }
    const manner = mannerOf(message);
    let file: SiteFile | null;
    try {
      file = this.#site.files.open(path);
    } catch (error) {
      if (error instanceof Refusal) return this.#refuse(error, manner.headOnly);
      // Out of descriptors, a broken disk: this request fails, not the server.
      this.#log.refused(500, (error as NodeJS.ErrnoException).code ?? String(error));
      return { pieces: [errorAnswer(500, manner)], stays: persistent };
    }
    if (file === null) return this.#fail(message, 404);
    return { pieces: fileAnswer(file, manner), stays: persistent, served: message };
  }

  #refuse({ status, reason }: Refusal, headOnly: boolean): Answer {
    this.#refused = true;
    this.#log.refused(status, reason);
    const page = errorAnswer(status, { headOnly, connection: "close" }, reasons[reason]);
    return { pieces: [page], stays: false };
  }

  #fail(request: Request, status: number): Answer {
    this.#log.asked(request, status);
    return { pieces: [errorAnswer(status, mannerOf(request))], stays: request.persistent };
  }
}

function mannerOf({ method, version, persistent }: Request): Manner {
  const kept = version === "1.0" ? "keep-alive" : "";
  return { headOnly: method === "HEAD", connection: persistent ? kept : "close" };
}
