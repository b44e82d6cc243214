// Can a server have this port now? By binding it, as a server does, and by the kernel's word; nobody is ever connected to.

import { createServer } from "node:net";

export interface Port {
  port: number;
  free: boolean;
  /** EADDRINUSE, EACCES …; null: it is free. */
  why: string | null;
  /** Who has it, where the system tells. */
  owner: { pid: number; command: string | null } | null;
  /** Closed connections keep it from servers that do not set SO_REUSEADDR, for a minute. */
  lingering: boolean;
}

export async function portsNow(ports: readonly number[]): Promise<Port[]> {
  const uses = await usesOf();
  return Promise.all(
    ports.map(async (port) => {
      // Some systems bind every address while another program has this one, or the other way round.
      const why = (await refusal(port, "127.0.0.1")) ?? (await refusal(port, "0.0.0.0"));
      const use = uses.find((one) => one.port === port);
      const { pid, command } = use?.listener ?? {};
      return {
        port,
        free: why === null,
        why,
        owner: pid ? { pid, command: command ?? null } : null,
        lingering: why === null && (use?.lingering ?? 0) > 0,
      };
    }),
  );
}

async function usesOf() {
  const { openKernel } = await import("../scenarios/lab/kernel/index.js");
  const kernel = openKernel();
  try {
    return kernel.portsInUse() ?? [];
  } finally {
    kernel.close();
  }
}

/** Why it can't be bound; null: it can. */
function refusal(port: number, host: string): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", ({ code }: NodeJS.ErrnoException) => resolve(code ?? "unknown"));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(null)));
  });
}
