// What the kernel lets this process do. Its user number alone does not tell: root of a container, or of a user namespace,
// has the number 0 as well, and may do far less.

import { readFileSync } from "node:fs";

/** capabilities(7), by their bit: what it takes to make a network, to mount, and to become a user who owns nothing. */
const NEEDED = { SETGID: 6, SETUID: 7, SETPCAP: 8, NET_ADMIN: 12, SYS_ADMIN: 21 };

/** Numbers that no user of any system has (systemd's UIDS-GIDS: unused). */
export const STRANGE = { first: 1_900_000_000, count: 200_000_000 };

/**
 * May this process make sandboxes without a user namespace, and run programs as a user who owns nothing? Otherwise it is an
 * ordinary user to the sandbox, whatever its number: each sandbox then is a user namespace of its own.
 */
export function isPrivileged(): boolean {
  if (process.platform !== "linux") return false;
  const held = BigInt(`0x${/^CapEff:\s+([0-9a-f]+)$/m.exec(own("status"))?.[1] ?? "0"}`);
  const holds = Object.values(NEEDED).every((bit) => ((held >> BigInt(bit)) & 1n) === 1n);
  return holds && mapsStrangers(own("uid_map")) && mapsStrangers(own("gid_map"));
}

const own = (file: string): string => readFileSync(`/proc/self/${file}`, "utf8");

/** Do the users that this namespace has include the strange ones (user_namespaces(7))? */
export function mapsStrangers(map: string): boolean {
  return map.split("\n").some((line) => {
    const [inside, , length] = line.trim().split(/\s+/).map(Number) as [number, number, number];
    return inside <= STRANGE.first && STRANGE.first + STRANGE.count <= inside + length;
  });
}
