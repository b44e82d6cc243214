import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { texts } from "../texts/texts.js";
import { elastic } from "./elastic.js";
import { ticksOf } from "./ticks.js";

const tickFont = 12;
const en = texts("en");
const named = (moments: number[], words = en) =>
  ticksOf(elastic(moments, [3, 400]), words, 440, tickFont).map(({ name }) => name);

describe("the moments that an axis names", () => {
  test("are round, and the last one has the unit", () => {
    expect(named([0, 152])).toEqual(["0", "50", "100", "150 ms"]);
    expect(named([0, 1.2], texts("id"))).toEqual(["0", "0,2", "0,4", "0,6", "0,8", "1", "1,2 ms"]);
  });

  test("leave out those that would run into the last one, where the axis is narrow", () => {
    // Much happens in the beginning, and at the end.
    const moments = [0, 1, 2, 3, 4, 5, 6, 7, 8, 240, 245, 250, 1001, 1002, 1003, 1004, 1178];
    const narrow = ticksOf(elastic(moments, [3, 300]), en, 340, tickFont).map(({ name }) => name);
    expect(narrow).toContain("1000 ms");
    expect(narrow).not.toContain("800");
  });

  test("never run together, whatever happens when", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.001, max: 60_000, noNaN: true }), { minLength: 1, maxLength: 60 }),
        (moments) => {
          const axis = elastic([0, ...moments], [3, 400]);
          const ticks = ticksOf(axis, en, 410, tickFont);
          expect(ticks.length).toBeGreaterThan(0);
          const last = ticks.at(-1)!;
          expect(last.name).toMatch(/ ms$/);
          const wide = (name: string) => name.length * tickFont * 0.6;
          expect(axis.at(last.moment) + wide(last.name) / 2).toBeLessThan(410);
          ticks.slice(1).forEach(({ moment, name }, at) => {
            const before = ticks[at]!;
            const apart = axis.at(moment) - axis.at(before.moment);
            expect(apart).toBeGreaterThan((wide(name) + wide(before.name)) / 2);
          });
        },
      ),
    );
  });
});
