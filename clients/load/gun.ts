// One of autocannon's clients, watched closely. By itself it takes every message for an answer, also 100 Continue and what
// nobody asked for, and times it from the oldest request that it remembers: one whose connection broke long ago.

import type { Socket } from "node:net";
import { hasBegun } from "../response.js";
import { Asked } from "./asked.js";
import { Body, type Model } from "./bodies.js";
import type { Tally } from "./tally.js";

/** What autocannon's type leaves out. */
export interface Gun {
  conn: Socket;
  parser: Parser;
  pipelinedRequests: { clear(): void };
  destroy(): void;
  /** Leaves its connection, and asks over a new one. */
  _resetConnection(): void;
  on(event: "request" | "connError" | "timeout", listener: () => void): void;
  on(event: "response", listener: (status: number) => void): void;
}

/** http-parser-js. Its callbacks are found by numbers. */
interface Parser {
  constructor: { kOnBody: number; kOnMessageComplete: number };
  type: string;
  info: { statusCode: number };
  /** What it reads, and how far it has come; null: nothing. */
  chunk: Buffer | null;
  offset: number;
  hadError: boolean;
  reinitialize(type: string): void;
  [callback: number]: (body: Buffer, start: number, length: number) => void;
}

export class WatchedGun {
  readonly #gun: Gun;
  readonly #connection: number;
  readonly #tally: Tally;
  readonly #body: Body;
  readonly #asked = new Asked();
  #socket: Socket | null = null;
  #since = 0;
  #held = true;

  constructor(gun: Gun, connection: number, tally: Tally, model: Model) {
    this.#gun = gun;
    this.#connection = connection;
    this.#tally = tally;
    this.#body = new Body(model);
    gun.on("request", () => this.#asks());
    gun.on("response", (status) => {
      if (this.#held) gun.conn.pause(); // its next request is on its way, and waits for its answer to be read
      tally.answered(connection, status, performance.now() - this.#since, this.#body.end());
    });
    gun.on("connError", () => tally.failed(connection, "lost"));
    gun.on("timeout", () => tally.lostInTime()); // told after the next request went out on a new connection
  }

  letGo(): void {
    this.#held = false;
    this.#gun.conn.resume();
  }

  destroy(): void {
    this.#gun.destroy();
  }

  #asks(): void {
    const fresh = this.#gun.conn !== this.#socket;
    this.#tally.sent(this.#connection);
    if (fresh) this.#connects();
    this.#asked.ask(!fresh && this.#more());
    this.#since = performance.now();
  }

  #connects(): void {
    const { conn, parser, pipelinedRequests } = this.#gun;
    if (this.#socket === null) this.#intercept();
    // Both the end of a connection and its error make autocannon connect anew; it may meet both.
    else
      this.#socket
        .removeAllListeners()
        .on("error", () => {})
        .destroy();
    this.#socket = conn;
    pipelinedRequests.clear();
    parser.reinitialize(parser.type); // half an answer may have come over the last connection
    this.#body.drop();
    this.#tally.connecting(this.#connection);
    conn.once("connect", () => this.#tally.connected(this.#connection));
    conn.on("data", () => {
      this.#asked.read();
      if (!parser.hadError) return;
      this.#tally.failed(this.#connection, "wrong"); // it is not HTTP
      this.#gun._resetConnection();
    });
  }

  /** Puts itself between autocannon and its parser, which has its callbacks when the first request goes out. */
  #intercept(): void {
    const { parser } = this.#gun;
    const { kOnBody, kOnMessageComplete } = parser.constructor;
    const complete = parser[kOnMessageComplete]!;
    parser[kOnBody] = (body, start, length) => this.#body.add(body.subarray(start, start + length));
    parser[kOnMessageComplete] = (...words) => {
      if (parser.info.statusCode < 200) return; // interim: the answer follows (RFC 9110 §15.2)
      if (this.#asked.isAnswer(this.#more())) return complete(...words);
      this.#tally.unasked();
      this.#body.drop();
    };
  }

  /** Has more come than the message that has just ended? */
  #more(): boolean {
    const { chunk, offset } = this.#gun.parser;
    return chunk !== null && hasBegun(chunk.subarray(offset));
  }
}
