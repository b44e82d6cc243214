// A queue that stays full for longer than a second: the kernel tells of each SYN that was sent again, and of no other.

import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { TcpClient } from "../../../clients/tcp.js";
import { type Kernel, openKernel } from "../kernel/index.js";
import { endPythons, type Python, python } from "../kernel/testing/python.js";
import type { RunningServer } from "../process/launch.js";
import { Observer } from "./observer.js";
import { endOf, synRetries } from "./syn-retries.js";

describe.runIf(process.platform === "linux")("a client that a full accept queue turns away", () => {
  let kernel: Kernel;
  let py: Python;
  const clients: TcpClient[] = [];
  beforeEach(() => {
    kernel = openKernel();
    py = python();
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) await client.destroy();
    await endPythons();
    kernel.close();
  });

  test("tries again until there is room, and each try is seen", async () => {
    await py.run("s = socket.socket()");
    await py.run('s.bind(("127.0.0.1", 0))');
    await py.run("s.listen(0)");
    const endpoint = { address: "127.0.0.1", port: Number(await py.run("s.getsockname()[1]")) };
    const observer = new Observer({ endpoint, pids: () => [] } as unknown as RunningServer, kernel);
    const come = async () => {
      const client = new TcpClient(`client ${clients.length + 1}`, endpoint);
      clients.push(client);
      client.connect();
      await client.until(() => client.times.connectedMs !== null, 100);
      return client;
    };
    expect((await come()).times.connectedMs).not.toBeNull();
    const [second, third] = [await come(), await come()];
    const ends = [endOf(observer, [])];
    expect(ends[0]).not.toBeNull();
    ends.push(endOf(observer, [ends[0]!]));
    expect(ends[1]!.port).not.toBe(ends[0]!.port);
    const [first, again] = ends.map((end, at) => synRetries([second, third][at]!, end, observer));

    await second.at(2500); // Linux tries again after 1 and 2 seconds, older ones after 1 and 3
    await py.run("a = s.accept()[0]");
    await py.run("b = s.accept()[0]");
    await py.run("c = s.accept()[0]");
    for (const [client, retries] of [
      [second, await first!],
      [third, await again!],
    ] as const) {
      const { connectedMs } = client.times;
      expect(retries.length).toBeGreaterThanOrEqual(2);
      expect(retries[0]).toBeGreaterThan(900);
      expect(retries.at(-1)! - connectedMs!).toBeLessThan(1);
      expect(connectedMs! - retries.at(-1)!).toBeLessThan(60);
      retries.slice(1).forEach((moment, at) => {
        expect(moment - retries[at]!).toBeGreaterThan(500);
      });
    }
  }, 60_000);
});
