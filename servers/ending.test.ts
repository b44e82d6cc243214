// How a server ends: at once, by the signal itself, though its threads are blocked in the kernel.

import { describe, expect, onTestFinished, test } from "vitest";
import { available, models } from "./registry.js";
import { endsAtCtrlC, endsHeld, endsWaiting, endsWithNpm, inGroup, throughNpm } from "./testing/ending.js";
import { ServerProcess } from "./testing/server.js";

const unix = process.platform !== "win32";

describe.runIf(unix).each(Object.keys(models).filter(available))("%s", (model) => {
  test("ends at SIGINT while it waits for a client", () => endsWaiting(model, "SIGINT"));
  test("ends at SIGTERM while clients hold it", () => endsHeld(model, "SIGTERM"));
});

test("an error of our own ends a process whose threads are blocked", async () => {
  const ending = new URL("../dist/servers/ending.js", import.meta.url).href;
  const blocked = "Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)";
  const script = `
    new (require("node:worker_threads").Worker)(${JSON.stringify(blocked)}, { eval: true }).on("online", () =>
      import(${JSON.stringify(ending)}).then(({ endAtOnce }) => endAtOnce(new Error("a bug"))));`;
  const program = new ServerProcess(process.execPath, ["-e", script]);
  onTestFinished(() => program.kill());
  const { status, signal } = await program.ended();
  expect(signal ?? status).toBe(unix ? "SIGKILL" : 1);
  expect(program.errors).toMatch(/^Error: a bug\n {4}at /);
});

describe.runIf(process.platform === "linux")("started through npm", () => {
  test("SIGTERM to npm leaves nothing behind", () => endsWithNpm("prefork"));
  test("Ctrl-C, which the terminal sends to all of them, leaves nothing behind", () =>
    endsAtCtrlC("prefork"));

  test("the end of the server is the end of npm, which says so by its status", async () => {
    const { npm, pid } = await throughNpm("multi");
    process.kill(pid, "SIGTERM");
    const { status, signal } = await npm.ended();
    expect(status ?? signal).toBeTruthy();
    await expect.poll(() => inGroup(npm.pid), { interval: 5 }).toEqual([]);
  });
});
