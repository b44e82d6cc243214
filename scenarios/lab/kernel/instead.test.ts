import { afterAll, afterEach, describe, expect, test } from "vitest";
import { openKernel } from "./index.js";
import { endPythons, python } from "./testing/python.js";

afterEach(endPythons);

describe.runIf(process.platform === "linux")("a program that listens on no TCP port", () => {
  const kernel = openKernel();
  afterAll(() => kernel.close());

  test("is told by its UDP port, or by a read of its input", async () => {
    const py = python();
    expect(await py.run("1 + 1")).toBe("2");
    await expect
      .poll(() => kernel.instead([py.pid]), { interval: 2, timeout: 10_000 })
      .toEqual({ readsInput: true, udpPorts: [] }); // it waits for what it is to run next
    await py.run("s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)");
    await py.run("s.bind(('127.0.0.1', 0))");
    const port = Number(await py.run("s.getsockname()[1]"));
    expect(kernel.instead([py.pid])).toMatchObject({ udpPorts: [port] });
    await py.run("threading.Thread(target=s.recv, args=[1], daemon=True).start()");
    expect(kernel.instead([process.pid])).toEqual({ readsInput: false, udpPorts: [] });
  });
});
