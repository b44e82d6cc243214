// A listening socket and a connection for the event loop: the same words as in sockets/tcp.ts, but nothing blocks. Each
// asks the system, and when that has nothing yet, waits for the event that says it has.

import { once } from "node:events";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { setImmediate as turn } from "node:timers/promises";
import { SocketError } from "../sockets/error.js";
import type { Address } from "../sockets/platform.js";
import { readFrom } from "./reading.js";

const LINGER_MS = 1000;
const LINGER_BYTES = 1024 * 1024;
/** So much is read ahead of whoever receives, and a piece more. */
const MOST_AHEAD = 16 * 1024;
/** How often, and how much, a connection may send before the others get their turn. */
const SENDS_PER_TURN = 8;
const BYTES_PER_TURN = 16 * 1024;
const NOTHING = Buffer.alloc(0);

export class Listener {
  readonly address: Address;
  readonly #accepted: Connection[] = [];
  #wake = () => {};

  constructor(server: Server) {
    const { address, port } = server.address() as AddressInfo;
    this.address = { address, port };
    server.on("connection", (socket) => {
      const { remoteAddress, remotePort } = socket;
      // Node accepts first and asks then who it was: of a client that has reset meanwhile nobody knows.
      if (remoteAddress === undefined || remotePort === undefined) return void socket.destroy();
      this.#accepted.push(new Connection(socket, { address: remoteAddress, port: remotePort }));
      this.#wake();
    });
    server.on("error", () => {}); // accept failed for one client: it left too soon, or no descriptor was left for it
  }

  /** Resolves when a client has connected. */
  async accept(): Promise<Connection> {
    for (;;) {
      const connection = this.#accepted.shift();
      if (connection !== undefined) return connection;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}

export class Connection {
  readonly peer: Address;
  readonly #socket: Socket;
  /** What has come, and nobody has received yet. */
  readonly #arrived: Buffer[] = [];
  #arrivedBytes = 0;
  #receiver: { resolve: (bytes: Buffer) => void; reject: (error: SocketError) => void } | null = null;
  /** How often it has sent in this turn of the event loop. */
  #sends = 0;
  /** Those who have sent in this turn. */
  static #sending: Connection[] = [];

  constructor(accepted: Socket, peer: Address) {
    const socket = readFrom(accepted, (bytes) => {
      this.#arrived.push(bytes);
      this.#arrivedBytes += bytes.length;
      if (this.#arrivedBytes > MOST_AHEAD) socket.pause(); // nobody receives as fast as it comes
      this.#deliver();
    });
    this.#socket = socket;
    this.peer = peer;
    for (const event of ["end", "close"]) socket.on(event, () => this.#deliver());
    socket.on("error", () => {}); // whoever waits finds it in socket.errored
  }

  /** Resolves with bytes when some have come, with none when the client has left. Rejects with SocketError. */
  receive(): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      this.#receiver = { resolve, reject };
      this.#deliver();
    });
  }

  /** Gives whoever receives what there is to be received, if there is anything. */
  #deliver(): void {
    if (this.#receiver === null) return;
    const { resolve, reject } = this.#receiver;
    const socket = this.#socket;
    const bytes = this.#arrived.shift();
    if (bytes !== undefined) {
      this.#arrivedBytes -= bytes.length;
      if (this.#arrived.length === 0 && socket.isPaused()) socket.resume();
      resolve(bytes);
    } else if (socket.errored) reject(failure("recv", socket.errored));
    else if (socket.readableEnded || socket.destroyed) resolve(NOTHING);
    else return;
    this.#receiver = null;
  }

  /**
   * Sends bytes when this turn of the event loop ends. False: enough for this turn. Then wait for `sent` before the next,
   * so that not much waits here.
   */
  send(bytes: Uint8Array): boolean {
    const socket = this.#socket;
    if (this.#sends++ === 0) {
      socket.cork();
      if (Connection.#sending.push(this) === 1) setImmediate(Connection.#endTurn);
    }
    socket.write(bytes);
    return this.#sends < SENDS_PER_TURN && socket.writableLength < BYTES_PER_TURN;
  }

  /**
   * Everybody who had asked has been heard: now the kernel gets all the answers, one after the other. To wake a client is
   * a good part of what an answer costs, and while they leave in a row, the clients stay awake.
   */
  static #endTurn(this: void): void {
    const sending = Connection.#sending;
    Connection.#sending = [];
    for (const connection of sending) connection.#flush();
  }

  #flush(): void {
    this.#sends = 0;
    this.#socket.uncork();
  }

  /** Resolves when the kernel has taken every byte, and the others have had their turn. Throws SocketError. */
  async sent(): Promise<void> {
    const socket = this.#socket;
    if (this.#sends > 0) await turn();
    // A write of nothing comes after all others.
    const error = socket.writableLength > 0 && (await new Promise((taken) => socket.write(NOTHING, taken)));
    // A reset that was read while the bytes waited lets the write end without an error of its own.
    if (socket.errored || error) throw failure("send", socket.errored ?? error);
  }

  /** Says goodbye and hears the client out for a moment: see sockets/tcp.ts. */
  async linger(): Promise<void> {
    this.#socket.end();
    const timer = setTimeout(() => this.#socket.destroy(), LINGER_MS);
    try {
      for (let heard = 0; heard < LINGER_BYTES; ) {
        const { length } = await this.receive();
        if (length === 0) return;
        heard += length;
      }
    } catch (error) {
      if (!(error instanceof SocketError)) throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Closes at once. What the kernel has taken it delivers. */
  close(): void {
    this.#flush();
    this.#socket.destroy();
  }
}

const failure = (call: string, error: unknown): SocketError =>
  new SocketError(call, (error as NodeJS.ErrnoException).code ?? String(error));

/** Port 0 picks a free one. Throws SocketError. */
export async function listen({ address, port }: Address, backlog: number): Promise<Listener> {
  const server = createServer({ allowHalfOpen: true, noDelay: true, pauseOnConnect: true });
  // Node takes a backlog of 0 for none given, which would be 511.
  server.listen({ host: address, port, backlog: Math.max(1, backlog) });
  try {
    await once(server, "listening");
  } catch (error) {
    throw failure("listen", error);
  }
  return new Listener(server);
}
