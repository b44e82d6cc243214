import { expect, test } from "vitest";
import { parseTable } from "./windows-ports.js";

const bytes = (text: string) => new Uint8Array(Buffer.from(text.replaceAll(/\s/g, ""), "hex"));

test("rows of MIB_TCPTABLE_OWNER_PID are read", () => {
  const table =
    "02000000 02000000 7f000001 1f900000 00000000 00000000 39300000 02000000 00000000 00500000 00000000 00000000 04000000";
  expect(parseTable(bytes(table), 4)).toEqual([
    { address: "127.0.0.1", port: 8080, pid: 12345 },
    { address: "0.0.0.0", port: 80, pid: 4 },
  ]);
});

test("rows of MIB_TCP6TABLE_OWNER_PID are read", () => {
  const zeros = "00".repeat(16);
  const table = `01000000 ${"00".repeat(15)}01 00000000 1f900000 ${zeros} 00000000 00000000 02000000 39300000`;
  expect(parseTable(bytes(table), 6)).toEqual([{ address: "::1", port: 8080, pid: 12345 }]);
});
