import { constants } from "node:os";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeSockaddr, encodeSockaddr, encodeTimeout, platforms } from "./platform.js";

const { linux, darwin, win32 } = platforms;
const address = { address: "192.168.7.200", port: 4321 };
const rest = "10e1c0a807c80000000000000000"; // port, address, eight zeros

describe("sockaddr_in, byte for byte", () => {
  test("Linux: the family in two bytes", () => {
    expect(encodeSockaddr(address, linux).toString("hex")).toBe(`0200${rest}`);
  });

  test("macOS: the length, then the family", () => {
    expect(encodeSockaddr(address, darwin).toString("hex")).toBe(`1002${rest}`);
  });

  test("Windows: as on Linux", () => {
    expect(encodeSockaddr(address, win32).toString("hex")).toBe(`0200${rest}`);
  });

  test("every address survives the way there and back on every system", () => {
    const port = fc.integer({ min: 0, max: 65535 });
    fc.assert(
      fc.property(fc.ipV4(), port, fc.constantFrom(linux, darwin, win32), (ip, number, platform) => {
        const there = encodeSockaddr({ address: ip, port: number }, platform);
        expect(decodeSockaddr(there)).toEqual({ address: ip, port: number });
      }),
    );
  });
});

describe("a receive timeout", () => {
  test("is a timeval of seconds and microseconds on Linux and macOS", () => {
    for (const platform of [linux, darwin]) {
      const bytes = encodeTimeout(2500, platform);
      expect(bytes.length).toBe(16);
      expect([bytes.readBigInt64LE(0), bytes.readBigInt64LE(8)]).toEqual([2n, 500_000n]);
    }
  });

  test("is a DWORD of milliseconds on Windows", () => {
    expect(encodeTimeout(2500, win32).toString("hex")).toBe("c4090000");
  });

  test("of 0 is all zeros: wait for ever", () => {
    for (const platform of [linux, darwin, win32]) expect(encodeTimeout(0, platform)).toSatisfy(isZero);
  });
});

const isZero = (bytes: Buffer): boolean => bytes.every((byte) => byte === 0);

test("the numbers are those of the systems' headers", () => {
  expect(linux).toMatchObject({ SOL_SOCKET: 1, reuseOption: 2, SO_RCVTIMEO: 20, MSG_NOSIGNAL: 0x4000 });
  expect(darwin).toMatchObject({
    SOL_SOCKET: 65535,
    reuseOption: 4,
    SO_RCVTIMEO: 0x1006,
    SO_NOSIGPIPE: 0x1022,
  });
  expect(win32).toMatchObject({ SOL_SOCKET: 65535, reuseOption: -5, SO_RCVTIMEO: 0x1006, MSG_NOSIGNAL: 0 });
});

test("one thing or the other keeps a lost client from ending the server by SIGPIPE", () => {
  for (const platform of [linux, darwin]) {
    expect(platform.MSG_NOSIGNAL !== 0 || platform.SO_NOSIGPIPE !== null).toBe(true);
  }
  expect("SIGPIPE" in constants.signals).toBe(process.platform !== "win32");
});

test("a failed call answers a number below zero, whatever the C type of a socket", () => {
  for (const { socketType, countType } of [linux, darwin, win32]) {
    expect([socketType, countType]).not.toContain("uintptr_t");
  }
});
