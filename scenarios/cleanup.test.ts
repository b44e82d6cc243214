// Whatever happens to the lab, what it started is ended.
// @module-tag python3

import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { find } from "../cli/find.js";
import { openKernel } from "./lab/kernel/index.js";
import { launch } from "./lab/process/launch.js";
import { freePort } from "./lab/zoo-run.js";
import { model } from "./model.js";
import { otherServer } from "./servers.js";
import { faulty, runScenario } from "./testing/command.js";
import { examine } from "./testing/lab.js";

const MAIN = new URL("../dist/scenarios/main.js", import.meta.url).pathname;
let folder: string;
let tag: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "antre-"));
  tag = `ANTRE_TEST_${process.pid}_${Math.random().toString(36).slice(2)}`;
});
afterEach(() => rm(folder, { recursive: true }));

/** The lab on a server that keeps it waiting, and every process of it known by its environment. */
function startLab(command: string): ChildProcess {
  return spawn(
    process.execPath,
    [MAIN, "two-clients", "--trials", "1", "--out", folder, "--server", `it=${command}`],
    {
      env: { ...process.env, [tag]: "1", LANG: "C" },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
}

interface Process {
  pid: number;
  group: number;
  command: string;
}

/** All processes that carry this test's tag. */
async function processes(): Promise<Process[]> {
  const found: Process[] = [];
  for (const pid of await readdir("/proc")) {
    if (!/^\d+$/.test(pid)) continue;
    try {
      const environment = await readFile(`/proc/${pid}/environ`, "latin1");
      if (environment.includes(`${tag}=`)) {
        const command = (await readFile(`/proc/${pid}/cmdline`, "latin1")).replaceAll("\0", " ");
        const [, , group] = (await readFile(`/proc/${pid}/stat`, "latin1")).split(") ").at(-1)!.split(" ");
        found.push({ pid: Number(pid), group: Number(group), command });
      }
    } catch (error) {
      if (!["ENOENT", "ESRCH", "EACCES"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
    }
  }
  return found;
}

/** The command of a faulty server whose environment says nothing, and the processes that run it. */
const bare = (name: string): string => `env -i ${faulty(name)} ${tag}`;
async function bareProcesses(): Promise<number[]> {
  const found = [];
  for (const pid of (await readdir("/proc")).filter((name) => /^\d+$/.test(name))) {
    const words = await readFile(`/proc/${pid}/cmdline`, "latin1").catch(() => "");
    if (words.includes("faulty_servers.py") && words.split("\0").at(-2) === tag) found.push(Number(pid));
  }
  return found;
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  await expect.poll(condition, { timeout: 10_000, interval: 10 }).toBe(true);
}

/** Does the server run? `daemon`: does it, in the group of a process that is gone? */
async function serverRuns(daemon: boolean): Promise<boolean> {
  const all = await processes();
  const servers = all.filter(
    ({ command }) => command.includes("faulty_servers.py") && !command.includes("main.js"),
  );
  return servers.some(({ group }) => !daemon || all.every(({ pid }) => pid !== group));
}
const ended = (child: ChildProcess) =>
  new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once("exit", (status, signal) => resolve(status ?? signal));
  });

describe.runIf(process.platform === "linux")("nothing is left running", () => {
  test.each([
    ["SIGINT", 130, "never-answers"],
    ["SIGTERM", 143, "never-answers"],
    ["SIGHUP", 129, "never-answers"],
    ["SIGKILL", "SIGKILL", "forks-away-and-never-answers"],
  ] as const)("when the lab gets %s in the middle of a run", async (signal, status, name) => {
    const lab = startLab(faulty(name));
    await until(() => serverRuns(name !== "never-answers"));
    const end = ended(lab);
    lab.kill(signal);
    expect(await end).toBe(status);
    await until(async () => (await processes()).length === 0);
    expect(await readdir(folder)).toEqual([]);
  });

  test("when a server that ignores SIGTERM and has become a daemon must go", async () => {
    const lab = startLab(faulty("forks-away"));
    const end = ended(lab);
    expect(await end).toBe(0);
    await until(async () => (await processes()).length === 0);
  });

  // Before the next one is started, and not only when the lab ends.
  test("of a server that has become a daemon, when it is ended", async () => {
    const kernel = openKernel();
    const server = await launch(otherServer("it", faulty("forks-away"), null), kernel);
    const pids = server.pids();
    expect(pids).toHaveLength(1);
    await server.end();
    expect(kernel.counts(pids).processes).toBe(0);
    kernel.close();
  });

  // What has no mark is known by its group alone.
  test("of a server that ignores SIGTERM and carries no mark", async () => {
    const kernel = openKernel();
    const server = await launch(otherServer("it", bare("ignores-sigterm"), null), kernel);
    try {
      expect(await bareProcesses()).toHaveLength(1);
      await server.end();
      expect(await bareProcesses()).toEqual([]);
    } finally {
      for (const pid of await bareProcesses()) process.kill(pid, "SIGKILL");
      kernel.close();
    }
  });

  test("of one that carries no mark, when the lab is killed", async () => {
    const lab = startLab(bare("never-answers"));
    try {
      await until(async () => (await bareProcesses()).length > 0);
      lab.kill("SIGKILL");
      await until(async () => (await bareProcesses()).length === 0);
    } finally {
      for (const pid of await bareProcesses()) process.kill(pid, "SIGKILL");
    }
  });

  test("when the lab itself fails", async () => {
    const code = `
      import { openKernel } from ${JSON.stringify(new URL("../dist/scenarios/lab/kernel/index.js", import.meta.url))};
      import { launch } from ${JSON.stringify(new URL("../dist/scenarios/lab/process/launch.js", import.meta.url))};
      const program = { name: "it", command: ${JSON.stringify(faulty("never-answers"))}, model: null, source: null, port: null };
      await launch(program, openKernel());
      throw new Error("a bug of ours");`;
    const lab = spawn(process.execPath, ["--input-type=module", "-e", code], {
      env: { ...process.env, [tag]: "1" },
      stdio: ["ignore", "ignore", "pipe"],
    });
    let trace = "";
    lab.stderr.on("data", (bytes) => (trace += bytes));
    expect(await ended(lab)).toBe(1);
    expect(trace).toContain("a bug of ours");
    await until(async () => (await processes()).length === 0);
  });

  // It writes its title over its environment, and so over our mark.
  test("of nginx, which becomes a daemon: it is measured, and ended", { tags: ["nginx"] }, async () => {
    const config = join(folder, "nginx.conf");
    // Its usual folders for what comes and goes are not an ordinary user's.
    const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
    await writeFile(
      config,
      `pid ${folder}/pid; error_log ${folder}/log; events {}
       http { access_log off; ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join(" ")} server { listen 127.0.0.1:${await freePort()}; return 200 hello; } }`,
    );
    const { result } = await runScenario(
      "two-clients",
      "--server",
      `it=${find(["nginx"])} -c ${config}`,
      "--trials",
      "1",
    );
    expect(result.servers[0]).toMatchObject({ verdict: "concurrent" });
    const master = (await readFile(join(folder, "pid"), "utf8")).trim();
    const command = await readFile(`/proc/${master}/cmdline`, "utf8").catch(() => "");
    expect(command).toBe(""); // of one that has ended nothing is left, or only what its parent has to fetch
  });

  test("of a server that forks twice for each client, as Stevens does: they are its processes all the same", async () => {
    expect(await examine(model, faulty("forks-twice"))).toMatchObject({ model: "process-per-connection" });
  });
});
