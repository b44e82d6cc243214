// Facts about sockets by the tables /proc/net/tcp and /proc/net/tcp6, where netlink is forbidden: the same
// answers (but not the backlog, nor what came and went), read from the whole table each time.

import { readFileSync } from "node:fs";
import { endianness } from "node:os";
import { formatAddress, parseAddress } from "./addresses.js";
import { CLOSING, connectionFrom, LISTEN, type RawSocket } from "./connection.js";
import type { End, Sockets } from "./types.js";

interface Row extends RawSocket {
  family: 4 | 6;
  own: End;
  peer: End;
}

/** Opens the tables of this process's network namespace. Throws where /proc is not there. */
export function openProcNet(): Sockets {
  readFileSync("/proc/net/tcp");
  return {
    connection(own, peer) {
      const [a, b] = [canonical(own), canonical(peer)];
      const row = rows().find((row) => row.state !== LISTEN && same(row.own, a) && same(row.peer, b));
      return row ? connectionFrom(row) : null;
    },
    connectionsTo(server) {
      const wanted = canonical(server);
      return rows()
        .filter(({ state, peer }) => state !== LISTEN && same(peer, wanted))
        .map(({ own }) => own);
    },
    listener(end) {
      const row = whoGets(end, listening());
      return row ? { acceptQueue: row.rqueue, backlog: null, inode: row.inode } : null;
    },
    listeners: () => listening().map(({ own, inode, family }) => ({ ...own, inode, family })),
    lingering: () =>
      rows()
        .filter(({ state, inode }) => CLOSING.includes(state) && inode === 0)
        .map(({ own }) => own.port),
    close() {},
  };
}

function rows(): Row[] {
  return ([4, 6] as const).flatMap((family) => {
    try {
      return parseTable(readFileSync(family === 4 ? "/proc/net/tcp" : "/proc/net/tcp6", "latin1"), family);
    } catch {
      return []; // a kernel without IPv6 has no tcp6
    }
  });
}

const listening = () => rows().filter((row) => row.state === LISTEN);
const same = (a: End, b: End) => a.port === b.port && a.address === b.address;
const canonical = ({ address, port }: End): End => ({ address: formatAddress(parseAddress(address)), port });

/**
 * The kernel prefers the exact address to the wildcard, and IPv4's wildcard to a dual-stack "::". The tables do not
 * say IPV6_V6ONLY, so a "::" that is for IPv6 alone is taken for dual-stack here.
 */
function whoGets(end: End, listening: Row[]): Row | undefined {
  const { address, port } = canonical(end);
  const wildcards = parseAddress(address).family === 4 ? ["0.0.0.0", "::"] : ["::"];
  for (const bound of [address, ...wildcards]) {
    const row = listening.find((row) => same(row.own, { address: bound, port }));
    if (row) return row;
  }
  return undefined;
}

/**
 * The rows of a table (Linux Documentation/networking/proc_net_tcp.rst): `sl local rem st tx:rx tr:tm retrnsmt uid
 * timeout inode`, numbers in hexadecimal but the inode. A listening socket's rx is its accept queue.
 */
export function parseTable(table: string, family: 4 | 6): Row[] {
  const lines = table.split("\n").slice(1);
  return lines.flatMap((line) => {
    const [, own, peer, state, queues, , retransmits, , , inode] = line.trim().split(/\s+/);
    if (own === undefined || peer === undefined || queues === undefined || inode === undefined) return [];
    const [wqueue, rqueue] = queues.split(":").map((hex) => Number.parseInt(hex, 16));
    const figures = {
      state: Number.parseInt(state!, 16),
      rqueue: rqueue!,
      wqueue: wqueue!,
      inode: Number(inode),
      retransmits: Number.parseInt(retransmits!, 16),
      dataSegmentsIn: null,
      dataSegmentsOut: null,
    };
    return [{ ...figures, family, own: parseEnd(own, family), peer: parseEnd(peer, family) }];
  });
}

/** `0100007F:1F90`: the address is printed as 32-bit numbers in the host's order, the port as a plain number. */
function parseEnd(text: string, family: 4 | 6): End {
  const [hex, port] = text.split(":");
  const bytes = new Uint8Array(Buffer.from(hex!, "hex"));
  if (endianness() === "LE")
    for (let at = 0; at < bytes.length; at += 4) bytes.subarray(at, at + 4).reverse();
  return { address: formatAddress({ family, bytes }), port: Number.parseInt(port!, 16) };
}
