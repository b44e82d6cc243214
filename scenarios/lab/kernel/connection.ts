// What the kernel's raw figures about a TCP socket mean. Netlink gives all of them, /proc/net/tcp all but the last two.

import type { Connection, TcpState } from "./types.js";

/** Linux include/net/tcp_states.h, from 1. */
const states: readonly TcpState[] = [
  "ESTABLISHED",
  "SYN_SENT",
  "SYN_RECV",
  "FIN_WAIT1",
  "FIN_WAIT2",
  "TIME_WAIT",
  "CLOSE",
  "CLOSE_WAIT",
  "LAST_ACK",
  "LISTEN",
  "CLOSING",
  "SYN_RECV", // NEW_SYN_RECV: the handshake's own small socket
];
export const LISTEN = 10;
/** Closed by their process, or by nobody: FIN_WAIT1, FIN_WAIT2, TIME_WAIT, LAST_ACK, CLOSING. */
export const CLOSING: readonly number[] = [4, 5, 6, 9, 11];

// A FIN takes a sequence number, as a SYN does, and the kernel's queue lengths are differences of sequence
// numbers: a client that has left looks like one more unread byte, until the server has read the end.
const finReceived: readonly TcpState[] = ["CLOSE_WAIT", "LAST_ACK", "CLOSING"];
const finOrSynUnacknowledged: readonly TcpState[] = ["SYN_SENT", "FIN_WAIT1", "LAST_ACK", "CLOSING"];

/**
 * The raw figures: the state's number, the two queues (sequence numbers, not bytes), the inode, and retransmissions;
 * and how many segments with data came and went, since the connection was made (null: not told).
 */
export interface RawSocket {
  state: number;
  inode: number;
  rqueue: number;
  wqueue: number;
  retransmits: number;
  dataSegmentsIn: number | null;
  dataSegmentsOut: number | null;
}

/** What they say about a connection; null where they are not a connection's: the look-up found who listens instead. */
export function connectionFrom({
  state: number,
  inode,
  rqueue,
  wqueue,
  retransmits,
  dataSegmentsIn,
  dataSegmentsOut,
}: RawSocket): Connection | null {
  const state = states[number - 1];
  if (state === undefined || state === "LISTEN") return null;
  return {
    state,
    inode,
    accepted: wasAccepted(state, inode),
    unreadBytes: finReceived.includes(state) ? Math.max(0, rqueue - 1) : rqueue,
    unsentBytes: finOrSynUnacknowledged.includes(state) ? Math.max(0, wqueue - 1) : wqueue,
    received: dataSegmentsIn === null ? null : dataSegmentsIn > 0,
    sent: dataSegmentsOut === null ? null : dataSegmentsOut > 0,
    retransmits,
  };
}

/**
 * accept(2) is what gives a connection an inode, close(2) takes it away. But close also sends a FIN: without an inode,
 * a socket that has sent none can only be waiting for accept.
 */
function wasAccepted(state: TcpState, inode: number): boolean | null {
  if (inode !== 0) return true;
  return state === "ESTABLISHED" || state === "CLOSE_WAIT" || state === "SYN_RECV" ? false : null;
}
