// What the lecturer's shell, editor or CI left open would be inherited by every program: exec(2) keeps it.

import { numbersIn } from "../../scenarios/lab/kernel/proc.js";
import { closeOnExec } from "../../servers/processes/inherit.js";

/** Whatever is open, a new process gets its standard input, output and error, and what it is given besides; nothing else. */
export function passNothingOn(): void {
  for (const descriptor of numbersIn("/proc/self/fd") ?? []) if (descriptor > 2) closeOnExec(descriptor);
}
