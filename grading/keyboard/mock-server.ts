// The server that a student's client speaks to: ours, so that all it is sent is seen. It answers as the servers of the
// course do: it stays connected, or it closes after each answer.

import { once } from "node:events";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";

/** stays: until the client leaves. closes: after each answer. */
export type CloseMode = "stays" | "closes";

export interface Request {
  /** All that came on this connection up to the answer, as it came. */
  head: Buffer;
  /** The target of the request line, as a path; null: it has none. */
  path: string | null;
  /** We had closed this connection before the request came: no answer could be sent. */
  tooLate: boolean;
}

const HOST = "127.0.0.1";
const MOST_HEAD = 64 * 1024;

export class MockServer {
  /** In the order in which they came, over all connections. */
  readonly requests: Request[] = [];
  /** The ports at which somebody has connected so far, in that order. */
  readonly arrivals: number[] = [];
  readonly #pages = new Map<string, Buffer>();
  readonly #missing: Buffer;
  readonly #habit: CloseMode;
  readonly #servers: Server[] = [];
  readonly #sockets = new Set<Socket>();
  readonly #changed: () => void;
  /** Where it is given, an answer comes in three pieces, and this is waited for before the next one is sent. */
  pace: (() => Promise<unknown>) | null = null;
  /** The page that is asked for now. Who asks for another one gets it, too, and loses the points for that alone. */
  wanted: Buffer | null = null;
  /** Connections were closed because they were silent for too long. */
  hungUp = false;

  /** `missing`: the page of a 404. `changed` is called whenever something has happened. */
  constructor(habit: CloseMode, missing: Buffer, changed: () => void) {
    this.#habit = habit;
    this.#missing = missing;
    this.#changed = changed;
  }

  offer(path: string, content: Buffer): void {
    this.#pages.set(path, content);
  }

  /** Listens at a port that nobody can know, and at these besides, as far as they are free. */
  async listen(others: readonly number[]): Promise<{ host: string; port: number }> {
    const port = (await this.#listen(0))!;
    for (const other of others) if (other !== port) await this.#listen(other);
    return { host: HOST, port };
  }

  /** Null: somebody has it, or we may not have it. */
  async #listen(wanted: number): Promise<number | null> {
    const server = createServer((socket) => this.#welcome(socket, port));
    let port = wanted;
    try {
      await once(server.listen(wanted, HOST), "listening");
    } catch (error) {
      if (["EADDRINUSE", "EACCES"].includes((error as NodeJS.ErrnoException).code ?? "")) return null;
      throw error;
    }
    this.#servers.push(server);
    port = (server.address() as AddressInfo).port;
    return port;
  }

  /** Closes every connection, as a server does that has waited long enough; new ones may come. */
  hangUp(): void {
    this.hungUp ||= this.#sockets.size > 0;
    for (const socket of this.#sockets) socket.end();
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    for (const server of this.#servers) await new Promise((closed) => server.close(closed));
  }

  #welcome(socket: Socket, port: number): void {
    this.arrivals.push(port);
    this.#sockets.add(socket);
    let pending = Buffer.alloc(0);
    socket.on("data", (bytes) => {
      pending = Buffer.concat([pending, bytes]).subarray(0, MOST_HEAD);
      for (let end = endOfHead(pending); end > 0; end = endOfHead(pending)) {
        this.#answer(socket, pending.subarray(0, end));
        pending = pending.subarray(end);
      }
      // A request that is not ended is noted, too: what is wrong with it is to be told.
      this.#unended = pending.length > 0 ? Buffer.from(pending) : null;
      this.#changed();
    });
    socket.on("error", () => {}); // reset: it has left
    socket.on("close", () => {
      this.#sockets.delete(socket);
      this.#changed();
    });
    this.#changed();
  }

  #unended: Buffer | null = null;
  /** What has come of a request that does not end; null: nothing. */
  get unended(): Buffer | null {
    return this.#unended;
  }

  #answer(socket: Socket, head: Buffer): void {
    const path = targetOf(head);
    this.requests.push({ head: Buffer.from(head), path, tooLate: socket.writableEnded });
    const page = path === null ? null : (this.#pages.get(path) ?? this.wanted);
    const status = page ? "200 OK" : "404 Not Found";
    const body = page ?? this.#missing;
    const fields = ["Content-Type: text/html", `Content-Length: ${body.length}`];
    if (this.#habit === "closes") fields.push("Connection: close");
    const fieldsAndBody = [Buffer.from(`HTTP/1.1 ${status}\r\n${fields.join("\r\n")}\r\n\r\n`), body];
    if (this.pace !== null) return void this.#sendInPieces(socket, fieldsAndBody, this.pace);
    socket.write(Buffer.concat(fieldsAndBody));
    if (this.#habit === "closes") socket.end();
  }

  /** The head, half of the body, the rest: each when the client has had its time with what came before. */
  async #sendInPieces(socket: Socket, [head, body]: Buffer[], pace: () => Promise<unknown>): Promise<void> {
    const half = Math.ceil(body!.length / 2);
    for (const piece of [head!, body!.subarray(0, half), body!.subarray(half)]) {
      if (socket.writable) socket.write(piece);
      await pace();
    }
    if (this.#habit === "closes") socket.end();
  }
}

/** Where the empty line ends, also with lines that end in LF alone; 0: it has not come. */
function endOfHead(bytes: Buffer): number {
  const match = /\r?\n\r?\n/.exec(bytes.toString("latin1"));
  return match === null ? 0 : match.index + match[0].length;
}

/** The path of a request's target: also of one that names the host (RFC 9112 §3.2.2). */
function targetOf(head: Buffer): string | null {
  const [, target] = head.toString("latin1").split(/\r?\n/)[0]!.split(" ");
  if (target === undefined) return null;
  return target.replace(/^http:\/\/[^/]+/i, "");
}
