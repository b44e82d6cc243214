// The bytes of Linux' sock_diag(7): how to ask the kernel for one TCP socket, or for all that listen.
// Layouts: linux/netlink.h (struct nlmsghdr, nlattr), linux/inet_diag.h (inet_diag_req_v2, inet_diag_sockid, inet_diag_msg),
// linux/tcp.h (tcp_info).
// Integers are in the host's order, ports and addresses in network order.

import { endianness } from "node:os";
import { type AddressBytes, parseAddress } from "./addresses.js";
import { CLOSING, LISTEN, type RawSocket } from "./connection.js";
import type { End } from "./types.js";

const little = endianness() === "LE";
const SOCK_DIAG_BY_FAMILY = 20;
const NLMSG_ERROR = 2;
const NLMSG_DONE = 3;
const NLM_F_REQUEST = 1;
const NLM_F_DUMP = 0x300;
const IPPROTO_TCP = 6;
const INET_DIAG_NOCOOKIE = 0xffffffff;
const AF = { 4: 2, 6: 10 } as const;

const HEADER = 16; // struct nlmsghdr: u32 length, u16 type, u16 flags, u32 sequence, u32 port
const REQUEST = 56; // struct inet_diag_req_v2: u8 family, u8 protocol, u8 ext, u8 pad, u32 states, sockid
const SOCKID = 8; // in inet_diag_req_v2; 48 bytes: be16 sport, be16 dport, be32 src[4], be32 dst[4], u32 if, u32 cookie[2]
const MESSAGE = 72; // struct inet_diag_msg: u8 family, state, timer, retrans; sockid at 4; then five u32 from 52
const ATTRIBUTE = 4; // struct nlattr, after the message: u16 length, u16 type; then what it holds
const INET_DIAG_INFO = 2; // the attribute that holds a struct tcp_info
const DATA_SEGMENTS_IN = 152; // tcpi_data_segs_in, u32, Linux 4.6
const DATA_SEGMENTS_OUT = 156;

/** A message asking for the one socket with these two ends, or, with no peer, for the one that listens for `own`. */
export function lookUpRequest(own: End, peer: End | null, sequence: number): Uint8Array {
  const { family, bytes: source } = parseAddress(own.address);
  const { bytes, view } = request(family, NLM_F_REQUEST, 0xffffffff, sequence);
  view.setUint16(HEADER + SOCKID, own.port);
  bytes.set(source, HEADER + SOCKID + 4);
  if (peer !== null) {
    view.setUint8(HEADER + 2, 1 << (INET_DIAG_INFO - 1));
    view.setUint16(HEADER + SOCKID + 2, peer.port);
    bytes.set(parseAddress(peer.address).bytes, HEADER + SOCKID + 20);
  }
  view.setUint32(HEADER + SOCKID + 40, INET_DIAG_NOCOOKIE, little);
  view.setUint32(HEADER + SOCKID + 44, INET_DIAG_NOCOOKIE, little);
  return bytes;
}

/** A message asking for every listening TCP socket of a family. */
export function listenersRequest(family: 4 | 6, sequence: number): Uint8Array {
  return request(family, NLM_F_REQUEST | NLM_F_DUMP, 1 << LISTEN, sequence).bytes;
}

/** A message asking for every TCP socket of a family that is being closed. */
export function closingRequest(family: 4 | 6, sequence: number): Uint8Array {
  const states = CLOSING.reduce((all, state) => all | (1 << state), 0);
  return request(family, NLM_F_REQUEST | NLM_F_DUMP, states, sequence).bytes;
}

/** A message asking for every TCP socket of a family whose peer has that port, in any state but listening. */
export function connectionsRequest(family: 4 | 6, peerPort: number, sequence: number): Uint8Array {
  const { bytes, view } = request(family, NLM_F_REQUEST | NLM_F_DUMP, ~(1 << LISTEN) >>> 0, sequence);
  view.setUint16(HEADER + SOCKID + 2, peerPort); // a dump takes the ports in its sockid as a filter
  return bytes;
}

function request(family: 4 | 6, flags: number, states: number, sequence: number) {
  const bytes = new Uint8Array(HEADER + REQUEST);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, bytes.length, little);
  view.setUint16(4, SOCK_DIAG_BY_FAMILY, little);
  view.setUint16(6, flags, little);
  view.setUint32(8, sequence, little);
  view.setUint8(HEADER, AF[family]);
  view.setUint8(HEADER + 1, IPPROTO_TCP);
  view.setUint32(HEADER + 4, states, little);
  return { bytes, view };
}

/** One message of an answer: a socket, an error (a positive errno), or the end of a dump. */
export type Answer =
  | {
      kind: "socket";
      sequence: number;
      socket: RawSocket;
      own: AddressBytes;
      port: number;
      peer: AddressBytes;
    }
  | { kind: "error"; sequence: number; errno: number }
  | { kind: "done"; sequence: number };

/** The messages in what one recv(2) brought. A dump that failed half-way says so in its last message: an error here. */
export function* parseAnswers(bytes: Uint8Array): Generator<Answer> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + HEADER <= bytes.length; ) {
    const length = view.getUint32(at, little);
    if (length < HEADER || at + length > bytes.length)
      throw new RangeError("sock_diag: a message is cut off");
    const type = view.getUint16(at + 4, little);
    const sequence = view.getUint32(at + 8, little);
    const errno = length >= HEADER + 4 ? -view.getInt32(at + HEADER, little) : 0;
    if (type === NLMSG_ERROR || (type === NLMSG_DONE && errno > 0)) yield { kind: "error", sequence, errno };
    else if (type === NLMSG_DONE) yield { kind: "done", sequence };
    else if (type === SOCK_DIAG_BY_FAMILY && length >= HEADER + MESSAGE)
      yield { kind: "socket", sequence, ...parseSocket(view, at + HEADER, at + length) };
    at += (length + 3) & ~3;
  }
}

/** A struct inet_diag_msg; for a listening socket rqueue is the accept queue and wqueue the backlog. */
function parseSocket(view: DataView, at: number, end: number) {
  const family: 4 | 6 = view.getUint8(at) === AF[4] ? 4 : 6;
  const address = (offset: number): AddressBytes => ({
    family,
    bytes: new Uint8Array(view.buffer, view.byteOffset + at + offset, 16),
  });
  return {
    socket: {
      state: view.getUint8(at + 1),
      retransmits: view.getUint8(at + 3),
      rqueue: view.getUint32(at + 56, little),
      wqueue: view.getUint32(at + 60, little),
      inode: view.getUint32(at + 68, little),
      ...dataSegments(view, at + MESSAGE, end),
    },
    own: address(8),
    port: view.getUint16(at + 4),
    peer: address(24),
  };
}

/** How many segments with data a socket got and sent: in its tcp_info, where it was asked for and there is one. */
function dataSegments(view: DataView, from: number, end: number) {
  for (let at = from; at + ATTRIBUTE <= end; ) {
    const length = view.getUint16(at, little);
    if (length < ATTRIBUTE || at + length > end) throw new RangeError("sock_diag: an attribute is cut off");
    const info = at + ATTRIBUTE;
    if (view.getUint16(at + 2, little) === INET_DIAG_INFO && info + DATA_SEGMENTS_OUT + 4 <= at + length)
      return {
        dataSegmentsIn: view.getUint32(info + DATA_SEGMENTS_IN, little),
        dataSegmentsOut: view.getUint32(info + DATA_SEGMENTS_OUT, little),
      };
    at += (length + 3) & ~3;
  }
  return { dataSegmentsIn: null, dataSegmentsOut: null };
}
