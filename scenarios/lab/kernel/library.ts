// koffi, loaded when it is first needed: importing the door must cost nothing.

import { createRequire } from "node:module";
import type { LibraryHandle } from "koffi";

type Koffi = typeof import("koffi").default;

let loaded: Koffi | undefined;

/** The package itself. Throws where it has no binary for this machine. */
export function koffi(): Koffi {
  loaded ??= createRequire(import.meta.url)("koffi") as Koffi;
  return loaded;
}

/** Linux' C library: glibc's by its name; musl's has another, but its functions are in the process already. */
export function libc(): LibraryHandle {
  try {
    return koffi().load("libc.so.6");
  } catch {
    return koffi().load(null);
  }
}

/** The errno that the last call through koffi left on this thread. */
export const errno = (): number => koffi().errno();
