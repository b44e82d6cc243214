// The scenario slow-client, as it is typed.

import { describe, expect, test } from "vitest";
import { faulty, reportServer, runScenario } from "./testing/command.js";
import { programs } from "./testing/programs.js";

const select = programs.find(({ name }) => name === "python select-loop")!.command;

describe.runIf(process.platform === "linux")("one slow client", () => {
  test("stops single for everybody else, and no other of our servers; the kernel says what a thread waits for", async () => {
    const { status, result } = await runScenario("slow-client", "--trials", "1");
    for (const { name, slowClient } of result.servers) {
      const [none, sends, reads] = slowClient!;
      expect([name, none!.load!.served]).toEqual([name, 4]);
      const served = name === "single" ? 0 : 4;
      expect([name, sends!.load!.served, reads!.load!.served]).toEqual([name, served, served]);
      const blocking = name !== "events";
      expect([name, sends!.evidence!.waitsFor]).toEqual([name, blocking ? "bytes" : null]);
      expect([name, reads!.evidence!.waitsFor]).toEqual([name, blocking ? "room to send" : null]);
      expect(reads!.evidence!.unsentBytes).toBeGreaterThan(10_000);
      for (const { load } of slowClient!) {
        expect(load!.completed + load!.failed + load!.inFlight).toBe(load!.sent);
      }
    }
    expect(result.servers.map(({ verdict }) => verdict)).toEqual([
      "blocks",
      ...Array.from({ length: 4 }, () => "concurrent"),
    ]);
    expect(status).toBe(0);
  }, 120_000);

  test("that reads stops a loop that sends as a blocking server does; one that sends does not", async () => {
    const { result } = await runScenario("slow-client", "--server", `it=${select}`, "--trials", "1");
    const [, sends, reads] = result.servers[0]!.slowClient!;
    expect(sends!.load!.served).toBe(4);
    expect(reads!.load!.served).toBe(0);
    expect(result.servers[0]!.verdict).toBe("blocks");
  }, 120_000);

  test("cannot be slow where the server does not wait for it, or has no large file, which is said", async () => {
    const { result } = await runScenario(
      "slow-client",
      ...["--server", `report=${reportServer("multi")}`, "--server", `hasty=${faulty("slow-threaded")}`],
      ...["--trials", "1"],
    );
    const [report, hasty] = result.servers.map(({ slowClient }) => slowClient!);
    // It takes what one recv brings for a whole request, and its thread dies of one byte.
    expect(report!.map(({ why }) => why)).toEqual([undefined, "closed", "not large"]);
    expect(hasty!.map(({ why }) => why)).toEqual([undefined, "answered", "not large"]);
    for (const [none] of [report!, hasty!]) expect(none!.load!.served).toBe(4);
  }, 120_000);
});
