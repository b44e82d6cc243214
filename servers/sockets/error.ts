// A failed system call: which one, and the system's own name for what went wrong.

import { constants } from "node:os";

/** What a socket function reported. `code` is the POSIX name on every system: `EADDRINUSE` for Windows' WSAEADDRINUSE too. */
export class SocketError extends Error {
  override name = "SocketError";
  readonly call: string;
  readonly code: string;

  constructor(call: string, code: string) {
    super(`${call}: ${code}`);
    this.call = call;
    this.code = code;
  }
}

// Node's table holds this system's numbers; on Windows the Winsock ones too, under their own names.
const names = new Map<number, string>();
for (const [name, number] of Object.entries(constants.errno)) {
  const winsock = name.startsWith("WSAE");
  if (winsock || !names.has(number)) names.set(number, winsock ? name.slice(3) : name);
}

/** The POSIX name of an errno or WSAGetLastError number, or `errno N` where the system's table has none. */
export function errorName(number: number): string {
  return names.get(number) ?? `errno ${number}`;
}
