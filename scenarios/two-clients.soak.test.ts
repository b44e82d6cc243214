// A verdict that is wrong hurts a student, so it must hold on a machine that has no time.

import { afterAll, beforeAll, expect, test } from "vitest";
import { keepBusy } from "./testing/busy.js";
import { odd, runScenario } from "./testing/command.js";

const RUNS = 20;
let relax: () => void;
beforeAll(() => {
  relax = keepBusy();
});
afterAll(() => relax());

test(`two-clients is right ${RUNS} times in a row while every processor is busy`, async () => {
  const seen: string[] = [];
  for (let run = 0; run < RUNS; run++) {
    const { result } = await runScenario(
      "two-clients",
      "--servers",
      "single,multi",
      "--server",
      `slow=${odd("slow-threaded")}`,
      "--server",
      `locked=${odd("one-lock")}`,
    );
    seen.push(
      result.servers.map(({ name, verdict, agreeing }) => `${name} ${verdict} ${agreeing}`).join(", "),
    );
  }
  const right = "single blocks 3, multi concurrent 3, slow concurrent 3, locked blocks 3";
  expect(seen).toEqual(Array.from({ length: RUNS }, () => right));
});
