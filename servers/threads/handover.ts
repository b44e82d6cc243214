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
  /** So many free threads are kept. */
  cached: number;
  /** So long one that is more than these waits for a client, and then ends. */
  idleMs: number;
}

// The cells: a counter of threads and busy threads in one word, so that both change together; the two ends of a
// queue; how many threads are starting; then the queue's slots, three cells each.
const COUNT = 0;
const HEAD = 1;
const TAIL = 2;
const STARTING = 3;
const SLOTS = 4;
const SLOT_CELLS = 3;
const ONE_THREAD = 1 << 16;
const ONE_BUSY = 1;

export class Handover {
  readonly shared: SharedHandover;
  readonly #cells: Int32Array;
  readonly #slots: number;

  constructor(maxThreads: number, cached: number, idleMs: number);
  constructor(shared: SharedHandover);
  constructor(from: number | SharedHandover, cached = 0, idleMs = 0) {
    this.shared = typeof from === "number" ? { cells: newCells(from), cached, idleMs } : from;
    this.#cells = this.shared.cells;
    this.#slots = (this.#cells.length - SLOTS) / SLOT_CELLS;
  }

  /** How many threads there are; of them, how many start, and how many have a client. */
  count(): { threads: number; starting: number; busy: number } {
    // A thread that starts is counted as busy until it has started. In this order one may be counted twice, but none is missed.
    const starting = Atomics.load(this.#cells, STARTING);
    const { threads, busy } = split(Atomics.load(this.#cells, COUNT));
    return { threads, starting, busy: Math.max(0, busy - starting) };
  }

  /** Says that a thread is being started. */
  starts(): void {
    Atomics.add(this.#cells, STARTING, 1);
    Atomics.add(this.#cells, COUNT, ONE_THREAD + ONE_BUSY);
  }

  /** Says, in the thread itself, that it has started. */
  started(): void {
    Atomics.sub(this.#cells, STARTING, 1);
    this.done();
  }

  /** Blocks until some thread has started and has no client. */
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

  /** Blocks until there is a connection, and takes it. Null: none has come for a while, and the thread should end. */
  take(): Connection | null {
    for (;;) {
      const head = Atomics.load(this.#cells, HEAD);
      const tail = Atomics.load(this.#cells, TAIL);
      if (head === tail) {
        const late = Atomics.wait(this.#cells, TAIL, tail, this.shared.idleMs) === "timed-out";
        if (late && this.#leave()) return null;
        continue;
      }
      const [socket, address, port] = this.#cells.subarray(this.#slot(head), this.#slot(head) + SLOT_CELLS);
      // Only who moves the head owns what was read: another thread may have been quicker.
      if (Atomics.compareExchange(this.#cells, HEAD, head, (head + 1) | 0) === head) {
        return connectionOf(socket!, address!, port!);
      }
    }
  }

  /** Says that this thread is free: its client has left. */
  done(): void {
    Atomics.sub(this.#cells, COUNT, ONE_BUSY);
    Atomics.notify(this.#cells, COUNT);
  }

  /** This thread leaves, if more than enough others are free: one of them may just be getting a client. */
  #leave(): boolean {
    for (;;) {
      const word = Atomics.load(this.#cells, COUNT);
      const { threads, busy } = split(word);
      if (threads - busy <= Math.max(this.shared.cached, 1)) return false;
      if (Atomics.compareExchange(this.#cells, COUNT, word, word - ONE_THREAD) === word) return true;
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
