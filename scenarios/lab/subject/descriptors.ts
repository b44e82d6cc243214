// How many connections a process may have, because each is an open file.

import type { ServerUnderTest } from "./server-under-test.js";

/** What a process needs of its descriptors for itself. */
const OWN = 64;

/** Those sizes for which this process, and so the clients' and the server's, may open enough sockets. The rest is noted. */
export function bearable(sizes: readonly number[], subject: ServerUnderTest): number[] {
  const limit = subject.equipment.kernel.descriptorLimit(process.pid) ?? Infinity;
  const most = limit - OWN;
  if (sizes.some((size) => size > most)) subject.note({ key: "descriptor-limit", values: { limit, most } });
  return sizes.filter((size) => size <= most);
}
