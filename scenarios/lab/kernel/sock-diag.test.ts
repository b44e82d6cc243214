import { endianness } from "node:os";
import { describe, expect, test } from "vitest";
import { listenersRequest, lookUpRequest, parseAnswers } from "./sock-diag.js";

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
const bytes = (text: string) => new Uint8Array(Buffer.from(text.replaceAll(/\s/g, ""), "hex"));
const plain = (text: string) => text.replaceAll(/\s/g, "");
const zeros = (count: number) => "00".repeat(count);

// What a kernel answered about a connection 127.0.0.1:34537 ← :58328 with 62 unread bytes, not accepted.
const header = (length: string, type: string, sequence: string) =>
  `${length} ${type} 0000 ${sequence} 00000000`;
const socket = `
  ${header("58000000", "1400", "07000000")}
  02 01 00 00
  86e9 e3d8 7f000001 ${zeros(12)} 7f000001 ${zeros(12)} 00000000 0100000000000000
  00000000 3e000000 00000000 e8030000 00000000`;

describe.runIf(endianness() === "LE")("the bytes of sock_diag", () => {
  test("a look-up names both ends and no cookie, and asks for what came and went", () => {
    const request = lookUpRequest(
      { address: "127.0.0.1", port: 34537 },
      { address: "127.0.0.2", port: 58328 },
      7,
    );
    expect(hex(request)).toBe(
      plain(`48000000 1400 0100 07000000 00000000
        02 06 02 00 ffffffff
        86e9 e3d8 7f000001 ${zeros(12)} 7f000002 ${zeros(12)} 00000000 ffffffffffffffff`),
    );
  });

  test("a look-up of who listens leaves the other end empty", () => {
    const request = lookUpRequest({ address: "::1", port: 80 }, null, 1);
    expect(hex(request.subarray(16))).toBe(
      plain(`0a 06 00 00 ffffffff 0050 0000 ${zeros(15)} 01 ${zeros(16)} 00000000 ffffffffffffffff`),
    );
  });

  test("a dump asks for listening sockets alone", () => {
    expect(hex(listenersRequest(4, 2))).toBe(
      plain(`48000000 1400 0103 02000000 00000000 02 06 00 00 00040000 ${zeros(48)}`),
    );
  });

  test("a socket is read from its message", () => {
    const [answer] = [...parseAnswers(bytes(socket))];
    expect(answer).toMatchObject({
      kind: "socket",
      sequence: 7,
      port: 34537,
      own: { family: 4 },
      socket: { state: 1, inode: 0, rqueue: 62, wqueue: 0 },
    });
  });

  test("how much came and went is read from the attribute that says it, among others", () => {
    const mark = "0500 0800 00 000000";
    const info = (size: number) => `${hex(new Uint8Array(new Uint16Array([4 + size, 2]).buffer))}`;
    const figures = `${zeros(152)} 03000000 02000000`;
    const message = (rest: string) => {
      const all = bytes(socket + rest);
      new DataView(all.buffer).setUint32(0, all.length, true);
      return [...parseAnswers(all)];
    };
    const counts = (dataSegmentsIn: number | null, dataSegmentsOut: number | null) => [
      expect.objectContaining({ socket: expect.objectContaining({ dataSegmentsIn, dataSegmentsOut }) }),
    ];
    expect(message(mark + info(160) + figures)).toEqual(counts(3, 2));
    expect(message(info(160) + figures + mark)).toEqual(counts(3, 2));
    expect(message(mark)).toEqual(counts(null, null));
    expect(message(info(104) + zeros(104))).toEqual(counts(null, null)); // a kernel before 4.6
    expect(() => message(info(160) + zeros(8))).toThrow(RangeError);
  });

  test("several messages in one packet are told apart, and the end of a dump is no error", () => {
    const done = `${header("14000000", "0300", "07000000")} 00000000`;
    expect([...parseAnswers(bytes(socket + socket + done))].map(({ kind }) => kind)).toEqual([
      "socket",
      "socket",
      "done",
    ]);
  });

  test("an error is a positive errno, also where a dump ends in one", () => {
    const error = `${header("24000000", "0200", "07000000")} feffffff ${zeros(16)}`;
    const failedDump = `${header("14000000", "0300", "07000000")} feffffff`;
    expect([...parseAnswers(bytes(error + failedDump))]).toEqual([
      { kind: "error", sequence: 7, errno: 2 },
      { kind: "error", sequence: 7, errno: 2 },
    ]);
  });

  test("a message that is cut off is not read past its end", () => {
    expect(() => [...parseAnswers(bytes(socket).subarray(0, 60))]).toThrow(RangeError);
  });
});
