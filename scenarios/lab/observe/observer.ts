// Watches one server from outside while clients knock: what the kernel knows of its connections, threads and rest.

import { setTimeout as delay } from "node:timers/promises";
import type { Client } from "../../../clients/client.js";
import type { KernelEvidence, ProbeStep } from "../../../results/result.js";
import type { Connection, Counts, End, Kernel, Thread, WaitsFor } from "../kernel/index.js";
import type { RunningServer } from "../process/launch.js";
import { AcceptWatch } from "./accept-watch.js";
import { MAY_YET_ANSWER, TURNS_FOR_EVER, untilIdle } from "./until-idle.js";

/** Where the system can't say whether a server rests, it is given so long. */
const MOMENT_MS = 20;
const ON_SOCKETS: ReadonlySet<WaitsFor | null> = new Set(["connection", "bytes", "room to send", "events"]);
const ON_LOCKS: ReadonlySet<WaitsFor | null> = new Set(["lock"]);

export class Observer {
  readonly server: RunningServer;
  readonly kernel: Kernel;
  readonly following: AcceptWatch = new AcceptWatch(this);
  #pids: number[] = [];
  /** performance.now() when the server was first seen to be gone. */
  goneAt = Infinity;

  constructor(server: RunningServer, kernel: Kernel) {
    this.server = server;
    this.kernel = kernel;
  }

  /** Has the server ended, with all its processes? */
  get gone(): boolean {
    const gone = this.server.pids().length === 0;
    if (gone) this.goneAt = Math.min(this.goneAt, performance.now());
    return gone;
  }

  /** How many processes the server has now, and how many threads. */
  counts(): Counts {
    return this.kernel.counts(this.server.pids());
  }

  /**
   * Does every thread of the server sleep? null: the system can't say. The processes that it had at the last look are
   * asked first: where one of them is at work, it need not be known which others there are by now.
   */
  resting(): boolean | null {
    const resting = this.kernel.resting(this.#pids);
    if (resting !== true) return resting;
    const before = this.#pids;
    this.#pids = this.server.pids();
    return this.#pids.every((pid) => before.includes(pid)) || this.kernel.resting(this.#pids);
  }

  /**
   * Resolves when every thread of the server sleeps: from then on nothing happens until somebody asks or leaves, or a
   * timer runs out. A server that merely lacks processor time has threads that are ready to run, so a busy machine
   * does not pass for a blocking server. Where the system can't say, a moment is waited. False: it never rests.
   */
  async atRest(): Promise<boolean> {
    if (this.server.restless) return false;
    const rests = await untilIdle(this, TURNS_FOR_EVER);
    if (rests === null) await delay(MOMENT_MS);
    // Its rest can't be waited for then, and patience alone decides.
    if (rests === false) this.server.restless = true;
    return rests !== false;
  }

  /**
   * The same, where a server may be long at work, as one that starts a thread for each of hundreds; it is not taken for
   * restless then. False: it did not come to rest, or what `unless` says was so before, or the system can't say.
   */
  async rests(longest = MAY_YET_ANSWER, unless = () => false): Promise<boolean> {
    return !this.server.restless && (await untilIdle(this, longest, unless)) === true;
  }

  /** What its processes have had of a processor, in milliseconds; null: the system can't say. */
  cpuTimeMs(): number | null {
    return this.kernel.cpuTimeMs(this.server.pids());
  }

  /** The kernel's word on a client's connection; null where it can't be had, or the connection is gone. */
  evidence(client: Client): KernelEvidence | null {
    const { endpoint } = this.server;
    const connection = this.connection(client);
    if (connection === null) return null;
    const listener = this.kernel.listener(endpoint);
    const { threads, processes } = this.counts();
    if (connection.accepted === null || listener === null || threads === null || processes === null)
      return null;
    return {
      accepted: connection.accepted,
      acceptQueue: listener.acceptQueue,
      unreadBytes: connection.unreadBytes,
      threads,
      processes,
    };
  }

  /** Follows a client from the moment before it connects. Resolves with when the server accepted it; see Following. */
  follow(client: Client): Promise<number | null> {
    return this.following.follow(client);
  }

  /**
   * Has the server left this client's connection open? The client's own side tells, also of a browser: the server's
   * may not be there yet, where accept is put off until something was sent (TCP_DEFER_ACCEPT, tcp(7)).
   */
  stays(client: Client): boolean {
    if (client.ending !== null) return false;
    if (!this.kernel.canSeeConnections || client.localPort === null) return true;
    return this.ownSide(client)?.state === "ESTABLISHED";
  }

  /** Has the server called accept for this client? null: the system can't say, or the connection is gone. */
  accepted(client: Client): boolean | null {
    return this.connection(client)?.accepted ?? null;
  }

  /** Has it not been accepted, while a thread waits for the holder alone, and none for a connection or for its time to come? */
  isBehind(client: Client, holder: Client): boolean {
    const inode = this.connection(holder)?.inode ?? 0;
    if (this.accepted(client) !== false || inode === 0) return false;
    const threads = this.threads();
    const waitsOtherwise = threads.some(({ waitsFor }) => waitsFor === "connection" || waitsFor === "time");
    return !waitsOtherwise && threads.some(({ socketInode }) => socketInode === inode);
  }

  /** Does the server's answer to this client lie unsent, because the client does not read? null: the system can't say. */
  stuck(client: Client): boolean | null {
    if (!this.kernel.canSeeConnections) return null;
    return (this.connection(client)?.unsentBytes ?? 0) > 0;
  }

  /** Every thread of the server, and what it waits for; none where the system can't say. */
  threads(pids: readonly number[] = this.server.pids()): Thread[] {
    return pids.flatMap((pid) => this.kernel.threads(pid) ?? []);
  }

  /** What is seen of the server while these clients hold it. */
  step(holders: readonly Client[]): ProbeStep {
    const pids = this.server.pids();
    const inodes = holders
      .map((holder) => this.connection(holder)?.inode ?? 0)
      .filter((inode) => inode !== 0);
    return {
      held: holders.length,
      ...this.kernel.counts(pids),
      ...this.#waits(pids, inodes),
      owners: this.#owners(pids, inodes),
    };
  }

  /** How many of the server's threads wait for a lock; null: can't be said. */
  onLocks(): number | null {
    return this.#waits(this.server.pids(), []).onLocks;
  }

  /** What the threads of these processes wait for; `inodes`: of the holders' connections. */
  #waits(
    pids: readonly number[],
    inodes: readonly number[],
  ): Pick<ProbeStep, "dedicated" | "onSockets" | "onLocks"> {
    const threads = this.kernel.canSeeConnections ? this.threads(pids) : [];
    if (threads.every(({ syscall }) => syscall === null))
      return { dedicated: null, onSockets: null, onLocks: null };
    const waitedFor = new Set(threads.map(({ socketInode }) => socketInode));
    const count = (kinds: ReadonlySet<WaitsFor | null>) =>
      threads.filter(({ waitsFor }) => kinds.has(waitsFor)).length;
    return {
      dedicated: inodes.filter((inode) => waitedFor.has(inode)).length,
      onSockets: count(ON_SOCKETS),
      onLocks: count(ON_LOCKS),
    };
  }

  /** How many of these processes have one of these connections open; null: can't be said. */
  #owners(pids: readonly number[], inodes: readonly number[]): number | null {
    if (!this.kernel.canSeeConnections) return null;
    let owners = 0;
    for (const pid of pids) {
      const sockets = this.kernel.sockets(pid);
      if (sockets === null) return null;
      if (inodes.some((inode) => sockets.has(inode))) owners++;
    }
    return owners;
  }

  /** The ends of all clients that are connected to the server. */
  ends(): End[] {
    return this.kernel.connectionsTo(this.server.endpoint);
  }

  /** The server's side of a client's connection; null: the system can't say, or there is none. */
  connection(client: Client): Connection | null {
    const end = this.#endOf(client);
    return this.kernel.canSeeConnections && end !== null
      ? this.kernel.connection(this.server.endpoint, end)
      : null;
  }

  /** The client's own side of it; null: the system can't say, or there is none. */
  ownSide(client: Client): Connection | null {
    const end = this.#endOf(client);
    return this.kernel.canSeeConnections && end !== null
      ? this.kernel.connection(end, this.server.endpoint)
      : null;
  }

  #endOf({ localAddress, localPort }: Client): End | null {
    return localPort === null
      ? null
      : { address: localAddress ?? this.server.endpoint.address, port: localPort };
  }
}
