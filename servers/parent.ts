// npm starts a script through a shell. Told to end, npm tells the shell, and a shell that does not replace itself by
// its only command (dash, Debian's and Ubuntu's sh) ends without telling us: the server would keep its port for ever.

import { constants } from "node:os";
import koffi from "koffi";

const PR_SET_PDEATHSIG = 1; // linux/prctl.h

/** Has Linux end this process with the shell, when npm has started it by `npm run server`. */
export function endWithNpm(): void {
  if (process.platform !== "linux" || process.env.npm_lifecycle_event !== "server") return;
  const prctl = koffi.load(null).func("int prctl(int option, ulong a, ulong b, ulong c, ulong d)");
  prctl(PR_SET_PDEATHSIG, constants.signals.SIGTERM, 0, 0, 0);
}
