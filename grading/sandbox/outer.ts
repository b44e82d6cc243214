// The network in which one program is examined: a namespace of its own, with nothing but a loopback. The examiner is
// started in it, so that ports neither collide nor linger, and so that the kernel's door shows this network alone.

import { spawnSync } from "node:child_process";
import { closeSync, fstatSync, openSync, readlinkSync, writeFileSync } from "node:fs";
import { isIPv4 } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { find } from "../../cli/find.js";
import { numbersIn } from "../../scenarios/lab/kernel/proc.js";
import { kill } from "./kill.js";
import { isPrivileged } from "./privilege.js";

/**
 * The words that run a command in a network of its own. An ordinary user becomes root of a user namespace: only so may it
 * settle the network's affairs, and start sandboxes. The processes stay in sight of the machine's own /proc: bubblewrap
 * covers parts of a new one, and Linux then lets nobody mount another inside (mount_too_revealing, fs/namespace.c).
 */
export function inOwnNetwork(command: readonly string[], privileged = isPrivileged()): string[] {
  const asRoot = ["--unshare-user", "--uid", "0", "--gid", "0", "--cap-add", "ALL"];
  return [
    "bwrap",
    ...["--dev-bind", "/", "/", "--unshare-net", "--die-with-parent"],
    ...(privileged ? [] : asRoot),
    ...["--", ...command],
  ];
}

/** The buffers of a connection may grow to this, so that a page of 2 MiB fills them: least, usual and largest, in bytes. */
const BUFFER = "4096 65536 262144";

const SETTINGS: Record<string, string> = {
  // A server that is started again gets its port at once, also when it does not set SO_REUSEADDR.
  tcp_max_tw_buckets: "0",
  // Ports below 1024 are for everybody: a program may listen on port 80.
  ip_unprivileged_port_start: "0",
  tcp_rmem: BUFFER,
  tcp_wmem: BUFFER,
};

/**
 * Many a server learns its own address by a UDP socket that is "connected" to 8.8.8.8, which sends nothing, but needs a
 * route. This one is for UDP alone and leads nowhere, so that all else still hears at once that nobody can be reached.
 */
const ROUTE = `address add 10.0.2.15/32 dev lo
route add table 17 default dev lo src 10.0.2.15
rule add ipproto udp lookup 17
`;

/**
 * Settles the affairs of the network that this process is in; to be called in a network of its own only. A system without
 * ip(8) has no such route: a program that needs it is then left to a human.
 */
export function settleNetwork(): void {
  const set = (name: string, value: string) => writeFileSync(`/proc/sys/net/ipv4/${name}`, value);
  for (const [name, value] of Object.entries(SETTINGS)) set(name, value);
  // A server may bind the address that only its student's machine had; it is given to this network when it is known.
  if (ip(ROUTE)) set("ip_nonlocal_bind", "1");
}

/** So long it may take the kernel to end a process and to take its memory from it. */
const GONE_MS = 20_000;
const AGAIN_MS = 10;

/** A network of an examiner's own, as whoever has started that one sees it: all that is in it belongs to one examination. */
export class Network {
  readonly #name: string;
  /** As long as it is open, no other network gets this one's name. */
  readonly #file: number;

  private constructor(name: string, file: number) {
    this.#name = name;
    this.#file = file;
  }

  /** The network of a process, where it is not our own; null: it is, or the process has ended. */
  static of(pid: number): Network | null {
    let file: number;
    try {
      file = openSync(`/proc/${pid}/ns/net`, "r");
    } catch {
      return null; // it has ended
    }
    const name = networkOf(pid);
    if (name !== null && name !== networkOf("self") && name === `net:[${fstatSync(file).ino}]`)
      return new Network(name, file);
    closeSync(file);
    return null;
  }

  /** Ends whatever is in it. Resolves when nothing is. */
  async end(): Promise<void> {
    try {
      const deadline = performance.now() + GONE_MS;
      for (let left = this.#pids(); left.length > 0; left = this.#pids()) {
        if (performance.now() > deadline) throw new Error(`processes ${left.join(", ")} could not be ended`);
        for (const pid of left) kill(pid);
        await delay(AGAIN_MS);
      }
    } finally {
      closeSync(this.#file);
    }
  }

  #pids = (): number[] => (numbersIn("/proc") ?? []).filter((pid) => networkOf(pid) === this.#name);
}

/** The name of the network that a process is in; null: it has ended, or is not ours to see. */
function networkOf(pid: number | "self"): string | null {
  try {
    return readlinkSync(`/proc/${pid}/ns/net`);
  } catch {
    return null;
  }
}

/** Gives this network an address that a server has bound, so that clients reach it. To be called in such a network only. */
export function adoptAddress(address: string): void {
  const own = isIPv4(address) && !/^(127|0)\./.test(address);
  if (own) ip(`address replace ${address}/32 dev lo\n`);
}

/** Carries out lines for ip(8). False: this system has none, or refuses. */
function ip(lines: string): boolean {
  return spawnSync(find(["ip"]) ?? "ip", ["-batch", "-"], { input: lines }).status === 0;
}
