// The system's socket functions, called as a C program calls them: each blocks in the kernel.
// Node's own `net` accepts every connection at once, so it cannot show what a blocked server does.

import koffi from "koffi";
import { errorName, SocketError } from "./error.js";
import {
  type Address,
  AF_INET,
  decodeSockaddr,
  encodeSockaddr,
  encodeTimeout,
  platforms,
  SOCK_STREAM,
  SOCKADDR_IN_SIZE,
} from "./platform.js";

/** A file descriptor; on Windows a SOCKET. Threads of one process share it. */
export type Socket = number;

export const platform = platforms[process.platform as keyof typeof platforms] ?? platforms.linux;
const windows = process.platform === "win32";

const library = load();
const { socketType: S, countType: N, sizeType: Z } = platform;
const c = {
  socket: library.func(`${S} socket(int family, int type, int protocol)`),
  bind: library.func(`int bind(${S} s, uint8_t *address, int length)`),
  listen: library.func(`int listen(${S} s, int backlog)`),
  accept: library.func(`${S} accept(${S} s, uint8_t *address, uint8_t *length)`),
  recv: library.func(`${N} recv(${S} s, uint8_t *buffer, ${Z} length, int flags)`),
  send: library.func(`${N} send(${S} s, uint8_t *buffer, ${Z} length, int flags)`),
  shutdown: library.func(`int shutdown(${S} s, int how)`),
  close: library.func(`int ${platform.closeFunction}(${S} s)`),
  setsockopt: library.func(`int setsockopt(${S} s, int level, int name, uint8_t *value, int length)`),
  getsockname: library.func(`int getsockname(${S} s, uint8_t *address, uint8_t *length)`),
};
const lastError: () => number = windows ? library.func("int WSAGetLastError()") : () => koffi.errno();
if (windows) startWinsock();

function load() {
  try {
    return koffi.load(platform.library);
  } catch (error) {
    if (process.platform !== "linux") throw error;
    return koffi.load(null); // musl's libc has another file name; its functions are in the process already
  }
}

function startWinsock(): void {
  const start = library.func("int WSAStartup(uint16_t version, uint8_t *data)");
  const failed: number = start(0x0202, Buffer.alloc(408)); // sizeof(WSADATA) on 64 bits
  if (failed !== 0) throw new SocketError("WSAStartup", errorName(failed));
}

/** Calls until it was not merely interrupted by a signal (EINTR); throws what else failed. */
function check(call: string, run: () => number): number {
  for (;;) {
    const result = run();
    if (result >= 0) return result;
    const code = errorName(lastError());
    if (code !== "EINTR") throw new SocketError(call, code);
  }
}

export const socket = (): Socket => check("socket", () => c.socket(AF_INET, SOCK_STREAM, 0));

export function bind(s: Socket, address: Address): void {
  const bytes = encodeSockaddr(address, platform);
  check("bind", () => c.bind(s, bytes, bytes.length));
}

export function listen(s: Socket, backlog: number): void {
  check("listen", () => c.listen(s, backlog));
}

/** Blocks until a client has connected. Answers its connection and where it is. */
export function accept(s: Socket): { connection: Socket; peer: Address } {
  const bytes = Buffer.alloc(SOCKADDR_IN_SIZE);
  const length = lengthOf(bytes);
  const connection = check("accept", () => c.accept(s, bytes, length));
  return { connection, peer: decodeSockaddr(bytes) };
}

/** Blocks until bytes have come. Answers how many stand in the buffer; 0: the client has left. */
export const recv = (s: Socket, buffer: Uint8Array): number =>
  check("recv", () => c.recv(s, buffer, buffer.length, 0));

/** Blocks until the kernel has taken some of the bytes. Answers how many: perhaps not all. */
export const send = (s: Socket, bytes: Uint8Array): number =>
  check("send", () => c.send(s, bytes, bytes.length, platform.MSG_NOSIGNAL));

export function shutdown(s: Socket, how: number): void {
  check("shutdown", () => c.shutdown(s, how));
}

/** Not repeated after EINTR: Linux has closed the descriptor all the same, and another thread may own its number by then. */
export function close(s: Socket): void {
  if (c.close(s) < 0) {
    const code = errorName(lastError());
    if (code !== "EINTR" && code !== "ECONNRESET") throw new SocketError("close", code);
  }
}

export function setOption(s: Socket, option: number, value: Buffer, level = platform.SOL_SOCKET): void {
  check("setsockopt", () => c.setsockopt(s, level, option, value, value.length));
}

/** From now on recv fails with EAGAIN (ETIMEDOUT on Windows) when nothing has come for so long; 0: it waits for ever. */
export function setReceiveTimeout(s: Socket, milliseconds: number): void {
  setOption(s, platform.SO_RCVTIMEO, encodeTimeout(milliseconds, platform));
}

/** Where a socket is bound: how one learns the port after asking for port 0. */
export function getsockname(s: Socket): Address {
  const bytes = Buffer.alloc(SOCKADDR_IN_SIZE);
  const length = lengthOf(bytes);
  check("getsockname", () => c.getsockname(s, bytes, length));
  return decodeSockaddr(bytes);
}

/** How many descriptors this process may have open at once. Node has raised its own limit to the highest that it may have. */
export function descriptorLimit(): number {
  if (platform.RLIMIT_NOFILE === null) return Number.POSITIVE_INFINITY;
  const limits = new BigUint64Array(2); // struct rlimit: the limit in force, and how far it may be raised
  const getrlimit = library.func("int getrlimit(int resource, uint64_t *limits)");
  check("getrlimit", () => getrlimit(platform.RLIMIT_NOFILE, limits));
  return Number(limits[0]);
}

/** A socklen_t in memory, for calls that read and write it. */
function lengthOf(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32LE(bytes.length);
  return length;
}

/** A C int in memory that says "on". */
export const ON: Buffer = Buffer.from([1, 0, 0, 0]);
