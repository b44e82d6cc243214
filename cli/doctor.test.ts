// The doctor on machines that are made for the test: what is there, what is not, and what only seems to be.

import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { probe, versionIn } from "./probe.js";
import { dist, FakeMachine } from "./testing/machine.js";
import type { ToolName } from "./tools.js";

interface Json {
  scenariosCanRun: boolean;
  sandbox: { works: boolean; why?: string };
  ports: { port: number; free: boolean; owner: { pid: number; command: string } | null }[];
}

/** This machine may be busy with other tests. */
const PATIENTLY = ["--timeout", "60"];

/** What is found of one tool there; `limitMs`: how long it may take. */
function said(machine: FakeMachine, name: ToolName, limitMs?: number) {
  for (const [variable, value] of Object.entries(machine.env)) vi.stubEnv(variable, value);
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  return probe(name, limitMs === undefined ? {} : { limitMs });
}

/** A row of the table, its cells. */
const row = (table: string, name: string): string[] =>
  table
    .split("\n")
    .find((line) => line.startsWith(`${name}  `))
    ?.split(/ {2,}/) ?? [];

function expectNarrow(stdout: string): void {
  const [table] = stdout.split(/^.*:\n(?= {2}\S)/m);
  for (const line of table!.split("\n")) expect(line.length, line).toBeLessThanOrEqual(100);
}

const unix = describe.skipIf(process.platform === "win32");

unix("what is asked of it", () => {
  test("a wrong word or option is told in the reader's language, with status 2", async () => {
    const machine = new FakeMachine();
    const word = await machine.run("doctor", ["please", "--lang", "id"]);
    expect(word).toEqual({
      status: 2,
      stdout: "",
      stderr: expect.stringContaining('"please" tidak dikenal'),
    });
    const option = await machine.run("doctor", ["--fix"]);
    expect(option).toEqual({ status: 2, stdout: "", stderr: expect.stringContaining("no option --fix") });
    const never = await machine.run("doctor", ["--timeout", "never"]);
    expect(never).toEqual({ status: 2, stdout: "", stderr: expect.stringContaining('not "never"') });
  });

  test("with Node.js alone the scenarios can run, and the table says what else there could be", async () => {
    const { status, stdout, stderr } = await new FakeMachine().run("doctor", PATIENTLY);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/^The scenarios can run on this machine\./);
    expect(row(stdout, "Node.js")[1]).toBe(process.versions.node);
    expect(row(stdout, "Ruby")).toEqual(["Ruby", "missing", "programs in Ruby"]);
    expect(stdout).toMatch(/^ {2}Ruby +\S.*ruby$/m);
    expect(stdout).toContain("npm run setup");
    expectNarrow(stdout);
  });

  test("in Bahasa Indonesia, too, no line is wider than the terminal, but for those to be copied", async () => {
    const { stdout } = await new FakeMachine().run("doctor", ["--lang", "id", ...PATIENTLY]);
    expect(stdout).toContain("npm run setup");
    expectNarrow(stdout);
  });
});

unix("a program", () => {
  test("on PATH is told with its version", async () => {
    const machine = new FakeMachine();
    machine.program("python3", "echo Python 3.99.1");
    expect(await said(machine, "python")).toMatchObject({ state: "ok", version: "3.99.1" });
  });

  test("in a home folder that is not on PATH is told with the line that puts it there", async () => {
    const machine = new FakeMachine();
    const folder = join(machine.home, ".cargo/bin");
    machine.program("rustc", "echo rustc 1.99.0", folder);
    const { stdout } = await machine.run("doctor", PATIENTLY);
    expect(stdout).toContain("1.99.0, but not on PATH");
    expect(stdout).toContain(`export PATH="${folder}:$PATH"`);
  });

  test("that does not run is not taken for one that does: a shim whose version was removed", async () => {
    const machine = new FakeMachine();
    machine.program("ruby", "echo 'rbenv: version 3.1.0 is not installed' >&2; exit 1");
    expect(await said(machine, "ruby")).toMatchObject({
      state: "broken",
      said: "rbenv: version 3.1.0 is not installed",
    });
  });

  test("that runs is preferred to one before it that does not", async () => {
    const machine = new FakeMachine();
    machine.program("python3", "exit 127");
    machine.program("python3", "echo Python 3.98.0", join(machine.home, ".pyenv/shims"));
    expect(await said(machine, "python")).toMatchObject({ state: "not on PATH", version: "3.98.0" });
  });

  test("that never answers is there, and nobody waits for it", async () => {
    const machine = new FakeMachine();
    machine.program("php", "exec /bin/sleep 3600");
    expect(await said(machine, "php", 200)).toMatchObject({ state: "ok", version: null });
  });

  test("that compiles is asked for the headers of C: a compiler without them is of no use", async () => {
    const machine = new FakeMachine();
    machine.program("cc", 'cat; echo "gcc version 12.2.0 (Debian 12.2.0-14)" >&2');
    machine.program("c++", 'echo "<stdin>:1:10: fatal error: cstdio: No such file or directory" >&2; exit 1');
    machine.program("cat", "exec /bin/cat");
    expect(await said(machine, "c")).toMatchObject({ state: "ok", version: "12.2.0" });
    expect(await said(machine, "cpp")).toMatchObject({ state: "broken" });
  });

  test("javac alone is no Java: java runs what it makes", async () => {
    const machine = new FakeMachine();
    machine.program("javac", "echo javac 21.0.1");
    expect(await said(machine, "java")).toMatchObject({ state: "broken", said: "java: not found" });
    machine.program("java", "echo openjdk 21.0.1");
    expect(await said(machine, "java")).toMatchObject({ state: "ok", version: "21.0.1" });
  });

  test.each([
    ["go version go1.19.8 linux/amd64", "1.19.8"],
    ["Apple clang version 15.0.0 (clang-1500.3.9.4)", "15.0.0"],
    ["Target: x86_64-linux-gnu\n(GCC 4.8 compatible)\ngcc version 12.2.0 (Debian 12.2.0-14)", "12.2.0"],
    ["tmux 3.3a", "3.3a"],
    ["tmux next", null],
  ])("has its version found in %j", (text, version) => {
    expect(versionIn(text)).toBe(version);
  });
});

describe.skipIf(process.platform !== "linux")("on Linux", () => {
  test("the sandbox is tried: where bubblewrap can't make one it is not said to work", async () => {
    const machine = new FakeMachine();
    machine.program("bwrap", "echo 'bwrap: No permissions to create new namespace' >&2; exit 1");
    const { stdout } = await machine.run("doctor", ["--json", ...PATIENTLY]);
    expect((JSON.parse(stdout) as Json).sandbox.works).toBe(false);
    const { stdout: table } = await machine.run("doctor", PATIENTLY);
    expect(row(table, "sandbox")[1]).toBe("can't be made");
  });

  test("a trial that does not end is given up, and ends with it", async () => {
    const machine = new FakeMachine();
    machine.program("bwrap", "/bin/sleep 3600 & wait");
    const { status, stdout } = await machine.run("doctor", ["--timeout", "1"]);
    expect(status).toBe(0);
    expect(row(stdout, "sandbox")[1]).toContain("no answer in time");
    await expect.poll(() => machine.processes(), { timeout: 15_000 }).toEqual([]);
  });

  test("a program that is given up ends with all that it has started", async () => {
    const machine = new FakeMachine();
    machine.program("php", "/bin/sleep 3600 & wait");
    await said(machine, "php", 200);
    await expect.poll(() => machine.processes(), { timeout: 15_000 }).toEqual([]);
  });

  test("the packages are those of the system that is there", async () => {
    const machine = new FakeMachine();
    machine.program("dnf", "");
    const { stdout } = await machine.run("doctor", PATIENTLY);
    expect(stdout).toMatch(/^ {2}Java +(sudo )?dnf install java-latest-openjdk-devel$/m);
  });

  test("a port that is taken is told with who has it", { tags: ["bwrap"] }, async () => {
    const machine = new FakeMachine();
    // In a network of its own, for others may have the port here.
    const doctor = `spawnSync("node", ["${dist("cli/doctor.js")}", "--json"], { stdio: "inherit" }); process.exit()`;
    const taker = `const { spawnSync } = require("node:child_process"); require("node:net").createServer().listen(4321, () => { ${doctor} })`;
    const { stdout } = await machine.hidden(`node -e '${taker}'`);
    const { ports } = JSON.parse(stdout) as Json;
    expect(ports).toMatchObject([
      { port: 4321, free: false, owner: { command: expect.stringContaining("node -e") } },
      { port: 1234, free: true, owner: null },
    ]);
  });
});
