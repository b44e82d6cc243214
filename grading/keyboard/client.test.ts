// What is said of clients that end badly: small ones, of the shell and of Python, at a real keyboard.
// @module-tag python3

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { openKernel } from "../../scenarios/lab/kernel/index.js";
import { folder } from "../testing/grade.js";
import { en } from "../texts/en.js";
import { judge, judge404, judgeInPieces } from "./judge.js";
import { tryNobody } from "./nobody.js";
import { hold, SERVER_BEHAVIOURS, takeInPieces, takeMissing } from "./session.js";

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

/** How a client in Python is started that has read its host and port. */
function python(program: string) {
  const path = join(folder(), "client.py");
  writeFileSync(path, `import socket, sys\nhost, port = sys.argv[1], int(sys.argv[2])\n${program}\n`);
  return stage((host: string, port: number) => `python3 ${path} ${host} ${port}`);
}
const findings = async (program: string) => judge(await hold(python(program), SERVER_BEHAVIOURS[0]!), en);

describe.skipIf(process.platform !== "linux")("a client that crashes", () => {
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

const asking = (target: string, read: string) => `
s = socket.create_connection((host, port))
while (name := input("File: ")) != "exit":
    s.sendall(f"GET ${target} HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n".encode())
    ${read}`;
const ONCE = "print(s.recv(65536).decode())";
const WHOLE = `head, body = b"", b""
    while b"\\r\\n\\r\\n" not in head: head += s.recv(1024)
    head, body = head.split(b"\\r\\n\\r\\n", 1)
    length = int(head.lower().split(b"content-length:")[1].split(b"\\r\\n")[0])
    while len(body) < length: body += s.recv(1024)
    print((head + body).decode())`;

describe.skipIf(process.platform !== "linux")("a page that comes in pieces", () => {
  const inPieces = async (read: string) => {
    const { turn, output } = await takeInPieces(python(asking("/{name}", read)), SERVER_BEHAVIOURS[0]!);
    return judgeInPieces(turn, en, output);
  };

  test("is printed whole by a client that reads on, however the pieces come", async () => {
    expect(await inPieces(WHOLE)).toMatchObject({ status: "pass" });
  });

  test("is not printed by one that calls recv once, however much that could take", async () => {
    expect(await inPieces(ONCE)).toMatchObject({ status: "fail", got: en.got.printedInPieces(0, 6) });
  });
});

describe.skipIf(process.platform !== "linux")("a fault of a client costs what it is worth", () => {
  test("without the / in front of the name, only the request is wrong", async () => {
    const { get, ...others } = await findings(asking("{name}", WHOLE));
    expect(get).toMatchObject({ status: "fail", cause: "path" });
    for (const finding of Object.values(others)) expect(finding).toMatchObject({ status: "pass" });
  });

  test("a page that is saved and not shown is told so, and is no fault of what comes after", async () => {
    const { prints, "asks-again": again } = await findings(
      asking("/{name}", "s.recv(65536); print('saved')"),
    );
    expect(prints).toMatchObject({ status: "fail", hint: en.hints.printsNothing });
    expect(again).toMatchObject({ status: "pass", got: en.got.onlyAskedAgain });
  });

  test("reading until the server closes, and going on all the same, is told as what it is", async () => {
    const read = "print(b''.join(iter(lambda: s.recv(512), b'')).decode())";
    const { "shows-404": missing, exit } = await findings(asking("/{name}", read));
    expect(missing).toMatchObject({ status: "fail", hint: en.hints.wentOnClosed });
    expect(exit!.status).not.toBe("inconclusive");
  });

  test("going on where the server has closed after its answer needs nobody to decide", async () => {
    const read = "print(b''.join(iter(lambda: s.recv(512), b'')).decode())";
    const found = judge(await hold(python(asking("/{name}", read)), SERVER_BEHAVIOURS[1]!), en);
    for (const name of ["shows-404", "asks-again", "exit"] as const)
      expect([name, found[name]]).toMatchObject([name, { status: "fail", hint: en.hints.wentOnClosed }]);
  });

  test("none: exit is typed again where another question has taken it", async () => {
    const { exit } = await findings(asking("/{name}", `${ONCE}; input("Enter ... ")`));
    expect(exit).toMatchObject({ status: "pass" });
  });

  test("who asks only once can still show a 404, and loses nothing for that", async () => {
    const once = (shown: string) => `
s = socket.create_connection((host, port))
s.sendall(f"GET /{input('File: ')} HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n".encode())
${shown}`;
    const shows = async (shown: string) => {
      const stage = python(once(shown));
      const transcript = await hold(stage, SERVER_BEHAVIOURS[0]!);
      const missing = await takeMissing(stage, SERVER_BEHAVIOURS[0]!, transcript);
      return judge404({ ...transcript, ...missing }, en).status;
    };
    expect(await shows("print(s.recv(65536).decode())")).toBe("pass");
    expect(await shows("s.recv(65536); print('done')")).toBe("fail");
  });
});
