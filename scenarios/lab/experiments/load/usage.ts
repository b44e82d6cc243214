// Who took the processors while something was measured: the server, the load client, or somebody else.

import { cpus } from "node:os";

/** Processor time so far, in milliseconds: of the server, and of everybody on this machine. */
export interface Usage {
  server: number | null;
  all: number;
}

export function usageOf(server: number | null): Usage {
  const all = cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0);
  return { server, all };
}

/** What the server and others took between two moments. Who is neither it nor the load client is others; null: this system can't say. */
export function between(before: Usage, after: Usage, generatorCpuMs: number) {
  if (before.server === null || after.server === null) return { serverCpuMs: null, othersCpuMs: null };
  const serverCpuMs = Math.max(0, after.server - before.server); // it may have been another process before
  const others = after.all - before.all - serverCpuMs - generatorCpuMs;
  return { serverCpuMs, othersCpuMs: Math.max(0, others) };
}
