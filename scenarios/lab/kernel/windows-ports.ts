// Which port does a Windows process listen on? iphlpapi's table of listening sockets names their owners.

import { formatAddress } from "./addresses.js";
import { koffi } from "./library.js";
import type { ListeningPort } from "./types.js";

const TCP_TABLE_OWNER_PID_LISTENER = 3;
const ERROR_INSUFFICIENT_BUFFER = 122;
const AF = { 4: 2, 6: 23 } as const;

// MIB_TCPROW_OWNER_PID (tcpmib.h) and MIB_TCP6ROW_OWNER_PID: where a row has what. A table is a u32 count and the rows.
const ROW = {
  4: { size: 24, address: 4, length: 4, port: 8, pid: 20 },
  6: { size: 56, address: 0, length: 16, port: 20, pid: 52 },
} as const;

/** The ports that these processes listen on; null: the system would not tell. */
export function listeningPorts(pids: readonly number[]): ListeningPort[] | null {
  const tables = ([4, 6] as const).map((family) => {
    const table = readTable(family);
    return table && parseTable(table, family);
  });
  if (tables.every((table) => table === null)) return null;
  return tables.flatMap((table) => table ?? []).filter(({ pid }) => pids.includes(pid));
}

type GetTable = (
  table: Uint8Array,
  size: Uint32Array,
  order: number,
  af: number,
  kind: number,
  zero: number,
) => number;
let getTable: GetTable | undefined;

/** The system's table; null: it has none for this family. */
function readTable(family: 4 | 6): Uint8Array | null {
  getTable ??= koffi()
    .load("iphlpapi.dll")
    .func(
      "uint32_t GetExtendedTcpTable(void *table, void *size, int order, uint32_t af, uint32_t kind, uint32_t zero)",
    ) as GetTable;
  const size = new Uint32Array([16384]);
  for (;;) {
    const table = new Uint8Array(size[0]!);
    const failed = getTable(table, size, 0, AF[family], TCP_TABLE_OWNER_PID_LISTENER, 0);
    if (failed === 0) return table;
    if (failed !== ERROR_INSUFFICIENT_BUFFER) return null;
    size[0] = size[0]! + 4096; // it has said how much it wants, but the table may grow before we ask again
  }
}

/** The rows of a table. A port is a u32 whose first two bytes are the port in network order. */
export function parseTable(table: Uint8Array, family: 4 | 6): ListeningPort[] {
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  const row = ROW[family];
  return Array.from({ length: view.getUint32(0, true) }, (_, index) => {
    const at = 4 + index * row.size;
    const bytes = new Uint8Array(16);
    bytes.set(table.subarray(at + row.address, at + row.address + row.length));
    return {
      address: formatAddress({ family, bytes }),
      port: view.getUint16(at + row.port),
      pid: view.getUint32(at + row.pid, true),
    };
  });
}
