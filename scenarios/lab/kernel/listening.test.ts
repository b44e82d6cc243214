import { afterEach, describe, expect, test } from "vitest";
import { openKernel } from "./index.js";
import { endPythons, python } from "./testing/python.js";
import type { ListeningPort } from "./types.js";

afterEach(endPythons);

describe.runIf(process.platform === "linux")("listening ports", () => {
  test("a process's are found, with the address that each is bound to, and nobody else's", async () => {
    const kernel = openKernel();
    const [py, other] = [python(), python()];
    await other.run("s = socket.create_server(('127.0.0.1', 0))");
    const expected: ListeningPort[] = [];
    for (const address of ["127.0.0.1", "0.0.0.0", "::1"]) {
      const name = `s${expected.length}`;
      await py.run(`${name} = socket.socket(socket.AF_INET${address === "::1" ? "6" : ""})`);
      await py.run(`${name}.bind(("${address}", 0))`);
      expect(kernel.listeningPorts([py.pid])).toHaveLength(expected.length); // bound, and not listening yet
      await py.run(`${name}.listen()`);
      expected.push({ address, port: Number(await py.run(`${name}.getsockname()[1]`)), pid: py.pid });
      expect(kernel.listeningPorts([py.pid])).toHaveLength(expected.length);
    }
    expect(kernel.listeningPorts([py.pid])).toEqual(expected);
    kernel.close();
  });

  test("processes that share one socket have it once each", async () => {
    const kernel = openKernel();
    const py = python();
    await py.run("s = socket.create_server(('127.0.0.1', 0))");
    await py.run("again = s.dup()"); // two descriptors of one socket
    await py.run("child = subprocess.Popen(['sleep', '600'], pass_fds=[s.fileno()])");
    const pids = [py.pid, Number(await py.run("child.pid"))];
    expect(kernel.listeningPorts(pids)?.map(({ pid }) => pid)).toEqual(pids);
    await py.run("child.kill()");
    kernel.close();
  });

  test("a process that is gone listens nowhere", () => {
    const kernel = openKernel();
    expect(kernel.listeningPorts([2 ** 22 + 1])).toEqual([]);
    kernel.close();
  });
});
