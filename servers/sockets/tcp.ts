// A listening socket and a connection, as the servers use them. All of it blocks.

import * as calls from "./calls.js";
import { SocketError } from "./error.js";
import { type Address, IPPROTO_TCP, SHUT_WR, TCP_NODELAY } from "./platform.js";

/** One buffer a thread: a thread that blocks serves one connection at a time. */
const buffer = Buffer.allocUnsafeSlow(16 * 1024);
const LINGER_MS = 1000;
const LINGER_BYTES = 1024 * 1024;

/** Errors of accept(2) that belong to one client which left too soon (accept(2) lists them), not to the listening socket. */
const CLIENT_GONE = new Set([
  "ECONNABORTED",
  "ECONNRESET",
  "EPROTO",
  "ENETDOWN",
  "EHOSTUNREACH",
  "ETIMEDOUT",
]);
/** Errors of accept(2) that pass when somebody lets go of a descriptor or of memory. */
const SHORTAGE = new Set(["EMFILE", "ENFILE", "ENOBUFS", "ENOMEM"]);

export class Listener {
  readonly socket: calls.Socket;
  readonly address: Address;

  constructor(socket: calls.Socket) {
    this.socket = socket;
    this.address = calls.getsockname(socket);
  }

  /** Blocks until a client has connected. What can pass by itself is waited out; the rest is thrown. */
  accept(): Connection {
    for (;;) {
      try {
        const { connection, peer } = calls.accept(this.socket);
        return new Connection(connection, peer);
      } catch (error) {
        if (!(error instanceof SocketError)) throw error;
        if (SHORTAGE.has(error.code)) pause(50);
        else if (!CLIENT_GONE.has(error.code)) throw error;
      }
    }
  }
}

export class Connection {
  readonly socket: calls.Socket;
  readonly peer: Address;

  constructor(socket: calls.Socket, peer: Address) {
    this.socket = socket;
    this.peer = peer;
  }

  /** Blocks until bytes have come, and answers them; none when the client has left. Valid until the next call. */
  receive(): Buffer {
    return buffer.subarray(0, calls.recv(this.socket, buffer));
  }

  /** Blocks until the kernel has taken every byte: send(2) may take a part. */
  send(bytes: Uint8Array): void {
    for (let rest = bytes; rest.length > 0; ) {
      const sent = calls.send(this.socket, rest);
      if (sent === rest.length) return; // nearly always, and spares making an empty rest
      rest = rest.subarray(sent);
    }
  }

  /**
   * Says goodbye and hears the client out for a moment. To close at once while its bytes lie unread would send a
   * reset, which can destroy the answer before the client has read it (RFC 9112 §9.6). Whether it goes, resets or is
   * silent: the answer was given, so that is no error any more.
   */
  linger(): void {
    try {
      calls.shutdown(this.socket, SHUT_WR);
      calls.setReceiveTimeout(this.socket, LINGER_MS);
      const deadline = performance.now() + LINGER_MS;
      let heard = 0;
      while (heard < LINGER_BYTES && performance.now() < deadline) {
        const { length } = this.receive();
        if (length === 0) return;
        heard += length;
      }
    } catch (error) {
      if (!(error instanceof SocketError)) throw error;
    }
  }

  close(): void {
    calls.close(this.socket);
  }
}

/** socket, bind and listen in one (UNP §11.13). Port 0 picks a free one. Throws SocketError. */
export function listen(address: Address, backlog: number): Listener {
  const socket = calls.socket();
  try {
    calls.setOption(socket, calls.platform.reuseOption, calls.ON);
    // Every send goes out at once: a second answer would wait for the client's delayed acknowledgement of the first. A socket
    // that is accepted has the options of the one that listens.
    calls.setOption(socket, TCP_NODELAY, calls.ON, IPPROTO_TCP);
    calls.bind(socket, address);
    calls.listen(socket, backlog);
    return new Listener(socket);
  } catch (error) {
    calls.close(socket);
    throw error;
  }
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
