// For the tests: a client that sends bytes as it is told, and reads answers by their Content-Length.

import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { onTestFinished } from "vitest";

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

export class TestClient {
  readonly socket: Socket;
  /** Everything that has come and was not read as an answer. */
  rest: Buffer = Buffer.alloc(0);
  /** How the server ended the connection: with FIN, or with the system's error; null while it has not. */
  over: string | null = null;
  #pieces: Buffer[] = [];
  #look = () => {};

  constructor(port: number, { reading = true } = {}) {
    this.socket = connect({ host: "127.0.0.1", port, noDelay: true, allowHalfOpen: true });
    if (reading) this.socket.on("data", (bytes) => this.#note(() => this.#pieces.push(bytes)));
    else this.socket.pause();
    this.socket.on("end", () => this.#note(() => this.#end("end")));
    this.socket.on("error", (error: NodeJS.ErrnoException) => this.#note(() => this.#end(`${error.code}`)));
    this.socket.on("close", () => this.#note(() => this.#end("left")));
  }

  /** Resolves when the kernel has taken the bytes, or the connection is gone. */
  send(bytes: string | Uint8Array): Promise<void> {
    return new Promise((taken) => this.socket.write(bytes as string, "latin1", () => taken()));
  }

  /** Resolves with the next answer. `headOnly`: it has no body, whatever its Content-Length. */
  async answer({ headOnly = false } = {}): Promise<Answer> {
    await this.#until(() => this.#joined().includes("\r\n\r\n"));
    const end = this.rest.indexOf("\r\n\r\n");
    const [statusLine, ...fields] = this.rest.toString("latin1", 0, end).split("\r\n");
    const headers = Object.fromEntries(
      fields.map((field) => [field.split(": ", 1)[0]!.toLowerCase(), field.slice(field.indexOf(": ") + 2)]),
    );
    const length = headOnly ? 0 : Number(headers["content-length"]);
    const start = end + 4;
    await this.#until(() => this.held >= start + length);
    const body = this.#joined().subarray(start, start + length);
    this.rest = this.rest.subarray(start + length);
    return { status: Number(/^HTTP\/1\.1 (\d{3}) /.exec(statusLine!)?.[1]), headers, body };
  }

  /** How many bytes have come and were not read as an answer. */
  get held(): number {
    return this.#pieces.reduce((sum, piece) => sum + piece.length, this.rest.length);
  }

  /** Resolves when bytes have come. */
  someBytes(): Promise<void> {
    return this.#until(() => this.held > 0);
  }

  /** Resolves when the server has ended the connection, with how it did. */
  async ended(): Promise<string> {
    while (this.over === null) await this.#next();
    this.#joined();
    return this.over;
  }

  /** Leaves with FIN, and resolves when the server has left too. */
  async leave(): Promise<void> {
    this.socket.end();
    this.socket.resume();
    await this.ended();
    this.socket.destroy();
  }

  /** Leaves with a reset. */
  async reset(): Promise<void> {
    this.socket.resetAndDestroy();
    if (!this.socket.closed) await once(this.socket, "close");
  }

  async #until(condition: () => boolean): Promise<void> {
    while (!condition()) {
      if (this.over !== null) throw new Error(`the connection ended (${this.over}) after ${this.held} bytes`);
      await this.#next();
    }
  }

  #next(): Promise<void> {
    return new Promise((resolve) => {
      this.#look = resolve;
    });
  }

  #joined(): Buffer {
    this.rest = Buffer.concat([this.rest, ...this.#pieces]);
    this.#pieces = [];
    return this.rest;
  }

  #end(how: string): void {
    this.over ??= how;
  }

  #note(event: () => void): void {
    event();
    this.#look();
  }
}

/** A client that is connected, for one test. */
export async function clientTo(port: number, options: { reading?: boolean } = {}): Promise<TestClient> {
  const client = new TestClient(port, options);
  onTestFinished(() => void client.socket.destroy());
  await once(client.socket, "connect");
  return client;
}

export const get = (path: string, ...fields: string[]): string =>
  `GET ${path} HTTP/1.1\r\nHost: test\r\n${fields.map((field) => `${field}\r\n`).join("")}\r\n`;

/** One request on a connection of its own. */
export async function ask(port: number, request: string): Promise<Answer> {
  const client = await clientTo(port);
  await client.send(request);
  const answer = await client.answer({ headOnly: request.startsWith("HEAD ") });
  await client.leave();
  return answer;
}
