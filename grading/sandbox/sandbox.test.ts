// The sandbox as a program finds it: what it sees, writes, reaches and uses up; and that it ends whole.
// @module-tag bwrap
// @module-tag python3
// @module-tag ip

import { spawn, spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { constants } from "node:os";
import { describe, expect, test } from "vitest";
import { carriedOut, sandbox } from "../testing/sandbox.js";
import { userOfPrograms, whyNoSandbox } from "./confinement.js";

const run = (command: string, files: Record<string, string> = {}, hidden: string[] = []) =>
  carriedOut(sandbox(command, { files, hidden }));

describe.skipIf(process.platform !== "linux")("a program in the sandbox", () => {
  test("can be started here", () => {
    expect(whyNoSandbox()).toBeNull();
  });

  test("works in a copy of its folder, and may write there", () => {
    const { stdout } = run("cat a.txt; echo more >>a.txt; echo new >b.txt; cat a.txt b.txt", {
      "a.txt": "one\n",
    });
    expect(stdout).toBe("one\none\nmore\nnew\n");
  });

  test("sees no other folder of the machine", () => {
    const { stdout } = run("ls / /home");
    const seen = stdout.split("\n").filter(Boolean);
    for (const name of ["root", "var", "mnt", "srv", "run", "sys", "boot", "media"])
      expect(seen).not.toContain(name);
    expect(stdout).toMatch(/\/home:\nstudent\n$/);
  });

  test("sees nothing of what is hidden, also where it lies in a folder of the system", () => {
    expect(run("ls /usr/share/doc").stdout).not.toBe("");
    expect(run("ls /usr/share/doc", {}, ["/usr/share/doc"])).toMatchObject({ status: 0, stdout: "" });
  });

  test("finds nothing to write into, and nothing to read, where a folder or a file is hidden", () => {
    const [doc, file] = ["/usr/share/doc", "/usr/share/common-licenses/GPL-2"];
    const { stdout } = run(`cat ${file}; (: >${doc}/x) 2>/dev/null && echo wrote`, {}, [doc, file]);
    expect(stdout).toBe("");
  });

  test("sees of the system's folders what distributions put software into, and nothing beside it", () => {
    const software = /^(bin|sbin|lib(32|64|x32|exec)?|include|share|games|local|\/usr(\/local)?:|)$/;
    const { stdout } = run("ls -d /opt 2>/dev/null; ls /usr /usr/local");
    expect(stdout.split("\n").filter((name) => !software.test(name))).toEqual([]);
  });

  test("writes nowhere else", () => {
    const places = [
      "/x",
      "/usr/x",
      "/etc/x",
      "/etc/passwd",
      "/bin/x",
      "/usr/local/x",
      "/dev/x",
      "/submission/x",
      "/home/x",
      "/proc/sys/kernel/hostname",
    ];
    const { stdout } = run(
      `for p in ${places.join(" ")}; do (: >>$p) 2>/dev/null && echo $p; done; echo end`,
    );
    expect(stdout).toBe("end\n");
  });

  // A user who is not root is the same one inside, and may look at all processes there.
  test.each([userOfPrograms(), null])("has none of the lecturer's environment (user %s)", (uid) => {
    const { stdout } = carriedOut(sandbox("env; cat /proc/[0-9]*/environ", { uid }));
    expect(stdout).toContain("HOME=/home/student");
    expect(stdout).not.toMatch(/SECRET|ANTRE|npm_|VITEST/);
  });

  test("is an ordinary user without any privilege", () => {
    const { stdout } = run("id -u; grep -E '^(CapEff|CapPrm|NoNewPrivs)' /proc/self/status");
    expect(Number(stdout.split("\n")[0])).toBeGreaterThan(0);
    expect(stdout).toMatch(/CapPrm:\s+0+\nCapEff:\s+0+\nNoNewPrivs:\s+1/);
  });

  test("sees only its own processes, and can't end the one around it", () => {
    const { stdout } = run("ls /proc | grep -cE '^[0-9]+$'; kill -9 1 2>/dev/null; echo alive");
    expect(Number(stdout.split("\n")[0])).toBeLessThan(10);
    expect(stdout).toMatch(/alive\n$/);
  });

  test("reaches nobody but itself", () => {
    const script = `import socket
for address in ("8.8.8.8", "192.168.0.1"):
    try:
        socket.create_connection((address, 80), 1)
        print("reached", address)
    except OSError as error:
        print(error.errno)
server = socket.create_server(("127.0.0.1", 4321))
socket.create_connection(("localhost", 4321))
print("itself")`;
    expect(run("python3 a.py", { "a.py": script }).stdout).toBe("101\n101\nitself\n");
  });

  test.each([
    ["files", "head -c 3000000 /dev/zero >big; echo $?", /^[1-9]/],
    [
      "a full disk",
      "for i in 1 2 3 4 5 6 7 8 9; do head -c 1900000 /dev/zero >/tmp/$i || break; done; echo $i",
      /^2\n/,
    ],
    ["processes", "for i in $(seq 60); do sleep 1 & done 2>/dev/null; echo started", /^(?!started)/],
    ["memory of one process", `python3 -c 'bytearray(400 << 20)' 2>&1 | tail -1`, /MemoryError/],
    [
      "open files",
      `python3 -c 'x = [open("/dev/null") for _ in range(2000)]' 2>&1 | tail -1`,
      /Too many open files/,
    ],
  ])("has limits: %s", (_, command, said) => {
    expect(run(command).stdout).toMatch(said);
  });

  test.each([
    ["a key of the lecturer's session", "add_key(0, 0, 0, 0, -3)", 248],
    ["a mount", "mount(0, 0, 0, 0, 0)", 165],
    ["a user namespace", "unshare(0x10000000)", 272],
    ["a child in a user namespace", "clone(0x10000011, 0, 0, 0, 0)", 56],
    ["a program for the kernel", "bpf(0, 0, 0)", 321],
  ])("is ended when it asks the kernel for %s (%s)", (_, __, number) => {
    const numbers = process.arch === "arm64" ? { 248: 217, 165: 40, 272: 97, 56: 220, 321: 280 } : {};
    const call = (numbers as Record<number, number>)[number] ?? number;
    const script = `import ctypes; ctypes.CDLL(None).syscall(${call}, 0x10000011, 0, 0, 0, 0); print("went on")`;
    const { status, stdout } = run(`python3 -c '${script}'`);
    expect({ status, stdout }).toEqual({ status: 128 + constants.signals.SIGSYS, stdout: "" });
  });

  test.each([
    ["io_uring_setup", 425, "38"],
    ["ptrace", 101, "1"],
  ])("goes on without %s", (_, number, errno) => {
    const call = process.arch === "arm64" && number === 101 ? 117 : number;
    const script = `import ctypes; c = ctypes.CDLL(None, use_errno=True); c.syscall(${call}, 0, 0, 0, 0); print(ctypes.get_errno())`;
    expect(run(`python3 -c '${script}'`).stdout).toBe(`${errno}\n`);
  });

  test("hears what is typed, and tells how it ended", () => {
    const [program, ...args] = sandbox("read line; echo $line; exit 7");
    const { status, stdout } = spawnSync(program!, args, { input: "hello\n", encoding: "utf8" });
    expect({ status, stdout }).toEqual({ status: 7, stdout: "hello\n" });
  });

  test("goes on while something that it has started does", () => {
    expect(run("(sleep 0.3; echo late) & exit 3")).toMatchObject({ status: 3, stdout: "late\n" });
  });

  test("ends whole when whoever started it is killed", async () => {
    const seconds = `${3600 + Math.floor(Math.random() * 1e6)}`;
    const [program, ...args] = sandbox(`setsid sleep ${seconds} & sleep ${seconds}`);
    const parent = spawn("/bin/sh", ["-c", '"$@" & wait', "sh", program!, ...args], { stdio: "ignore" });
    const running = () => sleeping(seconds);
    await expect.poll(running).toBe(2);
    // The shell is killed, and says nothing to its children.
    parent.kill("SIGKILL");
    await expect.poll(running).toBe(0);
  });
});

/** How many processes run `sleep` for so long. */
function sleeping(seconds: string): number {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, "latin1") === `sleep\0${seconds}\0`;
      } catch {
        return false;
      }
    }).length;
}
