// Clients in other forms than client HOST PORT, at a real keyboard and with our server.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { openKernel } from "../../scenarios/lab/kernel/index.js";
import { type Form, filled, formOf } from "../forms/form.js";
import { folder } from "../testing/grade.js";
import { en } from "../texts/en.js";
import { judge, judge404 } from "./judge.js";
import { tryNobody } from "./nobody.js";
import { hold, SERVER_BEHAVIOURS, type SessionSetup, takeInPieces, takeMissing } from "./session.js";

const kernel = openKernel();
afterAll(() => kernel.close());

const CLOSES = SERVER_BEHAVIOURS.find(({ habit }) => habit === "closes")!;
const FETCH = `import socket, sys
def fetch(host, port, name):
    s = socket.create_connection((host, int(port)))
    s.sendall(f"GET /{name} HTTP/1.1\\r\\nHost: x\\r\\nConnection: close\\r\\n\\r\\n".encode())
    print(s.makefile().read())
`;

function python(program: string, form: Form): SessionSetup {
  const path = join(folder(), "client.py");
  writeFileSync(path, `${FETCH}${program}\n`);
  const line = (host: string, port: number, file: string) =>
    ["python3", path, ...form.words.map((word) => filled(word, { host, port, file }))].join(" ");
  return { line, form, kernel, wrappers: 0, ports: [] };
}
const FILE = formOf(["{host}", "{port}", "{file}"]);
const statuses = async (stage: SessionSetup) => {
  const transcript = await hold(stage, CLOSES);
  const found = Object.entries(judge(transcript, en)).map(([name, { status }]) => [name, status]);
  return { transcript, found: Object.fromEntries(found) as Record<string, string> };
};

describe.skipIf(process.platform !== "linux")(
  "a client that is told a name when it is started",
  { tags: ["python3"] },
  () => {
    test("asks for that, shows a 404, says that nobody listens, and misses nothing after that", async () => {
      const stage = python("try: fetch(*sys.argv[1:])\nexcept OSError: print('no server')", FILE);
      const { transcript, found } = await statuses(stage);
      expect(found).toMatchObject({
        connects: "pass",
        get: "pass",
        prints: "pass",
        "asks-again": "skipped",
        exit: "skipped",
      });
      const missing = await takeMissing(stage, CLOSES, transcript);
      expect(judge404({ ...transcript, ...missing }, en).status).toBe("pass");
      expect((await tryNobody(stage, transcript.usual, en)).status).toBe("pass");
      const { turn } = await takeInPieces(stage, CLOSES);
      expect(turn.printed).toEqual(turn.words);
    });

    test("may ask for others after it, until its user leaves", async () => {
      const program =
        "name = sys.argv[3]\nwhile name != 'exit':\n    fetch(*sys.argv[1:3], name)\n    name = input('Next: ')";
      const { found } = await statuses(python(program, FILE));
      expect(new Set(Object.values(found))).toEqual(new Set(["pass"]));
    });

    test("ends, though some time after its answer, and though that ends in the middle of a line", async () => {
      const program =
        "import time\nfetch(*sys.argv[1:])\nsys.stdout.write('</html>')\nsys.stdout.flush()\ntime.sleep(0.5)";
      const { found } = await statuses(python(program, FILE));
      expect(found).toMatchObject({ "asks-again": "skipped", exit: "skipped" });
    });

    test("shows nothing by saying the name again: a 404 and nobody are said in other words", async () => {
      const program =
        "name = sys.argv[3]\nprint('Meminta', name)\ntry: s = socket.create_connection((sys.argv[1], int(sys.argv[2])))\nexcept OSError: sys.exit(1)\ns.sendall(f'GET /{name} HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n'.encode())\ns.recv(99)";
      const stage = python(program, FILE);
      const { transcript } = await statuses(stage);
      const missing = await takeMissing(stage, CLOSES, transcript);
      expect(judge404({ ...transcript, ...missing }, en).status).toBe("fail");
      expect((await tryNobody(stage, transcript.usual, en)).status).toBe("fail");
    });
  },
);

describe.skipIf(process.platform !== "linux")("a client that asks its user", { tags: ["python3"] }, () => {
  test("by a menu is told what to do, and to leave", async () => {
    const program =
      "while True:\n    print('1. Minta halaman\\n2. Keluar')\n    if input('Pilihan: ') == '2': break\n    fetch(*sys.argv[1:], input('Nama: '))";
    const { found } = await statuses(python(program, formOf(["{host}", "{port}"])));
    expect(new Set(Object.values(found))).toEqual(new Set(["pass"]));
  });

  test("for a URL is told one, which names the server, too", async () => {
    const program =
      "from urllib.parse import urlsplit\nwhile (text := input('URL: ')) != 'exit':\n    u = urlsplit(text)\n    fetch(u.hostname, u.port, u.path[1:])";
    const { transcript, found } = await statuses(python(program, formOf([], "", "{url}")));
    expect(transcript.source).toBe("keyboard");
    expect(found).toMatchObject({ get: "pass", prints: "pass", "asks-again": "pass", exit: "pass" });
  });

  test("once, and says how to leave, has meant to ask again", async () => {
    const ask = (prompt: string) =>
      python(`fetch(*sys.argv[1:], input('${prompt}'))`, formOf(["{host}", "{port}"]));
    expect((await statuses(ask("File: "))).found).toMatchObject({ "asks-again": "skipped", exit: "skipped" });
    expect((await statuses(ask("File (or exit): "))).found).toMatchObject({
      "asks-again": "fail",
      exit: "fail",
    });
  });
});
