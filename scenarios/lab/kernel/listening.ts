// Which port does a Linux process listen on? Its descriptors name socket inodes; the kernel lists the inodes that listen.

import { numbersIn, socketsOf } from "./proc.js";
import type { ListeningPort, Sockets } from "./types.js";

/** The ports that these processes listen on; null: nothing was seen, and some descriptors are not ours to see. */
export function listeningPorts(pids: readonly number[], sockets: Sockets): ListeningPort[] | null {
  const byInode = new Map(sockets.listeners().map((listener) => [listener.inode, listener]));
  const ports: ListeningPort[] = [];
  let hidden = false;
  for (const pid of pids) {
    const inodes = socketsOf(pid);
    if (inodes === null && numbersIn(`/proc/${pid}/task`) !== null) hidden = true;
    for (const inode of inodes ?? []) {
      const listener = byInode.get(inode);
      if (listener !== undefined) ports.push({ address: listener.address, port: listener.port, pid });
    }
  }
  return ports.length === 0 && hidden ? null : ports;
}
