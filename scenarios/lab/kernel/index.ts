// The door to what the operating system knows about a server and its connections, without ever connecting to it.
// Importing it costs nothing: koffi and the system's libraries are loaded when it is opened.

import { openLinux } from "./linux.js";
import { openPosix } from "./posix.js";
import type { Kernel } from "./types.js";
import { openWindows } from "./windows.js";

export type * from "./types.js";

/**
 * Opens what this system can say; close it in the end. Everything on Linux; elsewhere processes and listening ports,
 * and null for what cannot be said.
 */
export function openKernel(): Kernel {
  if (process.platform === "linux") return openLinux();
  if (process.platform === "win32") return openWindows();
  return openPosix();
}
