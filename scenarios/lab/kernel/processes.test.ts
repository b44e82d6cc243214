import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { afterEach, describe, expect, test } from "vitest";
import { openKernel } from "./index.js";
import { parseStat } from "./proc.js";
import { treeByScan } from "./processes.js";
import { endPythons, python } from "./testing/python.js";

afterEach(endPythons);
const soon = { interval: 2, timeout: 10_000 };

test("a name with brackets does not confuse the reading of a stat file", () => {
  expect(parseStat("7 (a) R 1 (b) S 42 7 7 0 -1")).toEqual({ state: "S", parent: 42 });
});

describe.runIf(process.platform === "linux")("processes", () => {
  test("a tree of sh, Python and a child that a thread has forked is found, by either way", async () => {
    const kernel = openKernel();
    const py = python({}, ["sh", "-c", 'python3 "$@"; exit 0', "sh"]);
    await py.run("children = []");
    await py.run("t = threading.Thread(target=lambda: children.append(subprocess.Popen(['sleep', '600'])))");
    await py.run("t.start() or t.join()");
    const [inner, child] = [Number(await py.run("os.getpid()")), Number(await py.run("children[0].pid"))];
    await expect.poll(() => kernel.tree(py.pid), soon).toEqual([py.pid, inner, child]);
    expect(treeByScan(py.pid)).toEqual([py.pid, inner, child]);

    await py.run("children[0].kill()");
    await expect.poll(() => kernel.tree(py.pid), soon).toEqual([py.pid, inner]); // a zombie until Python waits for it
    py.start("sys.exit()");
    await expect.poll(() => kernel.tree(py.pid), soon).toEqual([]);
    kernel.close();
  });

  test("a daemon that left the tree is found by its mark", async () => {
    const kernel = openKernel();
    const entry = `ANTRE_TEST=${randomUUID()}`;
    const [name = "", value] = entry.split("=");
    const shell = spawn("sh", ["-c", "setsid sleep 600 >/dev/null 2>&1 & echo $!"], {
      env: { ...process.env, [name]: value },
    });
    const [output] = await once(shell.stdout, "data");
    await once(shell, "exit");
    const daemon = Number(output);
    expect(kernel.tree(shell.pid!)).toEqual([]);
    await expect.poll(() => kernel.marked(entry), soon).toEqual([daemon]);
    expect(kernel.marked(entry.slice(0, -1))).toEqual([]); // the whole entry, not its beginning
    process.kill(daemon, "SIGKILL");
    await expect.poll(() => kernel.marked(entry), soon).toEqual([]);
    kernel.close();
  });

  test("the sockets that a process has open are told by their inodes", async () => {
    const kernel = openKernel();
    const py = python();
    await py.run("s = socket.socket()");
    const inode = Number(await py.run("os.fstat(s.fileno()).st_ino"));
    await expect.poll(() => kernel.sockets(py.pid)?.has(inode), soon).toBe(true);
    await py.run("s.close()");
    expect(kernel.sockets(py.pid)?.has(inode)).toBe(false);
    expect(kernel.sockets(2 ** 22 + 1)).toBeNull();
    kernel.close();
  });

  test("ten threads are counted, and all of them sleep", async () => {
    const kernel = openKernel();
    const py = python();
    await py.run("e = threading.Event()");
    await py.run("[threading.Thread(target=e.wait, daemon=True).start() for i in range(9)]");
    await expect.poll(() => kernel.counts([py.pid]), soon).toEqual({ processes: 1, threads: 10 });
    await expect.poll(() => kernel.resting([py.pid]), soon).toBe(true);
    await py.run("e.set()");
    await expect.poll(() => kernel.counts([py.pid]), soon).toEqual({ processes: 1, threads: 1 });
    await expect.poll(() => kernel.resting([py.pid]), soon).toBe(true);
    kernel.close();
  });

  test("a thread that computes runs and uses CPU time, one that waits does neither", async () => {
    const kernel = openKernel();
    const py = python();
    await py.run("go = True");
    await py.run("t = threading.Thread(target=lambda: [None for _ in iter(lambda: go, False)])");
    await py.run("t.start()");
    await expect.poll(() => kernel.resting([py.pid]), soon).toBe(false);
    const before = kernel.cpuTimeMs([py.pid])!;
    await expect.poll(() => kernel.cpuTimeMs([py.pid])! - before, soon).toBeGreaterThan(1);
    await py.run("go = False");
    await py.run("t.join()");
    await expect.poll(() => kernel.resting([py.pid]), soon).toBe(true);
    const after = kernel.cpuTimeMs([py.pid]);
    expect(kernel.cpuTimeMs([py.pid])).toBe(after);
    kernel.close();
  });

  test("a zombie is no process, and one that is gone is none either", async () => {
    const kernel = openKernel();
    const py = python();
    await py.run("child = subprocess.Popen(['true'])");
    const child = Number(await py.run("child.pid"));
    await expect.poll(() => kernel.counts([child]), soon).toEqual({ processes: 0, threads: 0 });
    expect(kernel.resting([child])).toBe(true);
    expect(kernel.counts([py.pid, child, 2 ** 22 + 1]).processes).toBe(1);
    kernel.close();
  });
});
