// IP addresses as text and as the 16 bytes that the kernel's structures reserve for either family.

import { isIPv4 } from "node:net";

/** An address as the kernel takes it: an IPv4 address stands in the first 4 of 16 bytes. */
export interface AddressBytes {
  family: 4 | 6;
  bytes: Uint8Array;
}

const MAPPED = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff];

/**
 * Reads a literal address. An IPv4-mapped one (`::ffff:127.0.0.1`) becomes IPv4: the kernel finds the sockets
 * of a dual-stack server by their IPv4 addresses. Throws TypeError where it is no literal address.
 */
export function parseAddress(address: string): AddressBytes {
  const bytes = new Uint8Array(16);
  if (isIPv4(address)) {
    bytes.set(address.split(".").map(Number));
    return { family: 4, bytes };
  }
  // The URL parser knows every spelling of IPv6 and writes back one: lower case, no dots, the longest run of zeros as "::".
  const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [head = [], tail = []] = canonical.split("::").map((part) => (part === "" ? [] : part.split(":")));
  const groups = [...head, ...Array<string>(8 - head.length - tail.length).fill("0"), ...tail];
  groups.forEach((group, index) => {
    const value = Number.parseInt(group, 16);
    bytes[2 * index] = value >> 8;
    bytes[2 * index + 1] = value & 0xff;
  });
  if (!isMapped(bytes)) return { family: 6, bytes };
  const plain = new Uint8Array(16);
  plain.set(bytes.subarray(12));
  return { family: 4, bytes: plain };
}

/** Writes an address: IPv4 with dots, IPv6 as RFC 5952 wants it, an IPv4-mapped one as IPv4. */
export function formatAddress({ family, bytes }: AddressBytes): string {
  if (family === 4) return bytes.subarray(0, 4).join(".");
  if (isMapped(bytes)) return bytes.subarray(12, 16).join(".");
  const groups = Array.from({ length: 8 }, (_, i) => ((bytes[2 * i]! << 8) | bytes[2 * i + 1]!).toString(16));
  return new URL(`http://[${groups.join(":")}]`).hostname.slice(1, -1);
}

function isMapped(bytes: Uint8Array): boolean {
  return MAPPED.every((byte, index) => bytes[index] === byte);
}
