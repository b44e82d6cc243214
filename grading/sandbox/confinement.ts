// How far a program is shut in: in a sandbox; as another user only; or not at all.

import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { tmpdir } from "node:os";
import { inOwnNetwork } from "./outer.js";
import { isPrivileged, STRANGE } from "./privilege.js";
import { type Refusal, refusalOf } from "./refusal.js";

/**
 * sandbox: bubblewrap. user: no sandbox could be had, but we are root, so it runs as a user who owns nothing.
 * none: as whoever grades.
 */
export type Confinement = "sandbox" | "user" | "none";

/** Why no sandbox can be had here. `detail`: the system, the setting to be made, or what bubblewrap said. */
export interface NoSandbox {
  why: "system" | "not installed" | Refusal["why"];
  detail: string;
}

/** Tries a sandbox in a network of its own, as programs will be run. Null: it works. */
export function whyNoSandbox(): NoSandbox | null {
  if (process.platform !== "linux") return { why: "system", detail: process.platform };
  const privileged = isPrivileged();
  const inner = ["bwrap", "--ro-bind", "/", "/", "--unshare-pid", "--unshare-uts"];
  const user = privileged ? [] : ["--unshare-user", "--uid", "1000", "--gid", "1000", "--disable-userns"];
  const mounts = [
    "unshare",
    "--mount",
    "--ipc",
    "/bin/sh",
    "-c",
    'mount -t tmpfs antre "$0" && exec "$@"',
    tmpdir(),
  ];
  const nest = inOwnNetwork([...mounts, ...inner, ...user, "--proc", "/proc", "--", "true"], privileged);
  const { error, status, stderr } = spawnSync(nest[0]!, nest.slice(1), { encoding: "utf8", timeout: 10_000 });
  if (error) return { why: "not installed", detail: error.message };
  return status === 0 ? null : refusalOf(stderr.trim(), privileged);
}

/** A user whom no system has: one for each examiner, so that limits count alone. */
export const strangeUser = (): number => STRANGE.first + randomInt(STRANGE.count);

/** The user that a program runs as: a strange one where we may become one; null: ourselves, in a user namespace. */
export const userOfPrograms = (): number | null => (isPrivileged() ? strangeUser() : null);
