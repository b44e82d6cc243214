// Facts about sockets by netlink: one exact question to the kernel's hash table, one answer, a few microseconds.

import { constants } from "node:os";
import { getSystemErrorName } from "node:util";
import { formatAddress, parseAddress } from "./addresses.js";
import { connectionFrom, LISTEN, type RawSocket } from "./connection.js";
import { errno, libc } from "./library.js";
import {
  type Answer,
  closingRequest,
  connectionsRequest,
  listenersRequest,
  lookUpRequest,
  parseAnswers,
} from "./sock-diag.js";
import type { End, ListenerAddress, Sockets } from "./types.js";

const AF_NETLINK = 16;
const SOCK_RAW_CLOEXEC = 3 | 0x80000;
const NETLINK_SOCK_DIAG = 4;
const MSG_DONTWAIT = 0x40;
const { ENOENT, EINTR } = constants.errno;

/**
 * Opens a netlink socket, which answers for the network namespace that this process is in now. Throws where it is
 * forbidden or missing (a container's seccomp filter: EPERM, EACCES, EPROTONOSUPPORT) or koffi has no binary.
 */
export function openNetlink(): Sockets {
  const library = libc();
  const c = {
    socket: library.func("int socket(int family, int type, int protocol)"),
    send: library.func("intptr_t send(int s, void *bytes, size_t length, int flags)"),
    recv: library.func("intptr_t recv(int s, void *bytes, size_t length, int flags)"),
    close: library.func("int close(int s)"),
  };
  let socket = check("socket", () => c.socket(AF_NETLINK, SOCK_RAW_CLOEXEC, NETLINK_SOCK_DIAG));
  const buffer = new Uint8Array(32768); // what the kernel fills at most per recv of a dump
  let sequence = 0;

  /**
   * One answer to a look-up, many to a dump. The kernel has answered before send returns: a recv that would block is
   * an error, not a reason to freeze.
   */
  function* ask(build: (sequence: number) => Uint8Array, dump: boolean): Generator<Answer> {
    sequence = (sequence + 1) >>> 0;
    const request = build(sequence);
    check("send", () => c.send(socket, request, request.length, 0));
    for (;;) {
      const length = check("recv", () => c.recv(socket, buffer, buffer.length, MSG_DONTWAIT));
      for (const answer of parseAnswers(buffer.subarray(0, length))) {
        if (answer.sequence !== sequence) continue; // left over from a question whose answers were not read to the end
        yield answer;
        if (!dump || answer.kind !== "socket") return;
      }
    }
  }

  function lookUp(own: End, peer: End | null): RawSocket | null {
    for (const answer of ask((n) => lookUpRequest(own, peer, n), false)) {
      if (answer.kind === "socket") return answer.socket;
      if (answer.kind === "error" && answer.errno !== ENOENT) throw failure("sock_diag", answer.errno);
    }
    return null;
  }

  function listeners(): ListenerAddress[] {
    const all: ListenerAddress[] = [];
    for (const family of [4, 6] as const) {
      for (const answer of ask((n) => listenersRequest(family, n), true)) {
        if (answer.kind === "error") throw failure("sock_diag", answer.errno);
        if (answer.kind !== "socket") continue;
        all.push({
          address: formatAddress(answer.own),
          port: answer.port,
          inode: answer.socket.inode,
          family,
        });
      }
    }
    return all;
  }

  /** The ends of those who are connected, or connecting, to a server's end. */
  function connectionsTo({ address, port }: End): End[] {
    const { family } = parseAddress(address);
    const all: End[] = [];
    for (const answer of ask((n) => connectionsRequest(family, port, n), true)) {
      if (answer.kind === "error") throw failure("sock_diag", answer.errno);
      if (answer.kind !== "socket" || formatAddress(answer.peer) !== address) continue;
      all.push({ address: formatAddress(answer.own), port: answer.port });
    }
    return all;
  }

  function lingering(): number[] {
    return ([4, 6] as const).flatMap((family) =>
      [...ask((n) => closingRequest(family, n), true)].flatMap((answer) => {
        if (answer.kind === "error") throw failure("sock_diag", answer.errno);
        return answer.kind === "socket" && answer.socket.inode === 0 ? [answer.port] : [];
      }),
    );
  }

  const sockets: Sockets = {
    connectionsTo,
    connection(own, peer) {
      const found = lookUp(own, peer);
      return found && connectionFrom(found);
    },
    listener(end) {
      const found = lookUp(end, null);
      if (found?.state !== LISTEN) return null;
      return { acceptQueue: found.rqueue, backlog: found.wqueue, inode: found.inode };
    },
    listeners,
    lingering,
    close() {
      if (socket >= 0) c.close(socket);
      socket = -1; // its number will soon be another file's
    },
  };
  // A kernel without the module tcp_diag says ENOENT to every question, as if there were no such connection;
  // only a dump tells the two apart.
  try {
    listeners();
  } catch (error) {
    sockets.close();
    throw error;
  }
  return sockets;
}

/** Calls until it was not merely interrupted by a signal; throws what else failed. */
function check(call: string, run: () => number): number {
  for (;;) {
    const result = run();
    if (result >= 0) return result;
    const number = errno();
    if (number !== EINTR) throw failure(call, number);
  }
}

function failure(call: string, number: number): Error {
  const code = getSystemErrorName(-number);
  return Object.assign(new Error(`${call}: ${code}`), { code });
}
