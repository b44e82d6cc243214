// For the tests: what a run has about, and what is left of it afterwards: processes, mounts, ports, temporary files.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { tree } from "../../scenarios/lab/kernel/processes.js";

/** The ports that the submissions have hard-coded. Others may come and go on a machine that is not ours alone. */
const PORTS = [80, 1234, 2000, 2001, 3000, 3001, 4321, 5000, 7878, 8000, 8080, 8081, 8082, 8085, 8086, 9090];

/** What this process's orphans sleep for besides their hour, by which they are told from those of another run beside it. */
export const ORPHAN_SECONDS = `0.${Math.random().toFixed(9).slice(2)}`;
const ORPHAN = new RegExp(`^sleep 360[78] ${ORPHAN_SECONDS.replace(".", "\\.")}$`);

/** A folder for temporary files, by which everything of one run is known: give it as TMPDIR. */
export class Traces {
  readonly folder = mkdtempSync(join(tmpdir(), "antre-run-"));
  readonly #seen = new Set<string>();

  constructor() {
    onTestFinished(() => rmSync(this.folder, { recursive: true, force: true }));
  }

  get env(): NodeJS.ProcessEnv {
    return { TMPDIR: this.folder };
  }

  /** The processes of the run that live now: those that name its folder, and all that descend from them; and of those that were seen before, whoever has got away. */
  processes(): string[] {
    const named = pids().filter((pid) => commandOf(pid)?.includes(this.folder));
    for (const pid of named.flatMap(tree)) {
      const birth = birthOf(pid);
      if (birth !== null) this.#seen.add(`${pid} ${birth}`);
    }
    return [...this.#seen].flatMap((one) => {
      const [pid, birth] = one.split(" ").map(Number);
      return birthOf(pid!) === birth ? [`${pid} ${commandOf(pid!)}`] : [];
    });
  }

  files(): string[] {
    return readdirSync(this.folder);
  }
}

/** What the whole machine has that submissions could have made; its ports and mounts are those of this test's own namespaces. */
export function machine() {
  return {
    // Only an orphan sleeps for so long, to the very second.
    orphans: pids().filter((pid) => ORPHAN.test(commandOf(pid) ?? "")),
    mounts: readFileSync("/proc/self/mounts", "utf8").split("\n").sort(),
    ports: ["/proc/net/tcp", "/proc/net/tcp6"].flatMap(listening),
    files: readdirSync(tmpdir()).filter((name) => /outside|through-link/.test(name)),
  };
}

function listening(table: string): string[] {
  return readFileSync(table, "utf8")
    .split("\n")
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , , state]) => state === "0A")
    .map(([, local]) => local!)
    .filter((local) => PORTS.includes(Number.parseInt(local.split(":").at(-1)!, 16)));
}

const pids = (): number[] =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number);

/** The command of a process; null: it has ended. */
function commandOf(pid: number): string | null {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim() || null;
  } catch {
    return null;
  }
}

/** When a process was born, in the system's ticks; null: it has ended. Numbers are used again. */
function birthOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1").split(") ").at(-1)!.split(" ");
    return stat[0] === "Z" ? null : Number(stat[19]);
  } catch {
    return null;
  }
}
