// One connection that carries one request at a time, made anew when it has ended. Lean: a load client that works hard measures itself.

import { connect, type Socket } from "node:net";
import { ResponseReader } from "../response.js";
import { get } from "../tcp.js";
import { Asked } from "./asked.js";
import type { Failure, Target } from "./plan.js";

/** All lines read into one buffer: a new one for each read would call for the garbage collector. */
const buffer = Buffer.allocUnsafeSlow(64 * 1024);

type Done = (line: Line, failure: Failure | null) => void;

export class Line {
  /** A request is on its way. */
  busy = false;
  readonly #target: Target;
  readonly #request: string;
  #done: Done;
  #reader = new ResponseReader(false);
  readonly #asked = new Asked();
  #socket: Socket | null = null;
  #closed = false;
  #settle = () => {};
  readonly #settled = new Promise<void>((resolve) => {
    this.#settle = resolve;
  });

  /** `done` is called when a request has its answer, or has failed. */
  constructor(target: Target, done: Done) {
    this.#target = target;
    this.#request = get(target.path, target.endpoint);
    this.#done = done;
  }

  /** From now on somebody else is told. */
  onDone(done: Done): void {
    this.#done = done;
  }

  /** Sends a request, over the connection that there is, or over a new one. */
  ask(): void {
    this.busy = true;
    if (this.#socket === null) this.#connect();
    else this.#socket.write(this.#request);
    this.#asked.ask(this.#reader.begun);
  }

  /** Resolves when its first connection is made, or cannot be. */
  connected(): Promise<void> {
    return this.#settled;
  }

  close(): void {
    this.#closed = true;
    this.#socket?.destroy();
  }

  #connect(): void {
    const { address: host, port } = this.#target.endpoint;
    const socket = connect({ host, port, noDelay: true, onread: { buffer, callback: this.#taken } });
    this.#socket = socket;
    this.#reader = new ResponseReader(false);
    socket.on("connect", () => {
      this.#settle();
      socket.write(this.#request);
    });
    // What an earlier connection still has to say is not about the request that is on its way now.
    socket.on("end", () => {
      if (this.#socket !== socket) return;
      this.#reader.end();
      this.#look("lost");
    });
    socket.on("error", () => socket.destroy());
    socket.on("close", () => {
      this.#settle();
      if (this.#socket !== socket) return;
      this.#socket = null;
      if (this.busy && !this.#closed) this.#finish("lost");
    });
  }

  readonly #taken = (count: number): boolean => {
    this.#asked.read();
    this.#reader.push(Buffer.from(buffer.subarray(0, count)));
    this.#look("wrong");
    return true; // go on
  };

  /** `otherwise`: why the request has failed, if what came is not HTTP. */
  #look(otherwise: Failure): void {
    while (this.#take());
    if (this.#reader.broken === null || !this.busy) return;
    this.#leave();
    this.#finish(otherwise);
  }

  /** Takes the next message, where it is whole. */
  #take(): boolean {
    const { response, broken } = this.#reader;
    const { bytes, expected } = this.#target;
    if (broken !== null || response === null || !(response.complete || response.bytes === bytes))
      return false;
    this.#reader.next();
    if (!this.#asked.isAnswer(this.#reader.begun)) return true;
    // A server that closes after its answer is asked over a new connection next time.
    if (response.framing === "close" || /\bclose\b/i.test(response.headers.get("connection") ?? ""))
      this.#leave();
    if (response.status < 200 || response.status > 299) this.#finish("not2xx");
    else this.#finish(expected === null || response.bytes === expected ? null : "wrong");
    return true;
  }

  #finish(failure: Failure | null): void {
    this.busy = false;
    this.#done(this, failure);
  }

  #leave(): void {
    this.#socket?.destroy();
    this.#socket = null;
    this.#reader = new ResponseReader(false);
  }
}
