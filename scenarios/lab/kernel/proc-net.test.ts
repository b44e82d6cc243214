import { endianness } from "node:os";
import { expect, test } from "vitest";
import { parseTable } from "./proc-net.js";

const title =
  "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n";

test.runIf(endianness() === "LE")("a row of /proc/net/tcp is read", () => {
  const row =
    "   0: 0100007F:86E9 0200007F:E3D8 01 00000005:0000003E 00:00000000 00000000  1000        0 10460 1 00 20 4 30 10 -1\n";
  expect(parseTable(title + row, 4)).toEqual([
    {
      family: 4,
      own: { address: "127.0.0.1", port: 34537 },
      peer: { address: "127.0.0.2", port: 58328 },
      state: 1,
      wqueue: 5,
      rqueue: 62,
      dataSegmentsIn: null,
      dataSegmentsOut: null,
      retransmits: 0,
      inode: 10460,
    },
  ]);
});

test.runIf(endianness() === "LE")(
  "the IPv4 client of a dual-stack server is IPv4 in /proc/net/tcp6 too",
  () => {
    const row =
      "   1: 0000000000000000FFFF00000100007F:1F90 0000000000000000FFFF00000100007F:A2C2 01 00000000:00000000 00:00000000 00000000 0 0 0 1 00 20 4 30 10 -1\n";
    const [found] = parseTable(title + row, 6);
    expect(found).toMatchObject({ own: { address: "127.0.0.1", port: 8080 }, family: 6, inode: 0 });
  },
);
