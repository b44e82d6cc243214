// Which port does a Linux process listen on? Its descriptors name socket inodes; the kernel lists the inodes that listen.

import { numbersIn, socketInode } from "./proc.js";
import type { ListeningPort, Sockets } from "./types.js";

/** The ports that these processes listen on; null: nothing was seen, and some descriptors are not ours to see. */
export function listeningPorts(pids: readonly number[], sockets: Sockets): ListeningPort[] | null {
  const byInode = new Map(sockets.listeners().map((listener) => [listener.inode, listener]));
  const ports: ListeningPort[] = [];
  let hidden = false;
  for (const pid of pids) {
    const seen = new Set<number>();
    const descriptors = numbersIn(`/proc/${pid}/fd`);
    if (descriptors === null && numbersIn(`/proc/${pid}/task`) !== null) hidden = true;
    for (const descriptor of descriptors ?? []) {
      const inode = socketInode(pid, descriptor);
      const listener = inode === null || seen.has(inode) ? undefined : byInode.get(inode);
      if (listener === undefined) continue;
      seen.add(listener.inode);
      ports.push({ address: listener.address, port: listener.port, pid });
    }
  }
  return ports.length === 0 && hidden ? null : ports;
}
