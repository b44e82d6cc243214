import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { poolLimit } from "../../pool-limit.js";
import { faulty } from "../../testing/command.js";
import { examine } from "../../testing/lab.js";
import { withExec } from "./shell-line.js";

describe("the last command takes the shell's place", () => {
  test.each([
    ["python3 server.py", "exec python3 server.py"],
    ["cd ../my-server && python3 server.py", "cd ../my-server && exec python3 server.py"],
    [`cd "my server" && ./a.out 'a;b'`, `cd "my server" && exec ./a.out 'a;b'`],
    ["javac S.java && java S", "javac S.java && exec java S"],
    ["cd x && PORT=8080 python3 server.py", "cd x && PORT=8080 exec python3 server.py"],
    [`python3 -c "a && b; c"`, `exec python3 -c "a && b; c"`],
  ])("%s", (line, same) => {
    expect(withExec(line)).toBe(same);
  });

  test.each([
    "exec python3 server.py",
    "cd ..",
    "PORT=8080",
    "python3 a.py | tee log",
    "python3 a.py; python3 b.py",
    "python3 a.py &",
    "make || python3 a.py",
    "python3 a.py\npython3 b.py",
    "(cd x && python3 a.py)",
    `echo "a' && b`,
    "{ python3 a.py && b; }",
  ])("but not where more is said than that: %s", (line) => {
    expect(withExec(line)).toBe(line);
  });

  test("nor in a line that somebody made to be read for ever", () => {
    for (const unit of [" ", "a", "a=b ", "a && ", '"', "a='b'"]) {
      const line = `${unit.repeat(300_000 / unit.length)}\``; // with the square of that, the test would not end in time
      expect(withExec(line)).toBe(line);
    }
  });

  test.skipIf(process.platform === "win32")("and does what it did before", () => {
    const run = (line: string) => spawnSync("/bin/sh", ["-c", line], { encoding: "utf8" });
    for (const line of [
      `cd / && A='b c' sh -c 'pwd; echo "$A"' && env printf %s "x  y"`,
      "false && env true",
      "exit 3",
    ]) {
      const [plain, same] = [run(line), run(withExec(line))];
      expect([same.stdout, same.status]).toEqual([plain.stdout, plain.status]);
    }
  });
});

test.runIf(process.platform === "linux")(
  "a server that is started in its folder is one process with one thread",
  { tags: ["python3"] },
  async () => {
    const { probe, clients } = await examine(poolLimit, `cd / && ${faulty("one-after-the-other")}`);
    expect(probe!.steps[0]).toMatchObject({ threads: 1, processes: 1 });
    expect(clients.at(-1)!.kernel).toMatchObject({ threads: 1, processes: 1 });
  },
);
