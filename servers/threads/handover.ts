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
  /** When there have been more than these for so long, one ends as soon as it is free. */
  idleMs: number;
}

// The cells: a counter of threads and busy threads in one word, so that both change together; the two ends of a
// queue; how many threads are starting; when they were last needed nearly all; then the queue's slots, three cells each.
const COUNT = 0;
const HEAD = 1;
const TAIL = 2;
const STARTING = 3;
const NEEDED = 4;
const SLOTS = 5;
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
    if (typeof from === "number") Atomics.store(this.#cells, NEEDED, now());
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
    const { threads, busy } = split(Atomics.add(this.#cells, COUNT, ONE_BUSY));
    if (threads - busy <= this.shared.cached) Atomics.store(this.#cells, NEEDED, now());
    const tail = Atomics.load(this.#cells, TAIL);
    this.#cells.set([socket, packAddress(peer.address), peer.port], this.#slot(tail));
    Atomics.store(this.#cells, TAIL, (tail + 1) | 0);
    Atomics.notify(this.#cells, TAIL, 1);
  }

  /** Blocks until there is a connection, and takes it. Null: there are more threads than needed, and this one should end. */
  take(): Connection | null {
    for (;;) {
      const head = Atomics.load(this.#cells, HEAD);
      const tail = Atomics.load(this.#cells, TAIL);
      if (head === tail) {
        if (this.#leave()) return null;
        Atomics.wait(this.#cells, TAIL, tail, this.shared.idleMs);
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

  /** This thread leaves, if for a while more than enough others were free: one of them may just be getting a client. */
  #leave(): boolean {
    for (;;) {
      const unneededMs = (now() - Atomics.load(this.#cells, NEEDED)) >>> 0;
      if (unneededMs <= this.shared.idleMs) return false;
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

/** Milliseconds on a clock that all threads share, and that turns over after 49 days. */
const now = (): number => Date.now() | 0;

const split = (word: number) => ({ threads: word >>> 16, busy: word & 0xffff });

const packAddress = (address: string): number => Buffer.from(address.split(".").map(Number)).readInt32BE();

function connectionOf(socket: Socket, packed: number, port: number): Connection {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(packed);
  const peer: Address = { address: bytes.join("."), port };
  return new Connection(socket, peer);
}
