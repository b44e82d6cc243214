import { expect, test } from "vitest";
import { formatAddress, parseAddress } from "./addresses.js";

test("an IPv4 address stands in the first four bytes", () => {
  const { family, bytes } = parseAddress("127.0.0.1");
  expect(family).toBe(4);
  expect([...bytes]).toEqual([127, 0, 0, 1, ...Array(12).fill(0)]);
});

test("an IPv6 address fills all sixteen", () => {
  const { family, bytes } = parseAddress("2001:db8::ff00:42");
  expect(family).toBe(6);
  expect([...bytes]).toEqual([0x20, 1, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0, 0, 0x42]);
});

test("an IPv4-mapped address is IPv4", () => {
  expect(parseAddress("::ffff:10.1.2.3")).toEqual(parseAddress("10.1.2.3"));
});

test.each(["::", "::1", "0.0.0.0", "10.1.2.3", "fe80::1", "2001:db8::ff00:42", "1:2:3:4:5:6:7:8", "1::"])(
  "%s survives there and back",
  (address) => expect(formatAddress(parseAddress(address))).toBe(address),
);

test("a name is not an address", () => {
  expect(() => parseAddress("localhost")).toThrow(TypeError);
});
