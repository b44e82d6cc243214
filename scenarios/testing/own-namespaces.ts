// For the tests: a network and a table of mounts of its own for each test file, so that files which run side by side share
// no port and no TIME_WAIT, and what the machine mounts meanwhile is not seen. vitest loads this before the file, in the
// file's own process, and whatever that starts inherits the namespaces. Only the calling thread is moved; threads that were
// there before (libuv's pool) only read files, and what they read of /proc/net and /proc/self is the main thread's.

import { execFileSync } from "node:child_process";
import { errno, libc } from "../lab/kernel/library.js";

const CLONE_NEWNET = 0x40000000;
const CLONE_NEWNS = 0x00020000;
const MS_REC_PRIVATE = 0x4000 | (1 << 18);

const unshare = libc().func("int unshare(int flags)");
const mount = libc().func(
  "int mount(const char *source, const char *target, const char *type, unsigned long flags, const void *data)",
);
if (unshare(CLONE_NEWNET | CLONE_NEWNS) !== 0 || mount("none", "/", null, MS_REC_PRIVATE, null) !== 0) {
  throw new Error(`no namespaces of its own: errno ${errno()}`);
}
execFileSync("ip", ["link", "set", "lo", "up"]);
