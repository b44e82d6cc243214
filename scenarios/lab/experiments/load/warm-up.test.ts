import { expect, test } from "vitest";
import { warmUp } from "./warm-up.js";

/** How often a server is loaded that answers so many requests a second, time after time. */
async function times(...rates: number[]): Promise<number> {
  let count = 0;
  await warmUp(async () => rates[count++] ?? rates.at(-1)!);
  return count;
}

test("a server is loaded until it gets no faster", async () => {
  expect(await times(1000, 2000, 3000, 3100)).toBe(4);
  expect(await times(3000, 2900)).toBe(2);
});

test("one that answers nobody is loaded once, one that gets faster for ever is not loaded for ever", async () => {
  expect(await times(0)).toBe(1);
  expect(await times(...Array.from({ length: 100 }, (_, at) => 2 ** at))).toBeLessThan(20);
});
