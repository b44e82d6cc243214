// How the bytes of a connection come in. For each read of a server's socket Node makes a buffer of 64 KiB, and another one
// as large as what has come: about an eighth of all the work under full load. A socket that is made with `onread` reads
// into one buffer again and again, but only a client's can be asked for so. Therefore a socket that was accepted is made
// anew, around its handle.

import { Socket } from "node:net";

/** Whoever reads is done with it before the next one reads. */
const buffer = Buffer.allocUnsafe(64 * 1024);

/** The handle is Node's own affair, and @types/node does not know it; a later Node may have none. */
type WithHandle = Socket & { _handle?: object | null };

/**
 * Takes over a socket that was accepted with `pauseOnConnect`. Answers the one to be used from now on; `arrived` is told
 * what comes on it, and may pause it.
 */
export function readFrom(accepted: Socket, arrived: (bytes: Buffer) => void): Socket {
  const { _handle: handle } = accepted as WithHandle;
  if (handle == null) return accepted.on("data", arrived).resume();
  (accepted as WithHandle)._handle = null;
  const callback = (length: number): boolean => {
    arrived(Buffer.from(buffer.subarray(0, length)));
    return true;
  };
  const options = { handle, allowHalfOpen: true, onread: { buffer, callback } };
  return new Socket(options).resume();
}
