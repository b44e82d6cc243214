// The times that are told must be true: against servers whose delay is known.

import { expect, test } from "vitest";
import { delayErrors } from "./testing/delay.js";

test.runIf(process.platform === "linux").each([
  [5, 100],
  [50, 100],
  [500, 20],
])("a delay of %i ms is measured within 1 ms, 99 times of 100", async (milliseconds, count) => {
  // Another program that wants the processor makes any client late, and some machines take half a millisecond to wake one
  // up. Where a bare socket of Node's or a client that blocks is late, ours may be as often, as far as chance lets it be
  // told. The best of a few tries counts.
  const tries: { ours: number; bare: number; blocking: number }[] = [];
  const good = () =>
    tries.some(({ ours, bare, blocking }) => ours <= count / 100 || asOften(ours, Math.max(bare, blocking)));
  while (!good() && tries.length < 6) {
    const { ours, bare, blocking } = await delayErrors(milliseconds, count);
    expect(Math.min(...ours)).toBeGreaterThan(0); // nothing can come earlier than the server has sent it
    tries.push({ ours: late(ours), bare: late(bare), blocking: late(blocking) });
  }
  expect(good(), `late of ${count}: ${JSON.stringify(tries)}`).toBe(true);
});

const late = (errors: readonly number[]): number => errors.filter((error) => error >= 1).length;

const asOften = (ours: number, others: number): boolean =>
  others > 0 && ours - others <= Math.sqrt(ours + others);
