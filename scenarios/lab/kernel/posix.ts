// The door on macOS and the BSDs: ps(1) and lsof(8) say who descends from whom and who listens; nothing there says, to
// an ordinary user, whether a connection was accepted or how many threads run.

import { spawnSync } from "node:child_process";
import type { Kernel, ListeningPort, Memory } from "./types.js";

export function openPosix(): Kernel {
  return {
    canSeeConnections: false,
    connection: () => null,
    listener: () => null,
    connectionsTo: () => [],
    listeningPorts,
    tree(pid) {
      const all = processes();
      return all === null ? [pid] : treeOf(pid, all); // without ps: the one that we have started, at least
    },
    nonTcpActivity: () => null,
    portsInUse: () => null,
    sockets: () => null,
    environment: () => null,
    isChanging: () => false,
    orphans: () => [],
    marked: () => null,
    counts(pids) {
      const all = processes();
      const living = all && new Set(all.map(({ pid }) => pid));
      return { processes: living && pids.filter((pid) => living.has(pid)).length, threads: null };
    },
    resting: () => null,
    threads: () => null,
    cpuTimeMs: () => null,
    descriptorLimit: () => null,
    memory: residentMemory,
    contextSwitches: () => null,
    close() {},
  };
}

/** What ps says each has resident: shared pages are counted for each. */
function residentMemory(pids: readonly number[]): Memory | null {
  const list = output("ps", ["-o", "rss=", "-p", pids.join(",")]);
  const sizes = list?.trim().split(/\s+/).map(Number) ?? [];
  if (sizes.length !== pids.length || !sizes.every(Number.isFinite)) return null;
  return { kind: "rss", bytes: 1024 * sizes.reduce((total, size) => total + size, 0) };
}

function processes(): Process[] | null {
  const list = output("ps", ["-axo", "pid=,ppid=,state="]);
  return list === null ? null : parsePs(list);
}

/** lsof's status is 1 both when it found nothing and when it failed: only what it prints on standard error tells. */
function listeningPorts(pids: readonly number[]): ListeningPort[] | null {
  if (pids.length === 0) return [];
  const list = output("lsof", ["-nP", "-a", "-p", pids.join(","), "-iTCP", "-sTCP:LISTEN", "-Fptn"]);
  return list === null ? null : parseLsof(list);
}

/** What a program printed; null: there is no such program, or it complained. */
function output(command: string, args: string[]): string | null {
  const { error, status, stdout, stderr } = spawnSync(command, args, { encoding: "utf8" });
  return error || (status !== 0 && (status !== 1 || stderr !== "")) ? null : stdout;
}

export interface Process {
  pid: number;
  parent: number;
}

/** Lines of pid, parent's pid and state; zombies are left out. */
export function parsePs(list: string): Process[] {
  return list.split("\n").flatMap((line) => {
    const [pid, parent, state] = line.trim().split(/\s+/);
    return state === undefined || state.startsWith("Z") ? [] : [{ pid: Number(pid), parent: Number(parent) }];
  });
}

/** A process and its descendants among these, itself first. */
export function treeOf(root: number, all: readonly Process[]): number[] {
  const found = all.filter(({ pid }) => pid === root).map(({ pid }) => pid);
  for (const one of found)
    for (const { pid, parent } of all) if (parent === one && !found.includes(pid)) found.push(pid); // grows as we go
  return found;
}

/**
 * lsof's -F output, a line per field: `p` a process, and for each of its descriptors `t` IPv4 or IPv6 and `n` the
 * address: `127.0.0.1:80`, `[::1]:80`, `*:80`.
 */
export function parseLsof(list: string): ListeningPort[] {
  const ports: ListeningPort[] = [];
  let pid = 0;
  let wildcard = "0.0.0.0";
  for (const line of list.split("\n")) {
    if (line.startsWith("p")) pid = Number(line.slice(1));
    if (line.startsWith("t")) wildcard = line === "tIPv6" ? "::" : "0.0.0.0";
    if (!line.startsWith("n")) continue;
    const colon = line.lastIndexOf(":");
    const host = line.slice(1, colon).replace(/^\[|\]$/g, "");
    const address = host === "*" ? wildcard : host;
    const port = Number(line.slice(colon + 1));
    if (!ports.some((one) => one.pid === pid && one.port === port && one.address === address))
      ports.push({ address, port, pid });
  }
  return ports;
}
