import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { ControlGroup, groupPlace, newGroupName } from "./cgroup.js";

/** Larger than any process number is (proc_sys_kernel(5), pid_max). */
const STRANGER = 2 ** 22 + 1;

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "antre-groups-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** A process's own account of where groups are mounted and in which it is, as the kernel writes it. */
function self(mounts: readonly string[], groups: readonly string[]): string {
  write("self/mountinfo", mounts.map((line) => `${line}\n`).join(""));
  write("self/cgroup", groups.map((line) => `${line}\n`).join(""));
  return join(root, "self");
}

const second = (tree = "/") => `30 23 0:26 ${tree} ${root}/tree rw,nosuid shared:4 - cgroup2 cgroup2 rw`;
const first = (controllers: string, tree = "/") =>
  `31 23 0:27 ${tree} ${root}/${controllers} rw shared:5 - cgroup cgroup rw,${controllers}`;

/** A group of the second version: what it has, what it hands on, and who is in it. */
function group(path: string, has: string, handsOn: string, pids: readonly number[] = []): string {
  write(`tree/${path}/cgroup.controllers`, `${has}\n`);
  write(`tree/${path}/cgroup.subtree_control`, `${handsOn}\n`);
  write(`tree/${path}/cgroup.procs`, pids.map((pid) => `${pid}\n`).join(""));
  return join(root, "tree", path);
}

const ours = (path: string) => [`0::${path}`];

describe("groups of the second version are made", () => {
  test("in the nearest group above us that hands memory on", () => {
    group("", "cpu memory pids", "cpu memory pids");
    const slice = group("user.slice", "cpu memory pids", "memory pids");
    group("user.slice/shell.scope", "memory pids", "", [process.pid, 1]);
    const place = groupPlace(self([second()], ours("/user.slice/shell.scope")));
    expect(place).toEqual({ version: 2, folders: { memory: slice, pids: slice } });
  });

  test("in our own, when only we and who started us are in it: all go into a leaf of it, and it hands on", () => {
    const scope = group("mine.scope", "memory pids", "", [process.ppid, process.pid]);
    // The kernel would take the names that are written, and show them; a plain file keeps the last.
    groupPlace(self([second()], ours("/mine.scope")));
    expect(readFileSync(join(scope, "cgroup.subtree_control"), "utf8")).toBe("+pids");
    const leaf = join(scope, `antre-grader-${process.pid}`);
    expect(readFileSync(join(leaf, "cgroup.procs"), "utf8")).toBe(`${process.pid}`);
  });

  test("nowhere, where a stranger is in our group and none above hands memory on", () => {
    group("", "cpu memory pids", "cpu");
    const scope = group("shared.scope", "memory pids", "", [process.pid, STRANGER]);
    expect(groupPlace(self([second()], ours("/shared.scope")))).toBe(null);
    expect(readFileSync(join(scope, "cgroup.subtree_control"), "utf8")).toBe("\n");
  });

  test("below the part of the tree that a container is shown, and not above it", () => {
    const top = group("", "memory pids", "memory pids");
    group("job", "memory pids", "");
    const shown = self([second("/docker/1f")], ours("/docker/1f/job"));
    expect(groupPlace(shown)?.folders.memory).toBe(top);
    expect(groupPlace(self([second("/docker/1f")], ours("/")))).toBe(null);
  });

  test("with the limits written where the kernel reads them", () => {
    const top = group("", "memory pids", "memory pids");
    const place = groupPlace(self([second()], ours("/")))!;
    const name = newGroupName();
    const made = ControlGroup.make(place, name, { memory: 2 ** 20, processes: 7 })!;
    expect(made.enter).toEqual([join(top, name, "cgroup.procs")]);
    expect(readFileSync(join(top, name, "memory.max"), "utf8")).toBe(`${2 ** 20}`);
    expect(readFileSync(join(top, name, "pids.max"), "utf8")).toBe("7");
  });

  test("and the kernel's account of one that needed too much is read", () => {
    group("", "memory pids", "memory pids");
    const place = groupPlace(self([second()], ours("/")))!;
    const name = newGroupName();
    write(`tree/${name}/memory.events`, "low 0\nhigh 0\nmax 41\noom 3\noom_kill 2\noom_group_kill 0\n");
    write(`tree/${name}/memory.peak`, "4096\n");
    write(`tree/${name}/cgroup.procs`, "12\n345\n");
    const there = ControlGroup.at(place, name);
    expect([there.timesOutOfMemory, there.mostMemory, there.pids()]).toEqual([2, 4096, [12, 345]]);
  });
});

describe("groups of the first version are made", () => {
  test("in the group that we are in, in the tree of each controller", () => {
    write("memory/mine/cgroup.procs", "");
    write("cpu,cpuacct/mine/cgroup.procs", "");
    const place = groupPlace(
      self([first("memory"), first("cpu,cpuacct")], ["5:memory:/mine", "3:cpu,cpuacct:/mine", "0::/"]),
    );
    expect(place).toEqual({
      version: 1,
      folders: { memory: join(root, "memory/mine"), cpu: join(root, "cpu,cpuacct/mine") },
    });
  });

  test("also where both versions are mounted, and the second has no memory to hand on", () => {
    group("", "", "");
    write("memory/cgroup.procs", "");
    const place = groupPlace(self([second(), first("memory")], ["5:memory:/", "0::/"]));
    expect(place).toEqual({ version: 1, folders: { memory: join(root, "memory") } });
  });

  test("nowhere, where memory has no tree", () => {
    write("pids/cgroup.procs", "");
    expect(groupPlace(self([first("pids")], ["5:pids:/"]))).toBe(null);
  });
});

test("a group of no name is refused: it would be our own, with all that runs in it", () => {
  const place = { version: 2, folders: { memory: root } } as const;
  expect(() => ControlGroup.at(place, "")).toThrow('"" is no name of a group');
});
