// What there is on this machine, looked at all at once: the doctor's data, without a word about it.

import { availableParallelism, totalmem } from "node:os";
import { fileURLToPath } from "node:url";
import type { NoSandbox } from "../grading/sandbox/confinement.js";
import { type Port, portsNow } from "./ports.js";
import { ask, type Found, isFor, probe } from "./probe.js";
import { type System, thisSystem } from "./system.js";
import { type ToolName, toolNames, toolOf } from "./tools.js";

/** What the course report's servers listen on, and ours when they are started by hand. */
const PORTS = { single: 4321, multi: 1234 } as const;

export type KernelWord = "sock_diag" | "proc/net" | "none";

export interface Machine {
  system: System;
  cpus: number;
  memoryMiB: number;
  node: { version: string; ok: boolean };
  /** Why the servers can't call the system; null: they can. */
  noCalls: string | null;
  kernel: KernelWord;
  /** Null: it works. "slow": whether it does was not known in time. */
  sandbox: NoSandbox | "slow" | null;
  /** Does the kernel bound the memory of a sandbox as a whole (a control group)? */
  bounded: boolean;
  ports: (Port & { server: string })[];
  /** Those that Antre uses on this system. */
  tools: Map<ToolName, Found>;
}

/** `dueMs`: what is not answered when this process is so old is not waited for. */
export async function look(dueMs: number): Promise<Machine> {
  const limitMs = Math.max(100, dueMs - performance.now());
  const system = thisSystem();
  const sandbox = trySandbox(limitMs);
  const probes = toolNames
    .filter((name) => isFor(toolOf(name), process.platform))
    .map(async (name) => [name, await probe(name, { limitMs })] as const);
  const noCalls = await whyNoCalls();
  const known = {
    kernel: noCalls === null ? await kernelWord() : ("none" as const),
    ports: noCalls === null ? await portsNow(Object.values(PORTS)) : [],
  };
  return {
    system,
    cpus: availableParallelism(),
    memoryMiB: Math.round(totalmem() / 2 ** 20),
    node: { version: process.versions.node, ok: isNewEnough(process.versions.node) },
    noCalls,
    kernel: known.kernel,
    ...(await sandbox),
    ports: known.ports.map((port, at) => ({ ...port, server: Object.keys(PORTS)[at]! })),
    tools: new Map(await Promise.all(probes)),
  };
}

/** As package.json has it under "engines". */
export function isNewEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > 20 || (major === 20 && minor >= 19);
}

export const scenariosCanRun = ({ node, noCalls }: Machine): boolean => node.ok && noCalls === null;

/** koffi carries the calls to the system's own sockets; it may lack a binary for this machine. */
async function whyNoCalls(): Promise<string | null> {
  const { koffi } = await import("../scenarios/lab/kernel/library.js");
  try {
    koffi();
    return null;
  } catch (error) {
    return (error as Error).message.split("\n")[0]!;
  }
}

async function kernelWord(): Promise<KernelWord> {
  if (process.platform !== "linux") return "none";
  const { openNetlink } = await import("../scenarios/lab/kernel/netlink.js");
  const { openProcNet } = await import("../scenarios/lab/kernel/proc-net.js");
  for (const [word, open] of [
    ["sock_diag", openNetlink],
    ["proc/net", openProcNet],
  ] as const) {
    try {
      open().close();
      return word;
    } catch {
      // forbidden here: the next one
    }
  }
  return "none";
}

async function trySandbox(limitMs: number): Promise<Pick<Machine, "sandbox" | "bounded">> {
  const trial = fileURLToPath(new URL("./sandbox-trial.js", import.meta.url));
  const answer = await ask(process.execPath, [trial], limitMs);
  if (answer === null) return { sandbox: "slow", bounded: false };
  // Node.js may have its own warnings beside it.
  const line = answer.text.split("\n").find((line) => /^\{.*\}$/.test(line));
  if (line === undefined) throw new Error(`the sandbox could not be tried: ${answer.text}`);
  const { missing, bounded } = JSON.parse(line) as { missing: NoSandbox | null; bounded: boolean };
  return { sandbox: missing, bounded };
}
