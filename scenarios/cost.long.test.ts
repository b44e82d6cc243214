// The scenario cost, as it is typed.

import { describe, expect, test } from "vitest";
import { faulty, runScenario } from "./testing/command.js";
import { programs } from "./testing/programs.js";

const forking = programs.find(({ name }) => name === "python forking")!.command;

describe.runIf(process.platform === "linux")("a held connection", () => {
  test("costs multi a thread, prefork and pool a place, and events next to nothing", async () => {
    const { status, result } = await runScenario("cost", "--connections", "10,40");
    const held = Object.fromEntries(
      result.servers.map(({ name, cost }) => [name, cost!.map((one) => [one.connections, one.held])]),
    );
    expect(held).toEqual({
      single: [
        [0, 0],
        [10, 1],
      ],
      multi: [
        [0, 0],
        [10, 10],
        [40, 40],
      ],
      pool: [
        [0, 0],
        [10, 4],
      ],
      prefork: [
        [0, 0],
        [10, 4],
      ],
      events: [
        [0, 0],
        [10, 10],
        [40, 40],
      ],
    });
    const grown = (name: string) => {
      const costs = result.servers.find((server) => server.name === name)!.cost!;
      const [first, last] = [costs[0]!, costs.at(-1)!];
      return { threads: last.threads! - first.threads!, bytes: last.memory!.bytes - first.memory!.bytes };
    };
    expect(grown("multi").threads).toBeGreaterThanOrEqual(30); // a few spare ones were there before
    expect(grown("events").threads).toBe(0);
    expect(grown("multi").bytes).toBeGreaterThan(10 * Math.abs(grown("events").bytes));
    for (const { cost } of result.servers) {
      for (const one of cost!) {
        expect(one.contextSwitches).toBeGreaterThanOrEqual(one.held > 0 ? 1 : 0);
        if (one.held === one.connections) expect(one.firstByteMs!.median).toBeGreaterThan(0);
        else expect(one.firstByteMs).toBeNull(); // whoever comes now has to wait
      }
    }
    expect(status).toBe(0);
  }, 120_000);

  test("costs a process where each has one, also of a server that closes after its answers", async () => {
    const { result } = await runScenario(
      "cost",
      ...["--server", `forks=${forking}`, "--server", `closes=${faulty("closes-threaded")}`],
      ...["--connections", "5"],
    );
    const [forks, closes] = result.servers.map(({ cost }) => cost!);
    expect(forks!.map(({ processes }) => processes)).toEqual([1, 6]);
    expect(closes!.at(-1)).toMatchObject({ held: 5 });
    expect(closes!.at(-1)!.threads! - closes![0]!.threads!).toBe(5);
  }, 120_000);
});
