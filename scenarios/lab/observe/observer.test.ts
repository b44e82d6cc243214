// What the lab sees of a server from outside, where that is not seen in what it says of one.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, onTestFinished, test } from "vitest";
import { otherServer } from "../../servers.js";
import { openKernel } from "../kernel/index.js";
import { Observer } from "./observer.js";

/** Says when it begins to work, and works for as long as it has had so much of a processor. */
const WORKS = `
  process.stdin.once("data", () => {
    require("node:fs").writeSync(1, "works");
    for (const start = process.cpuUsage(); process.cpuUsage(start).user < 100_000; );
  });
`;

test.runIf(process.platform === "linux")("the rest of a server that works is waited for", async () => {
  const child = spawn(process.execPath, ["-e", WORKS], { stdio: ["pipe", "pipe", "inherit"] });
  const kernel = openKernel();
  onTestFinished(() => {
    child.kill("SIGKILL");
    kernel.close();
  });
  const pids = [child.pid!];
  const observer = new Observer(
    {
      program: otherServer("it", "", null),
      endpoint: { address: "127.0.0.1", port: 1 },
      pids: () => pids,
      restless: false,
      ended: () => null,
      output: () => [],
      end: async () => {},
    },
    kernel,
  );
  child.stdin.write("go on");
  await once(child.stdout, "data");
  const before = kernel.cpuTimeMs(pids)!;
  expect(await observer.atRest()).toBe(true);
  expect(kernel.cpuTimeMs(pids)! - before).toBeGreaterThan(50);
});
