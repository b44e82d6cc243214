// The words of the kernel's door: what an operating system can say about a server and its connections.
// null always means "this system can't say", never "no".

/** One end of a TCP connection: a literal IPv4 or IPv6 address (no name, no zone) and a port in host order. */
export interface End {
  address: string;
  port: number;
}

/** One side of a TCP connection, as the kernel holds it. */
export interface Connection {
  /** The TCP state of this side (RFC 9293 §3.3.2, Linux's spelling). */
  state: TcpState;
  /** The socket's inode, as in `socket:[N]` under /proc/PID/fd; 0: no process owns it (not accepted yet, or closed already). */
  inode: number;
  /** Of the server's side: was accept(2) called for it? null: it is closed and nobody owns it any more, so both may be true. */
  accepted: boolean | null;
  /** Bytes received and acknowledged by the kernel that no process has read. */
  unreadBytes: number;
  /** Bytes that the process has written and the other side has not acknowledged, sent or not. */
  unsentBytes: number;
  /** Has anything come from the other side, be it one byte? null: this system can't say. */
  received: boolean | null;
  /** Has this side sent anything? null: this system can't say. */
  sent: boolean | null;
  /** How often this side has sent again what the other one has not acknowledged: of one that is connecting, its SYN. */
  retransmits: number;
}

export type TcpState =
  | "ESTABLISHED"
  | "SYN_SENT"
  | "SYN_RECV"
  | "FIN_WAIT1"
  | "FIN_WAIT2"
  | "TIME_WAIT"
  | "CLOSE"
  | "CLOSE_WAIT"
  | "LAST_ACK"
  | "LISTEN"
  | "CLOSING";

/** A listening socket; where several share the port (SO_REUSEPORT), one of them: each has a queue of its own. */
export interface Listener {
  /** Connections that are established and wait for accept(2). */
  acceptQueue: number;
  /** The limit given to listen(2), capped by net.core.somaxconn; Linux lets the queue grow to one more than this. */
  backlog: number | null;
  inode: number;
}

/** A listening socket in the list of all of them. */
export interface ListenerAddress extends End {
  inode: number;
  family: 4 | 6;
}

/** What keeps a TCP port from being bound. */
export interface PortUse {
  port: number;
  /** Who listens there, and with which words it was started; null: not ours to see. No listener: nobody listens. */
  listener: { pid: number | null; command: string | null } | null;
  /** How many closed connections the kernel keeps there. */
  lingering: number;
  /** Is it one of those that the system hands out itself? Then what lingers may have been a mere client's. */
  handedOut: boolean;
}

/** A port that a process listens on. Processes that share one socket (prefork) are listed once each. */
export interface ListeningPort extends End {
  pid: number;
}

/** How many there are of some processes and their threads, all together, at this moment; zombies don't count. */
export interface Counts {
  processes: number | null;
  threads: number | null;
}

/** pss: what several processes share is divided among them (proc(5)); rss: it is counted for each of them. */
export interface Memory {
  bytes: number;
  kind: "pss" | "rss";
}

/** What a program does that listens on no TCP port. */
export interface NonTcpActivity {
  /** A thread of it waits for standard input. */
  readsInput: boolean;
  udpPorts: number[];
}

/** What one thread does at this moment. */
export interface Thread {
  tid: number;
  /** One letter: R runs, S sleeps, D waits for a disk, T stopped, Z zombie (proc(5)). */
  state: string;
  /** The system call that it is blocked in, `accept4` say, or `syscall 999` for one that has no name here; null: none, or not told. */
  syscall: string | null;
  /** What that call waits for, where the call alone tells it. */
  waitsFor: WaitsFor | null;
  /** The inode of the socket that the call is about: compare it with a connection's to know for whom the thread waits. */
  socketInode: number | null;
  /** The kernel function that it sleeps in (`inet_csk_accept`); null: none, or not told. */
  waitChannel: string | null;
}

export type WaitsFor = "connection" | "bytes" | "room to send" | "events" | "lock" | "child" | "time";

/** Where the facts about sockets come from: netlink, or the tables in /proc/net. */
export interface Sockets {
  /** One side of a connection: the one whose own end is `own`; null: there is no such connection. */
  connection(own: End, peer: End): Connection | null;
  /** The socket that would get a connection to this end, also when it is bound to 0.0.0.0 or ::; null: nobody listens. */
  listener(end: End): Listener | null;
  /** The clients' ends of all connections to this end of a server, made or being made. */
  connectionsTo(server: End): End[];
  /** Every listening TCP socket of this network namespace. */
  listeners(): ListenerAddress[];
  /** The ports of connections that are being closed and that no process owns any more, one entry each: TIME_WAIT and before. */
  lingering(): number[];
  close(): void;
}

/**
 * The door: what the operating system knows about servers and their connections. Nothing here ever connects to
 * anything, and every answer is of this moment. null: this system, or these permissions, can't say.
 */
export interface Kernel {
  /** Can `connection` and `listener` be answered at all? Then their null means "there is none". */
  readonly canSeeConnections: boolean;
  /** The server's side of a connection. With the ends swapped: the client's side. null: there is none. */
  connection(server: End, client: End): Connection | null;
  /** The listening socket that answers for this end; null: nobody listens there. */
  listener(end: End): Listener | null;
  /** The clients' ends of all connections to a server, made or being made, closing ones included. */
  connectionsTo(server: End): End[];
  /** The ports that these processes listen on; null: their sockets are not ours to see. */
  listeningPorts(pids: readonly number[]): ListeningPort[] | null;
  /** What these processes do, where they listen on no port. */
  nonTcpActivity(pids: readonly number[]): NonTcpActivity | null;
  /** Every TCP port that is in use by a listener, or kept by closed connections; null: this system can't say. */
  portsInUse(): PortUse[] | null;
  /** The inodes of the sockets that a process has open; null: it is gone, or they are not ours to see. */
  sockets(pid: number): ReadonlySet<number> | null;
  /** A process and its living descendants, itself first; empty: it is gone. */
  tree(pid: number): number[];
  /** What stands in a process's environment now, its entries apart by NUL; null: it is gone, or not ours to see. */
  environment(pid: number): string | null;
  /** Has it ended, or is it ending, or just becoming another program? Then it shows neither its environment nor its command line. */
  isChanging(pid: number): boolean;
  /** The living processes that became ours because their own parent has ended; none where the system gives them to another. */
  orphans(): number[];
  /** The processes whose first environment had this whole entry, `NAME=value`, wherever they now hang in the tree. */
  marked(entry: string): number[] | null;
  counts(pids: readonly number[]): Counts;
  /** Does every thread of these processes sleep? False: one runs, could run, or waits for a disk (states R and D). */
  resting(pids: readonly number[]): boolean | null;
  /** The threads of a process, the first one first; empty: it is gone. */
  threads(pid: number): Thread[] | null;
  /** CPU time, user and system, that these processes have used up so far, threads that ended included; milliseconds. */
  cpuTimeMs(pids: readonly number[]): number | null;
  /** How many files, sockets among them, a process may have open at once. */
  descriptorLimit(pid: number): number | null;
  /** The memory that these processes take, all together. */
  memory(pids: readonly number[]): Memory | null;
  /** How often the threads that these processes have now were made to leave a processor, or left it to wait. */
  contextSwitches(pids: readonly number[]): number | null;
  close(): void;
}
