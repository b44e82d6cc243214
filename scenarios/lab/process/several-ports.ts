// A server that listens on more than one port: a debugger's, say, beside its own. The lowest was taken.

import type { Note } from "../../../results/result.js";
import type { Kernel } from "../kernel/index.js";
import type { RunningServer } from "./launch.js";

/** Which ports it has besides the one to which clients were sent; null: none, or that one was named by the user. */
export function severalPorts({ program, endpoint, pids }: RunningServer, kernel: Kernel): Note | null {
  if (program.port !== null || program.source !== null) return null;
  const all = (kernel.listeningPorts(pids()) ?? []).map(({ port }) => port);
  const others = [...new Set(all)].filter((port) => port !== endpoint.port).sort((a, b) => a - b);
  if (others.length === 0) return null;
  return { key: "several-ports", values: { port: endpoint.port, others: others.join(", ") } };
}
