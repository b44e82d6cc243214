import { afterEach, describe, expect, test } from "vitest";
import { openKernel } from "./index.js";
import { endPeers, peer } from "./testing/peer.js";
import type { ListeningPort } from "./types.js";

afterEach(endPeers);

describe.runIf(process.platform === "linux")("listening ports", () => {
  test("a process's are found, with the address that each is bound to, and nobody else's", async () => {
    const kernel = openKernel();
    const [it, other] = [peer(), peer()];
    await other.run("s = tcp()");
    await other.run("s.bind('127.0.0.1')");
    await other.run("s.listen()");
    const expected: ListeningPort[] = [];
    for (const address of ["127.0.0.1", "0.0.0.0", "::1"]) {
      const name = `s${expected.length}`;
      await it.run(`${name} = tcp(${address === "::1" ? 6 : 4})`);
      await it.run(`${name}.bind("${address}")`);
      expect(kernel.listeningPorts([it.pid])).toHaveLength(expected.length); // bound, and not listening yet
      await it.run(`${name}.listen()`);
      expected.push({ address, port: await it.run(`${name}.port`), pid: it.pid });
      expect(kernel.listeningPorts([it.pid])).toHaveLength(expected.length);
    }
    expect(kernel.listeningPorts([it.pid])).toEqual(expected);
    kernel.close();
  });

  test("processes that share one socket have it once each", async () => {
    const kernel = openKernel();
    const it = peer();
    await it.run("s = tcp()");
    await it.run("s.bind('127.0.0.1')");
    await it.run("s.listen()");
    await it.run("again = s.dup()"); // two descriptors of one socket
    const pids = [it.pid, await it.run<number>("(child = start('sleep', ['600'], s)).pid")];
    expect(kernel.listeningPorts(pids)?.map(({ pid }) => pid)).toEqual(pids);
    await it.run("child.kill()");
    kernel.close();
  });

  test("a process that is gone listens nowhere", () => {
    const kernel = openKernel();
    expect(kernel.listeningPorts([2 ** 22 + 1])).toEqual([]);
    kernel.close();
  });
});
