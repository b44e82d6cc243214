// A port that is taken: the kernel says by whom, and what only lingers there is waited for.

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { otherServer } from "../servers.js";
import { texts } from "../texts/texts.js";
import { type Kernel, openKernel } from "./kernel/index.js";
import { endPythons, type Python, python } from "./kernel/testing/python.js";
import type { RunningServer } from "./launch.js";
import type { NotStarted } from "./not-started.js";
import { startWhenFree } from "./start.js";

describe.runIf(process.platform === "linux")("a port that is taken", () => {
  let kernel: Kernel;
  let py: Python;
  let folder: string;
  let port: number;
  let server: RunningServer | null = null;

  /** A port that no system hands out itself, held by a Python that listens, with one client that was accepted. */
  beforeEach(async () => {
    kernel = openKernel();
    py = python();
    folder = await mkdtemp(join(tmpdir(), "antre-port-"));
    const used = new Set(kernel.portsInUse()!.map((one) => one.port));
    for (port = 20_000 + (process.pid % 5000); used.has(port); ) port++;
    await py.run("s = socket.socket()");
    await py.run(`s.bind(("127.0.0.1", ${port}))`);
    await py.run("s.listen()");
    await py.run(`c = socket.create_connection(("127.0.0.1", ${port}))`);
    await py.run("a = s.accept()[0]");
  });
  afterEach(async () => {
    await server?.end();
    server = null;
    await endPythons();
    kernel.close();
    await rm(folder, { recursive: true });
  });

  /** The server closes first, and ends: its connection lingers until the client is done with it. */
  const linger = async () => {
    await py.run("a.close()");
    await py.run("s.close()");
  };
  const letGo = async () => {
    await py.run("c.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))");
    await py.run("c.close()");
  };

  /** A student's server, without SO_REUSEADDR. */
  async function program(where = `${port}`): Promise<ReturnType<typeof otherServer>> {
    await writeFile(join(folder, "port.txt"), `${port}`);
    await writeFile(
      join(folder, "server.py"),
      `import socket\ns = socket.socket()\ns.bind(("127.0.0.1", ${where}))\ns.listen()\ns.accept()\n`,
    );
    return otherServer("it", `cd ${folder} && python3 server.py`, null);
  }
  const start = async (it: ReturnType<typeof otherServer>, seconds = 20) => {
    const waited: number[][] = [];
    const outcome = await startWhenFree(
      it,
      kernel,
      (_, ports) => {
        waited.push([...ports]);
        if (seconds > 1) void letGo();
      },
      seconds,
    ).catch((error: NotStarted) => error);
    if ("end" in outcome) server = outcome;
    return { outcome, waited };
  };

  test("by a process that listens is not waited for: it is named, with what to do", async () => {
    const { outcome, waited } = await start(await program());
    const { listener } = (outcome as NotStarted).keepers[0]!;
    expect(listener).toMatchObject({ pid: py.pid, command: expect.stringContaining("python3") });
    expect(waited).toEqual([]);
    expect(texts.en.notStarted(outcome as NotStarted)).toMatch(
      new RegExp(`^port ${port} is used by process ${py.pid} \\(.*python3.*\\): end it first`),
    );
    expect(texts.id.notStarted(outcome as NotStarted)).toMatch(
      new RegExp(`^port ${port} dipakai oleh proses ${py.pid} `),
    );
  });

  test.each([
    ["stands in its text", undefined],
    ["is nowhere to be read", 'int(open("port.txt").read())'],
  ])("by the last connections of a server is waited for, also where it %s", async (_, where) => {
    await linger();
    const { outcome, waited } = await start(await program(where));
    expect(waited).toEqual([expect.arrayContaining([port])]); // others may linger beside it, from elsewhere
    expect(outcome).toMatchObject({ endpoint: { port }, waitedForPort: port });
  });

  test("by connections for longer than is waited is told, and that SO_REUSEADDR does not help at once", async () => {
    await linger();
    const { outcome, waited } = await start(await program(), 0.2);
    expect(waited).toEqual([[port]]);
    expect(texts.en.notStarted(outcome as NotStarted)).toMatch(
      /TIME_WAIT.*wait a minute, even if.*SO_REUSEADDR/,
    );
    expect(texts.id.notStarted(outcome as NotStarted)).toMatch(
      /TIME_WAIT.*tunggu semenit, juga kalau SO_REUSEADDR/,
    );
  });
});
