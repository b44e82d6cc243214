// The program of peer.ts: runs each line of its standard input as JavaScript, and prints what it comes to.
// Its sockets are the system's, called as a C program calls them.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { fstatSync, openSync } from "node:fs";
import { createInterface } from "node:readline";
import { runInThisContext } from "node:vm";
import { Worker } from "node:worker_threads";
import koffi from "koffi";

const AF_INET = 2;
const AF_INET6 = 10;
const [SOCK_STREAM, SOCK_DGRAM, SOCK_NONBLOCK] = [1, 2, 2048];
const [SOL_SOCKET, SO_LINGER] = [1, 13];
const [IPPROTO_TCP, TCP_DEFER_ACCEPT] = [6, 9];
const EINPROGRESS = 115;
const POLLIN = 1;

const libc = koffi.load(null);
const c = {
  socket: libc.func("int socket(int family, int type, int protocol)"),
  socketpair: libc.func("int socketpair(int family, int type, int protocol, _Out_ int *ends)"),
  bind: libc.func("int bind(int s, uint8_t *address, int length)"),
  listen: libc.func("int listen(int s, int backlog)"),
  accept: libc.func("int accept(int s, void *address, void *length)"),
  connect: libc.func("int connect(int s, uint8_t *address, int length)"),
  recv: libc.func("intptr_t recv(int s, uint8_t *buffer, size_t length, int flags)"),
  send: libc.func("intptr_t send(int s, uint8_t *bytes, size_t length, int flags)"),
  shutdown: libc.func("int shutdown(int s, int how)"),
  close: libc.func("int close(int s)"),
  dup: libc.func("int dup(int s)"),
  poll: libc.func("int poll(uint8_t *list, uint64_t count, int timeout)"),
  select: libc.func("int select(int count, uint8_t *read, void *write, void *except, void *timeout)"),
  setsockopt: libc.func("int setsockopt(int s, int level, int name, uint8_t *value, int length)"),
  getsockname: libc.func("int getsockname(int s, uint8_t *address, _Inout_ int *length)"),
  mmap: libc.func(
    "void *mmap(void *at, size_t length, int protection, int flags, int file, intptr_t offset)",
  ),
  memset: libc.func("void *memset(void *at, int value, size_t length)"),
};

/** Calls, and throws what fails. */
function must(call, ...args) {
  const result = c[call](...args);
  if (result < 0) throw new Error(`${call}: errno ${koffi.errno()}`);
  return result;
}

/** A struct sockaddr_in, or sockaddr_in6 of :: or ::1. */
function sockaddr(address, port) {
  const six = address.includes(":");
  const bytes = Buffer.alloc(six ? 28 : 16);
  bytes.writeUInt16LE(six ? AF_INET6 : AF_INET, 0);
  bytes.writeUInt16BE(port, 2);
  if (!six) bytes.set(address.split(".").map(Number), 4);
  else if (address === "::1") bytes[23] = 1;
  return bytes;
}

const int = (value) => Buffer.from(Int32Array.of(value).buffer);
const open = new Set();

/** What a call in another thread reads or writes: koffi does not keep it alive, and the collector would take it away. */
const lent = [];
function lend(bytes) {
  lent.push(bytes);
  return bytes;
}

class Socket {
  constructor(fd) {
    this.fd = fd;
    open.add(this);
  }
  bind(address, port = 0) {
    const bytes = sockaddr(address, port);
    must("bind", this.fd, bytes, bytes.length);
  }
  listen(backlog = 5) {
    must("listen", this.fd, backlog);
  }
  accept() {
    return new Socket(must("accept", this.fd, null, null));
  }
  connect(address, port) {
    const bytes = sockaddr(address, port);
    if (c.connect(this.fd, bytes, bytes.length) < 0 && koffi.errno() !== EINPROGRESS)
      must("connect", this.fd, bytes, bytes.length);
  }
  send(text) {
    must("send", this.fd, Buffer.from(text), text.length, 0);
  }
  recv(length) {
    return must("recv", this.fd, Buffer.alloc(length), length, 0);
  }
  /** More than any buffer on the way takes. */
  sendMuch() {
    must("send", this.fd, Buffer.alloc(100_000_000), 100_000_000, 0);
  }
  get port() {
    const bytes = Buffer.alloc(28);
    must("getsockname", this.fd, bytes, [bytes.length]);
    return bytes.readUInt16BE(2);
  }
  get inode() {
    return fstatSync(this.fd).ino;
  }
  dup() {
    return new Socket(must("dup", this.fd));
  }
  deferAccept(seconds) {
    must("setsockopt", this.fd, IPPROTO_TCP, TCP_DEFER_ACCEPT, int(seconds), 4);
  }
  shutdownWriting() {
    must("shutdown", this.fd, 1);
  }
  /** Closes with a reset. */
  reset() {
    must("setsockopt", this.fd, SOL_SOCKET, SO_LINGER, Buffer.concat([int(1), int(0)]), 8);
    this.close();
  }
  close() {
    open.delete(this);
    must("close", this.fd);
  }
}

const sleeper = `const { workerData } = require("node:worker_threads"); Atomics.wait(workerData, 0, 0);`;
const napper = "for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);";
const spinner = `const { workerData } = require("node:worker_threads"); while (Atomics.load(workerData, 0) === 0);`;

/** Threads of this program, in pairs with the word of memory that ends them. */
function threads(count, code) {
  const word = new Int32Array(new SharedArrayBuffer(4));
  const workers = Array.from({ length: count }, () => new Worker(code, { eval: true, workerData: word }));
  const online = Promise.all(workers.map((worker) => new Promise((done) => worker.once("online", done))));
  const ended = Promise.all(workers.map((worker) => new Promise((done) => worker.once("exit", done))));
  return {
    online: () => online.then(() => null),
    end() {
      Atomics.store(word, 0, 1);
      Atomics.notify(word, 0);
      return ended.then(() => null);
    },
  };
}

Object.assign(globalThis, {
  tcp: (family = 4, type = 0) =>
    new Socket(must("socket", family === 6 ? AF_INET6 : AF_INET, SOCK_STREAM | type, 0)),
  impatient: () => tcp(4, SOCK_NONBLOCK),
  udp: () => new Socket(must("socket", AF_INET, SOCK_DGRAM, 0)),
  pair() {
    const ends = [0, 0];
    must("socketpair", 1, SOCK_STREAM, 0, ends);
    return ends.map((fd) => new Socket(fd));
  },
  closeAll() {
    for (const socket of open) socket.close();
  },
  /** Calls in a thread that blocks until the call has ended. */
  inThread: {
    accept: (socket) => c.accept.async(socket.fd, null, null, () => {}),
    recv: (socket) => c.recv.async(socket.fd, lend(Buffer.alloc(1)), 1, 0, () => {}),
    /** With a time limit, which no test waits for. */
    poll(...sockets) {
      const list = Buffer.concat(sockets.map(({ fd }) => Buffer.concat([int(fd), int(POLLIN)])));
      c.poll.async(lend(list), sockets.length, 600_000, () => {});
    },
    select(socket) {
      const set = Buffer.alloc(128);
      set[socket.fd >> 3] = 1 << (socket.fd & 7);
      c.select.async(socket.fd + 1, lend(set), null, null, null, () => {});
    },
    sendMuch: (socket) => c.send.async(socket.fd, lend(Buffer.alloc(100_000_000)), 100_000_000, 0, () => {}),
  },
  sleepers: (count) => threads(count, sleeper),
  nappers: (count) => threads(count, napper),
  spinner: () => threads(1, spinner),
  /** Starts a program; `inherits` is a socket that it has too. */
  start: (command, args, inherits) =>
    spawn(command, args, { stdio: ["ignore", "ignore", "ignore", ...(inherits ? [inherits.fd] : [])] }),
  /** Starts a program from a thread, which stays. Resolves with its number. */
  startInThread: (command, args) =>
    new Promise((done) => {
      const code = `const { parentPort } = require("node:worker_threads");
        const child = require("node:child_process").spawn(${JSON.stringify(command)}, ${JSON.stringify(args)}, { stdio: "ignore" });
        parentPort.postMessage(child.pid); parentPort.on("message", () => {});`;
      new Worker(code, { eval: true }).once("message", done);
    }),
  /** A child, and one of its own that has ended and of which it never asks how. Resolves with their numbers. */
  async zombie() {
    const parent = spawn("sh", ["-c", "true & echo $!; exec sleep 600"], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    return [parent.pid, Number((await once(parent.stdout, "data"))[0])];
  },
  /** Holds so much of a file in memory, shared with whoever does the same. */
  share(path, length) {
    const [PROT_READ, PROT_WRITE, MAP_SHARED] = [1, 2, 1];
    c.memset(c.mmap(null, length, PROT_READ | PROT_WRITE, MAP_SHARED, openSync(path, "r+"), 0), 1, length);
  },
});

for await (const line of createInterface({ input: process.stdin })) {
  const value = await runInThisContext(line);
  const plain =
    value === null || ["number", "string", "boolean"].includes(typeof value) || Array.isArray(value);
  console.log(JSON.stringify(plain ? value : null));
}
process.exit();
