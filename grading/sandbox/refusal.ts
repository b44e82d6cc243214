// Why the system does not let bubblewrap make a sandbox. bubblewrap says the same of several causes ("No permissions to
// create new namespace"); the kernel's settings tell them apart.

import { existsSync } from "node:fs";
import { readProc } from "../../scenarios/lab/kernel/proc.js";

export interface Refusal {
  why: "too old" | "namespaces off" | "apparmor" | "container" | "refused";
  /** namespaces off: the setting that allows them, as sysctl(8) takes it. Otherwise: what bubblewrap said. */
  detail: string;
}

/** Files that Docker, Podman and systemd-nspawn leave in a container. */
const CONTAINER = [
  "/.dockerenv",
  "/run/.containerenv",
  "/run/systemd/container",
  "/run/host/container-manager",
];
/** What a system that has them allows by default, or more. */
const MANY = 15_000;

/** `said`: on standard error, by a bubblewrap that failed. `privileged`: it needed no user namespace. */
export function refusalOf(said: string, privileged: boolean, shutIn = isShutIn()): Refusal {
  if (/unknown option/i.test(said)) return { why: "too old", detail: said };
  const setting = settingThatForbids(privileged);
  if (setting !== null) return { why: "namespaces off", detail: setting };
  if (!privileged && sysctl("kernel/apparmor_restrict_unprivileged_userns") === 1)
    return { why: "apparmor", detail: said };
  return { why: shutIn ? "container" : "refused", detail: said };
}

/** The setting that would have to be made; null: no setting forbids namespaces. */
function settingThatForbids(privileged: boolean): string | null {
  if (!privileged && sysctl("kernel/unprivileged_userns_clone") === 0)
    return "kernel.unprivileged_userns_clone=1";
  const kinds = ["net", "mnt", "pid", "ipc", "uts", ...(privileged ? [] : ["user"])];
  const kind = kinds.find((one) => sysctl(`user/max_${one}_namespaces`) === 0);
  return kind === undefined ? null : `user.max_${kind}_namespaces=${MANY}`;
}

/** In a container, or behind a filter of system calls such as containers have (seccomp(2)). */
const isShutIn = (): boolean =>
  CONTAINER.some(existsSync) || /^Seccomp:\s+2$/m.test(readProc("/proc/self/status") ?? "");

/** A setting's number; null: this kernel has no such setting. */
function sysctl(path: string): number | null {
  const text = readProc(`/proc/sys/${path}`);
  return text === null ? null : Number(text);
}
