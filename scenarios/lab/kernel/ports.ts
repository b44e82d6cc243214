// Who keeps Linux' TCP ports: those who listen, and connections that the kernel keeps when nobody owns them any more.

import { numbersIn, readProc, socketsOf } from "./proc.js";
import type { PortUse, Sockets } from "./types.js";

/** What is said of a process must stand on a line. */
const MOST_CHARACTERS = 80;

/** Every port that somebody listens on, or that closed connections linger on. */
export function portsInUse(sockets: Sockets): PortUse[] {
  const [lowest = 0, highest = 0] =
    readProc("/proc/sys/net/ipv4/ip_local_port_range")?.trim().split(/\s+/).map(Number) ?? [];
  const listeners = sockets.listeners();
  const owners = ownersOf(new Set(listeners.map(({ inode }) => inode)));
  const lingering = sockets.lingering();
  return [...new Set([...listeners.map(({ port }) => port), ...lingering])].map((port) => {
    const listener = listeners.find((one) => one.port === port);
    const pid = (listener && owners.get(listener.inode)) ?? null;
    return {
      port,
      listener: listener ? { pid, command: pid === null ? null : commandOf(pid) } : null,
      lingering: lingering.filter((one) => one === port).length,
      handedOut: port >= lowest && port <= highest,
    };
  });
}

/** Which process has each of these sockets open; of several, the first. */
function ownersOf(inodes: ReadonlySet<number>): Map<number, number> {
  const owners = new Map<number, number>();
  for (const pid of numbersIn("/proc") ?? []) {
    for (const inode of socketsOf(pid) ?? [])
      if (inodes.has(inode) && !owners.has(inode)) owners.set(inode, pid);
  }
  return owners;
}

/** The words with which a process was started. */
function commandOf(pid: number): string | null {
  const words = readProc(`/proc/${pid}/cmdline`)
    ?.replace(/[\s\0]+/g, " ")
    .trim();
  return words ? words.slice(0, MOST_CHARACTERS) : null;
}
