// The times that are told must be true: against servers whose delay is known.

import { expect, test } from "vitest";
import { quantile } from "../results/statistics.js";
import { delayErrors } from "./testing/delay.js";

test.runIf(process.platform === "linux").each([
  [5, 100],
  [50, 100],
  [500, 20],
])("a delay of %i ms is measured within 1 ms, 99 times of 100", async (milliseconds, count) => {
  // Another program that wants the processor makes any client late: then a client that blocks, with nothing between it
  // and the system, is late too. The best of a few tries counts.
  const tries: [ours: number, blocking: number][] = [];
  const good = () => tries.some(([ours, blocking]) => ours < Math.max(1, blocking));
  while (!good() && tries.length < 6) {
    const { ours, blocking } = await delayErrors(milliseconds, count);
    expect(Math.min(...ours)).toBeGreaterThan(0); // nothing can come earlier than the server has sent it
    tries.push([quantile(ours, 0.99), quantile(blocking, 0.99)]);
  }
  expect(good(), `${tries.join("; ")}`).toBe(true);
});
