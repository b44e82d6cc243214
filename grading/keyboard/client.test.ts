// What is said of clients that end badly: small ones, of the shell and of Python, at a real keyboard.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { openKernel } from "../../scenarios/lab/kernel/index.js";
import { folder } from "../testing/grade.js";
import { en } from "../texts/en.js";
import { judge } from "./judge.js";
import { tryNobody } from "./nobody.js";
import { hold, TEMPERS } from "./session.js";

const kernel = openKernel();
afterAll(() => kernel.close());

const usual = { text: "", prompts: [] };
const stage = (line: (host: string, port: number) => string) => ({ line, kernel, wrappers: 0, ports: [] });
const nobody = (command: string) =>
  tryNobody(
    stage(() => `sh -c '${command}'`),
    usual,
    en,
  );

describe.skipIf(process.platform !== "linux")("where nobody listens, a client", () => {
  test("that a signal ended is told the signal", async () => {
    const { status, got } = await nobody("kill -PIPE $$");
    expect(status).toBe("fail");
    expect(got).toContain("SIGPIPE");
  });

  test("that shows the error of its language is told so", async () => {
    const { got } = await nobody("echo Traceback \\(most recent call last\\):; exit 1");
    expect(got).toContain("the error of its language");
  });

  test("that says so and ends with -1, as in C, is right", async () => {
    expect(await nobody("echo connect: Connection refused; exit 255")).toMatchObject({ status: "pass" });
  });
});

describe.skipIf(process.platform !== "linux")("a client that crashes", () => {
  async function findings(program: string) {
    const path = join(folder(), "client.py");
    writeFileSync(path, `import socket, sys\nhost, port = sys.argv[1], int(sys.argv[2])\n${program}\n`);
    const line = (host: string, port: number) => `python3 ${path} ${host} ${port}`;
    return judge(await hold(stage(line), TEMPERS[0]!), en);
  }

  test("before it connects is not told to read what it has read", async () => {
    const { connects } = await findings("print(nothing)");
    expect(connects).toMatchObject({ status: "fail", hint: en.hints.clientCrashed });
  });

  test("before it asks has connected", async () => {
    const { connects, get } = await findings("socket.create_connection((host, port))\nprint(nothing)");
    expect(connects!.status).toBe("pass");
    expect(get!.got).toBe("It connected, and ended (exit status 1) without a request.");
  });
});
