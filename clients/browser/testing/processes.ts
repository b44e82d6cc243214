// What Linux says of the processes of a browser, for the tests.

import { readdirSync, readFileSync, readlinkSync } from "node:fs";

/** Nothing: the process has ended between two looks, or is not ours. */
function orNothing<T>(look: () => T, nothing: T): T {
  try {
    return look();
  } catch {
    return nothing;
  }
}

const processes = () =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number);

/** The living processes that were started with this entry in their environment. */
export function marked(entry: string): number[] {
  return processes().filter((pid) =>
    orNothing(() => readFileSync(`/proc/${pid}/environ`, "latin1").split("\0").includes(entry), false),
  );
}

/** A process and all of its descendants. */
export function tree(root: number): number[] {
  const parents = processes().map((pid) => {
    // The name, in parentheses, may contain spaces and parentheses.
    const stat = orNothing(() => readFileSync(`/proc/${pid}/stat`, "latin1"), "");
    return { pid, parent: Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]) };
  });
  const found = [root];
  for (const pid of found) {
    found.push(...parents.filter(({ parent }) => parent === pid).map((child) => child.pid));
  }
  return found;
}

/** The ports at the other ends of the TCP connections of these processes; those to their own listening ports are left out. */
export function peers(pids: number[]): number[] {
  const inodes = new Set(
    pids.flatMap((pid) =>
      orNothing(() => readdirSync(`/proc/${pid}/fd`), []).map((fd) =>
        orNothing(() => readlinkSync(`/proc/${pid}/fd/${fd}`), ""),
      ),
    ),
  );
  const sockets = ["tcp", "tcp6"].flatMap((table) =>
    readFileSync(`/proc/net/${table}`, "latin1")
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => {
        const [, own, peer, state, , , , , , inode] = line.trim().split(/\s+/);
        const port = (end: string) => Number.parseInt(end.split(":")[1]!, 16);
        return { own: port(own!), peer: port(peer!), listens: state === "0A", inode: `socket:[${inode}]` };
      }),
  );
  const theirs = sockets.filter(({ inode }) => inodes.has(inode));
  const listening = new Set(theirs.filter(({ listens }) => listens).map(({ own }) => own));
  return theirs.filter(({ own, listens }) => !listens && !listening.has(own)).map(({ peer }) => peer);
}
