// How far a program is shut in: in a sandbox; as another user only; or not at all.

import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { inOwnNetwork } from "./outer.js";
import { isPrivileged, STRANGE } from "./privilege.js";

/**
 * sandbox: bubblewrap. user: no sandbox could be had, but we are root, so it runs as a user who owns nothing.
 * none: as whoever grades.
 */
export type Confinement = "sandbox" | "user" | "none";

/** What is missing for a sandbox here. */
export interface NoSandbox {
  why: "system" | "not installed" | "refused";
  detail: string;
}

/** Tries a sandbox in a network of its own, as programs will be run. Null: it works. */
export function whyNoSandbox(): NoSandbox | null {
  if (process.platform !== "linux") return { why: "system", detail: process.platform };
  const inner = ["bwrap", "--ro-bind", "/", "/", "--unshare-pid", "--unshare-ipc", "--unshare-uts"];
  const user = isPrivileged() ? [] : ["--unshare-user", "--uid", "1000", "--gid", "1000", "--disable-userns"];
  const nest = inOwnNetwork([...inner, ...user, "--proc", "/proc", "--", "true"]);
  const { error, status, stderr } = spawnSync(nest[0]!, nest.slice(1), { encoding: "utf8", timeout: 10_000 });
  if (error) return { why: "not installed", detail: error.message };
  return status === 0 ? null : { why: "refused", detail: stderr.trim() };
}

/** A user whom no system has: one for each examiner, so that limits count alone. */
export const strangeUser = (): number => STRANGE.first + randomInt(STRANGE.count);

/** The user that a program runs as: a strange one where we may become one; null: ourselves, in a user namespace. */
export const userOfPrograms = (): number | null => (isPrivileged() ? strangeUser() : null);
