// How a connection gets from the thread that accepts to the thread that serves: through shared memory, because both
// block, and a message would need an event loop on the other side.

import type { Settings } from "../service.js";
import type { Socket } from "../sockets/calls.js";
import type { Address } from "../sockets/platform.js";
import { Connection } from "../sockets/tcp.js";

/** What a thread is given when it starts. */
export interface ThreadData {
  settings: Settings;
  handover: SharedHandover;
}

export interface SharedHandover {
  cells: Int32Array;
  cached: number;
}

// The cells: a counter of threads and busy threads in one word, so that both change together; the two ends of a
// queue; then the queue's slots, three cells each.
const COUNT = 0;
const HEAD = 1;
const TAIL = 2;
const SLOTS = 3;
const SLOT_CELLS = 3;
const ONE_THREAD = 1 << 16;
const ONE_BUSY = 1;

export class Handover {
  readonly shared: SharedHandover;
  readonly #cells: Int32Array;
  readonly #slots: number;

  constructor(maxThreads: number, cached: number);
  constructor(shared: SharedHandover);
  constructor(from: number | SharedHandover, cached = 0) {
    this.shared = typeof from === "number" ? { cells: newCells(from), cached } : from;
    this.#cells = this.shared.cells;
    this.#slots = (this.#cells.length - SLOTS) / SLOT_CELLS;
  }

  /** How many threads there are, and how many of them have a client. */
  count(): { threads: number; busy: number } {
    return split(Atomics.load(this.#cells, COUNT));
  }

  threadStarted(): void {
    Atomics.add(this.#cells, COUNT, ONE_THREAD);
  }

  /** Blocks until some thread has no client. */
  awaitFree(): void {
    for (;;) {
      const word = Atomics.load(this.#cells, COUNT);
      const { threads, busy } = split(word);
      if (busy < threads) return;
      Atomics.wait(this.#cells, COUNT, word);
    }
  }

  /** Puts a connection into the queue and wakes one thread. There must be a free one. */
  give({ socket, peer }: Connection): void {
    Atomics.add(this.#cells, COUNT, ONE_BUSY);
    const tail = Atomics.load(this.#cells, TAIL);
    this.#cells.set([socket, packAddress(peer.address), peer.port], this.#slot(tail));
    Atomics.store(this.#cells, TAIL, (tail + 1) | 0);
    Atomics.notify(this.#cells, TAIL, 1);
  }

  /** Blocks until there is a connection, and takes it. */
  take(): Connection {
    for (;;) {
      const head = Atomics.load(this.#cells, HEAD);
      const tail = Atomics.load(this.#cells, TAIL);
      if (head === tail) {
        Atomics.wait(this.#cells, TAIL, tail);
        continue;
      }
      const [socket, address, port] = this.#cells.subarray(this.#slot(head), this.#slot(head) + SLOT_CELLS);
      // Only who moves the head owns what was read: another thread may have been quicker.
      if (Atomics.compareExchange(this.#cells, HEAD, head, (head + 1) | 0) === head) {
        return connectionOf(socket!, address!, port!);
      }
    }
  }

  /** Says that this thread's client has left. Answers whether the thread should wait for another, or end. */
  done(): "stay" | "end" {
    for (;;) {
      const word = Atomics.load(this.#cells, COUNT);
      const { threads, busy } = split(word);
      const end = threads - busy >= this.shared.cached;
      const next = word - ONE_BUSY - (end ? ONE_THREAD : 0);
      if (Atomics.compareExchange(this.#cells, COUNT, word, next) === word) {
        Atomics.notify(this.#cells, COUNT);
        return end ? "end" : "stay";
      }
    }
  }

  #slot(position: number): number {
    return SLOTS + ((position >>> 0) % this.#slots) * SLOT_CELLS;
  }
}

/** A power of two of slots, so that positions may wrap around at 2^32. */
function newCells(maxThreads: number): Int32Array {
  const slots = 2 ** Math.ceil(Math.log2(maxThreads + 1));
  return new Int32Array(new SharedArrayBuffer((SLOTS + slots * SLOT_CELLS) * Int32Array.BYTES_PER_ELEMENT));
}

const split = (word: number) => ({ threads: word >>> 16, busy: word & 0xffff });

const packAddress = (address: string): number => Buffer.from(address.split(".").map(Number)).readInt32BE();

function connectionOf(socket: Socket, packed: number, port: number): Connection {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(packed);
  const peer: Address = { address: bytes.join("."), port };
  return new Connection(socket, peer);
}
