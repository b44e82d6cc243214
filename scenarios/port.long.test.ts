// Ports: the most typical student's server, run twice, has one of its own, closes first, and does not set SO_REUSEADDR; another
// one listens on two.

import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Result } from "../results/result.js";
import { freePort } from "./lab/zoo-run.js";
import { faulty, runCommand, runScenario } from "./testing/command.js";

test.runIf(process.platform === "linux")(
  "the second run within a minute waits for the port, says so, and has the same verdict",
  async () => {
    const folder = await mkdtemp(join(tmpdir(), "antre-port-"));
    const port = await freePort();
    try {
      await writeFile(
        join(folder, "server.py"),
        `import socket
s = socket.socket()
s.bind(("127.0.0.1", ${port}))
s.listen(1)
while True:
    c = s.accept()[0]
    if c.recv(1024):
        c.sendall(b"HTTP/1.1 200 OK\\r\\nContent-Length: 2\\r\\n\\r\\nhi")
    c.close()
`,
      );
      const server = `mine=cd ${folder} && python3 server.py`;
      const first = await runScenario("two-clients", "--server", server);
      const second = await runScenario("two-clients", "--server", server, "--lang", "id");
      expect([first.status, second.status]).toEqual([0, 0]);
      expect(first.stderr).not.toContain("TIME_WAIT");
      expect(second.stderr).toContain(`mine: port ${port} masih dipakai koneksi terakhirnya (TIME_WAIT)`);
      for (const { result } of [first, second])
        expect(result.servers[0]).toMatchObject({ verdict: "blocks", hold: "idle" });
      expect(second.result.servers[0]!.notes.map(({ key }) => key)).toContain("waited-for-port");
    } finally {
      await rm(folder, { recursive: true });
    }
  },
);

test.runIf(process.platform === "linux").each([
  ["one-client", "en", /not to (\d+)\. If that was wrong, name the right one with --port/],
  ["load", "id", /bukan ke (\d+)\. Kalau itu keliru, sebutkan port yang benar dengan --port/],
])("%s says to which of several ports the clients were sent (%s)", async (scenario, lang, said) => {
  const out = await mkdtemp(join(tmpdir(), "antre-"));
  try {
    const server = ["--server", `it=${faulty("deaf-on-a-lower-port")}`, "--trials", "1", "--lang", lang];
    const { stdout, status } = await runCommand([scenario, ...server, "--out", out]);
    const { servers } = JSON.parse(await readFile(join(out, `${scenario}.json`), "utf8")) as Result;
    const { port, others } = servers[0]!.notes.find(({ key }) => key === "several-ports")!.values!;
    expect([status, servers[0]!.verdict]).toEqual([1, "failed"]);
    expect(said.exec(stdout.replace(/\n +/g, " "))?.[1]).toBe(others);
    expect(Number(port)).toBeLessThan(Number(others));
  } finally {
    await rm(out, { recursive: true });
  }
});
