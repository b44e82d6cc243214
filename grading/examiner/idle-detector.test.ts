import { type ChildProcess, spawn } from "node:child_process";
import { describe, expect, onTestFinished, test } from "vitest";
import { openKernel } from "../../scenarios/lab/kernel/index.js";
import { IdleDetector } from "./idle-detector.js";

const BUSY = "for (;;);";
/** Waits till it is told to work. */
const READY = `process.stdin.once("data", () => { ${BUSY} })`;

function run(program: string): ChildProcess {
  const child = spawn(process.execPath, ["-e", program], { stdio: ["pipe", "ignore", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

const soon = { interval: 10, timeout: 20_000 };

describe.runIf(process.platform === "linux")("an examination", () => {
  /** What is told from now on. */
  function watch() {
    const told: boolean[] = [];
    const kernel = openKernel();
    const idling = new IdleDetector((idle) => told.push(idle));
    onTestFinished(() => {
      idling.stop();
      kernel.close();
    });
    return { told, kernel };
  }

  test("whose program only waits is idle until that goes on", async () => {
    const { told } = watch();
    const program = run(READY);
    await expect.poll(() => told, soon).toEqual([true]);
    program.stdin!.write("go on");
    await expect.poll(() => told, soon).toEqual([true, false]);
  });

  test("is not idle while one of its programs works", async () => {
    run(READY);
    const busy = run(BUSY);
    const { told, kernel } = watch();
    await expect.poll(() => kernel.cpuTimeMs([busy.pid!]), soon).toBeGreaterThan(1000); // longer than what waits is left in peace
    expect(told).toEqual([]);
    busy.kill("SIGKILL");
    await expect.poll(() => told, soon).toEqual([true]);
  });
});
