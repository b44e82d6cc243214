// For the tests: the verdicts of two-clients about servers that serve quickly and slowly, while every processor is busy.

import { expect } from "vitest";
import { keepBusy } from "./busy.js";
import { faulty, runScenario } from "./command.js";

const OTHERS = ["--server", `slow=${faulty("slow-threaded")}`, "--server", `locked=${faulty("one-lock")}`];
const RIGHT = "single blocks 3, multi concurrent 3, slow concurrent 3, locked blocks 3";

export async function expectRightWhileBusy(runs: number): Promise<void> {
  const relax = keepBusy();
  try {
    const seen: string[] = [];
    for (let run = 0; run < runs; run++) {
      const { result } = await runScenario("two-clients", "--servers", "single,multi", ...OTHERS);
      seen.push(
        result.servers.map(({ name, verdict, agreeing }) => `${name} ${verdict} ${agreeing}`).join(", "),
      );
    }
    expect(seen).toEqual(Array.from({ length: runs }, () => RIGHT));
  } finally {
    relax();
  }
}
