// A port that is taken: the kernel says by whom, and what only lingers there is waited for.

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { otherServer } from "../../servers.js";
import { texts } from "../../texts/texts.js";
import { type Kernel, openKernel } from "../kernel/index.js";
import { endPeers, type Peer, peer } from "../kernel/testing/peer.js";
import type { RunningServer } from "./launch.js";
import type { NotStarted } from "./not-started.js";
import { startWhenFree } from "./start.js";

describe.runIf(process.platform === "linux")("a port that is taken", () => {
  let kernel: Kernel;
  let it: Peer;
  let folder: string;
  let port: number;
  let started: RunningServer | null = null;

  /** A port that no system hands out itself, held by a peer that listens, with one client that was accepted. */
  beforeEach(async () => {
    kernel = openKernel();
    it = peer();
    folder = await mkdtemp(join(tmpdir(), "antre-port-"));
    const used = new Set(kernel.portsInUse()!.map((one) => one.port));
    for (port = 20_000 + (process.pid % 5000); used.has(port); ) port++;
    await it.run("s = tcp()");
    await it.run(`s.bind("127.0.0.1", ${port})`);
    await it.run("s.listen()");
    await it.run("c = tcp()");
    await it.run(`c.connect("127.0.0.1", ${port})`);
    await it.run("a = s.accept()");
  });
  afterEach(async () => {
    await started?.end();
    started = null;
    await endPeers();
    kernel.close();
    await rm(folder, { recursive: true });
  });

  /** The server closes first, and ends: its connection lingers until the client is done with it. */
  const linger = async () => {
    await it.run("a.close()");
    await it.run("s.close()");
  };
  const letGo = () => it.run("c.reset()");

  /** A student's server, without SO_REUSEADDR. */
  async function program(where = `${port}`): Promise<ReturnType<typeof otherServer>> {
    await writeFile(join(folder, "port.txt"), `${port}`);
    await writeFile(
      join(folder, "server.mjs"),
      `import { readFileSync } from "node:fs";
       import * as calls from ${JSON.stringify(new URL("../../../dist/servers/sockets/calls.js", import.meta.url))};
       const s = calls.socket();
       calls.bind(s, { address: "127.0.0.1", port: ${where} });
       calls.listen(s, 5);
       calls.accept(s);`,
    );
    return otherServer("it", `cd ${folder} && node server.mjs`, null);
  }
  const start = async (server: ReturnType<typeof otherServer>, seconds = 20) => {
    const waited: number[][] = [];
    const outcome = await startWhenFree(
      server,
      kernel,
      (_, ports) => {
        waited.push([...ports]);
        if (seconds > 1) void letGo();
      },
      seconds,
    ).catch((error: NotStarted) => error);
    if ("end" in outcome) started = outcome;
    return { outcome, waited };
  };

  test("by a process that listens is not waited for: it is named, with what to do", async () => {
    const { outcome, waited } = await start(await program());
    const { listener } = (outcome as NotStarted).portOwners[0]!;
    expect(listener).toMatchObject({ pid: it.pid, command: expect.stringContaining("node") });
    expect(waited).toEqual([]);
    expect(texts.en.notStarted(outcome as NotStarted)).toMatch(
      new RegExp(`^port ${port} is used by process ${it.pid} \\(.*node.*\\): end it first`),
    );
    expect(texts.id.notStarted(outcome as NotStarted)).toMatch(
      new RegExp(`^port ${port} dipakai oleh proses ${it.pid} `),
    );
  });

  test.each([
    ["stands in its text", undefined],
    ["is nowhere to be read", 'Number(readFileSync("port.txt", "utf8"))'],
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
