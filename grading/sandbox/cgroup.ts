// Control groups: the kernel's own account of what the processes of a program use up together, also of memory that belongs to
// none of them: buffers of sockets, page tables, files that are only in memory. One door for both versions (cgroups(7)).

import { spawnSync } from "node:child_process";
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  rmdirSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { find } from "../../cli/find.js";
import { roomsMiB, WRAPPERS } from "./inner.js";
import { kill } from "./kill.js";
import { browserLimits, type Limits } from "./limits.js";

const CONTROLLERS = ["memory", "pids", "cpu"] as const;
type Controller = (typeof CONTROLLERS)[number];

/** Where this process may make groups: the folder in which they are made, for each controller that there is. */
export interface GroupPlace {
  version: 1 | 2;
  folders: Partial<Record<Controller, string>> & { memory: string };
}

/** Besides the memory and the files that a program may have: the kernel's own for it, and the processes around it. */
const KERNEL_MIB = 64;
const MIB = 2 ** 20;
/** Processes that were killed are gone at once; to take gigabytes from them may take seconds. */
const GONE_MS = 20_000;
const AGAIN_MS = 5;
const LONGEST_TRIAL_MS = 5000;

/** What a group may take: memory in bytes, and processes and threads. */
export interface GroupLimits {
  memory: number;
  processes: number;
}

/** So much that whoever stays within the limits of a program never meets those of its group. */
export const groupLimits = (limits: Limits): GroupLimits => ({
  memory: (limits.memoryMiB + roomsMiB(limits) + KERNEL_MIB) * MIB,
  processes: limits.processes + 4 * WRAPPERS,
});

export const browserGroupLimits: GroupLimits = {
  memory: (browserLimits.memoryMiB + 2 * browserLimits.diskMiB + 2 * KERNEL_MIB) * MIB,
  processes: browserLimits.processes,
};

/** What all groups of this process begin with. */
export const OURS = `antre-${process.pid}-`;
let named = 0;
export const newGroupName = (): string => `${OURS}${Date.now().toString(36)}-${++named}`;

/** The group of the browsers that open the pages of a program, by that of the program. */
export const browsersOf = (name: string): string => `${name}-browsers`;

/** Where groups can be made; null: the system gives this process none. `self`: /proc/self, in a test another folder. */
export function groupPlace(self = "/proc/self"): GroupPlace | null {
  const [mounts, own] = [linesOf(`${self}/mountinfo`), linesOf(`${self}/cgroup`)];
  return secondVersion(mounts, own) ?? firstVersion(mounts, own);
}

/** Words that begin a process of an ordinary user in a group that systemd hands to him (systemd.resource-control(5), Delegate). */
const HANDED = ["systemd-run", "--user", "--scope", "--quiet", "--collect", "-p", "Delegate=yes", "--"];
/** Was it handed to him, and can memory be limited in it? */
const IS_HANDED = `
folder=/sys/fs/cgroup$(sed -n s/^0:://p /proc/self/cgroup)
[ -w "$folder/cgroup.procs" ] && grep -qw memory "$folder/cgroup.controllers"`;

export interface Groups {
  /** Can the memory of all processes of a program be limited together, by the kernel? */
  here: boolean;
  /** The words that must begin an examiner for that; none: it can be as it is. */
  begin: string[];
}

/** Whether there are control groups for programs here. Where the system gives us none as we are, the user's systemd may. */
export function findGroups(): Groups {
  if (groupPlace() !== null) return { here: true, begin: [] };
  const systemd = find(["systemd-run"]) !== null && process.env.XDG_RUNTIME_DIR !== undefined;
  if (!systemd) return { here: false, begin: [] };
  const [program, ...words] = [...HANDED, "/bin/sh", "-c", IS_HANDED];
  const here = spawnSync(program!, words, { stdio: "ignore", timeout: LONGEST_TRIAL_MS }).status === 0;
  return { here, begin: here ? HANDED : [] };
}

/** Version 1: each controller has a tree of its own; ours are made in the group that we are in. */
function firstVersion(mounts: readonly string[], own: readonly string[]): GroupPlace | null {
  const folders: Partial<Record<Controller, string>> = {};
  for (const controller of CONTROLLERS) {
    const mount = mountOf(mounts, "cgroup", controller);
    const path = own.map((line) => /^\d+:([^:]*):(.*)$/.exec(line)).find((one) => has(one?.[1], controller));
    const folder = mount && path ? join(mount.at, relative(mount.root, path[2]!)) : null;
    if (folder !== null && mayWrite(folder)) folders[controller] = folder;
  }
  return folders.memory === undefined
    ? null
    : { version: 1, folders: { ...folders, memory: folders.memory } };
}

/**
 * Version 2: one tree. A group with processes of its own hands nothing on, so ours are made in the nearest one above that
 * does; and where we are alone in our group, and it was handed to us, it is made such a one.
 */
function secondVersion(mounts: readonly string[], own: readonly string[]): GroupPlace | null {
  const mount = mountOf(mounts, "cgroup2");
  const path = own.map((line) => /^0::(.*)$/.exec(line)?.[1]).find((one) => one !== undefined);
  if (mount === null || path === undefined || relative(mount.root, path).startsWith("..")) return null;
  const ours = join(mount.at, relative(mount.root, path));
  const handsOn = (folder: string) => has(textOf(join(folder, "cgroup.subtree_control")), "memory");
  for (let folder = ours; folder.startsWith(mount.at); folder = dirname(folder))
    if (handsOn(folder) && mayWrite(folder)) return inOne(folder);
  if (!mayWrite(ours) || !has(textOf(join(ours, "cgroup.controllers")), "memory")) return null;
  return leaveAlone(ours) && handsOn(ours) ? inOne(ours) : null;
}

function inOne(folder: string): GroupPlace {
  const handed = textOf(join(folder, "cgroup.subtree_control"));
  const there = CONTROLLERS.filter((one) => has(handed, one)).map((one) => [one, folder]);
  return { version: 2, folders: { memory: folder, ...Object.fromEntries(there) } };
}

/** Moves ourselves and whoever has started us out of our group, so that it can hand on. False: others are in it, too. */
function leaveAlone(folder: string): boolean {
  const above = new Set(ancestors(process.pid));
  const inside = numbers(textOf(join(folder, "cgroup.procs")));
  if (!inside.every((pid) => above.has(pid))) return false;
  const leaf = join(folder, `antre-grader-${process.pid}`);
  try {
    mkdirSync(leaf);
    for (const pid of inside) writeFileSync(join(leaf, "cgroup.procs"), `${pid}`);
    for (const one of CONTROLLERS)
      if (has(textOf(join(folder, "cgroup.controllers")), one))
        writeFileSync(join(folder, "cgroup.subtree_control"), `+${one}`);
    return true;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return false;
  }
}

function ancestors(pid: number): number[] {
  const parent = Number(/^PPid:\s+(\d+)$/m.exec(textOf(`/proc/${pid}/status`))?.[1] ?? 0);
  return parent > 0 ? [pid, ...ancestors(parent)] : [pid];
}

export class ControlGroup {
  readonly #version: 1 | 2;
  readonly #folders: Partial<Record<Controller, string>>;

  private constructor({ version, folders }: GroupPlace, name: string) {
    if (!/^antre-\d/.test(name)) throw new Error(`"${name}" is no name of a group`); // "" would be our own, with all in it
    this.#version = version;
    const made = Object.entries(folders).map(([controller, folder]) => [controller, join(folder, name)]);
    this.#folders = Object.fromEntries(made);
  }

  /** Makes one. Null: the system does not let us, although there is a place for it. */
  static make(place: GroupPlace, name: string, limits: GroupLimits): ControlGroup | null {
    const group = new ControlGroup(place, name);
    try {
      for (const folder of group.#all) mkdirSync(folder);
      group.#limit(limits);
      return group;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      group.#remove();
      return null;
    }
  }

  /** One that another process has made, to be ended. */
  static at = (place: GroupPlace, name: string): ControlGroup => new ControlGroup(place, name);

  /** Who writes 0 into each of these files is in the group, and so are all that it starts. */
  get enter(): string[] {
    return this.#all.map((folder) => join(folder, "cgroup.procs"));
  }

  /** How often the kernel had to end one of its processes because it needed more memory than it may have. */
  get timesOutOfMemory(): number {
    const [file, field] =
      this.#version === 1 ? ["memory.oom_control", "oom_kill"] : ["memory.events", "oom_kill"];
    return Number(new RegExp(`^${field} (\\d+)$`, "m").exec(this.#read(file!))?.[1] ?? 0);
  }

  /** The most memory that it has had at a time, in bytes, as far as the system says. */
  get mostMemory(): number {
    return Number(this.#read(this.#version === 1 ? "memory.max_usage_in_bytes" : "memory.peak")) || 0;
  }

  /** Its processes, wherever they went. */
  pids(): number[] {
    return [...new Set(this.#all.flatMap((folder) => numbers(textOf(join(folder, "cgroup.procs")))))];
  }

  /** Ends all that is in it, and removes it. Resolves when nothing of it runs. May be called again. */
  async end(): Promise<void> {
    const deadline = performance.now() + GONE_MS;
    for (let left = this.pids(); left.length > 0; left = this.pids()) {
      if (performance.now() > deadline) throw new Error(`processes ${left.join(", ")} could not be ended`);
      for (const pid of left) kill(pid);
      await delay(AGAIN_MS);
    }
    while (!this.#remove() && performance.now() < deadline) await delay(AGAIN_MS);
  }

  #limit({ memory, processes }: GroupLimits): void {
    const set = (controller: Controller, file: string, value: number) => {
      const folder = this.#folders[controller];
      if (folder !== undefined) writeFileSync(join(folder, file), `${value}`);
    };
    const setIfThere = (file: string, value: number) => {
      if (existsSync(join(this.#folders.memory!, file))) set("memory", file, value);
    };
    if (this.#version === 1) {
      set("memory", "memory.limit_in_bytes", memory);
      setIfThere("memory.memsw.limit_in_bytes", memory); // memory and swap together
    } else {
      set("memory", "memory.max", memory);
      setIfThere("memory.swap.max", 0);
    }
    set("pids", "pids.max", processes);
  }

  get #all(): string[] {
    return [...new Set(Object.values(this.#folders))];
  }

  #read(file: string): string {
    return textOf(join(this.#folders.memory!, file));
  }

  /** False: one of its processes has not quite ended. */
  #remove(): boolean {
    return this.#all.every((folder) => {
      try {
        rmdirSync(folder);
      } catch (error) {
        return (error as NodeJS.ErrnoException).code === "ENOENT";
      }
      return true;
    });
  }
}

/** The first mount of this kind, with where in its tree it begins (proc_pid_mountinfo(5)). */
function mountOf(
  mounts: readonly string[],
  type: string,
  controller?: Controller,
): { at: string; root: string } | null {
  for (const line of mounts) {
    const [before = "", after = ""] = line.split(" - ");
    const [, , , root, at] = before.split(" ");
    const [kind, , options] = after.split(" ");
    if (kind === type && (controller === undefined || has(options, controller)))
      return { at: at!, root: root! };
  }
  return null;
}

const has = (list: string | undefined, word: string): boolean => (list ?? "").split(/[\s,]+/).includes(word);

const numbers = (text: string): number[] => text.split("\n").filter(Boolean).map(Number);
const linesOf = (path: string): string[] => textOf(path).split("\n");

/** Empty: it is not there, or not ours to read. */
function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return "";
  }
}

/** May we make groups there, and move processes from there into them? */
function mayWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    accessSync(join(folder, "cgroup.procs"), constants.W_OK);
    return true;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return false;
  }
}

const REFUSALS: readonly unknown[] = [
  "ENOENT",
  "EACCES",
  "EPERM",
  "EROFS",
  "EBUSY",
  "ENODEV",
  "ESRCH",
  "EOPNOTSUPP",
];
const isRefusal = (error: unknown): boolean => REFUSALS.includes((error as NodeJS.ErrnoException).code);
