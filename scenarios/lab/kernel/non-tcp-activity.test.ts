import { spawn } from "node:child_process";
import { afterAll, afterEach, describe, expect, onTestFinished, test } from "vitest";
import { openKernel } from "./index.js";
import { endPeers, peer } from "./testing/peer.js";

afterEach(endPeers);

describe.runIf(process.platform === "linux")("a program that listens on no TCP port", () => {
  const kernel = openKernel();
  afterAll(() => kernel.close());

  test("is told by its UDP port, or by a read of its input", async () => {
    const reader = spawn("cat", { stdio: ["pipe", "ignore", "inherit"] });
    onTestFinished(() => void reader.kill());
    await expect
      .poll(() => kernel.nonTcpActivity([reader.pid!]), { interval: 2, timeout: 10_000 })
      .toEqual({ readsInput: true, udpPorts: [] });
    const it = peer();
    await it.run("s = udp()");
    await it.run("s.bind('127.0.0.1')");
    const port = await it.run<number>("s.port");
    expect(kernel.nonTcpActivity([it.pid])).toEqual({ readsInput: false, udpPorts: [port] });
    expect(kernel.nonTcpActivity([process.pid])).toEqual({ readsInput: false, udpPorts: [] });
  });
});
