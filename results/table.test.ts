import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyResult } from "./any.test-data.js";
import { costly } from "./cost/cost.test-data.js";
import { crowded } from "./crowd/crowd.test-data.js";
import { scheduled } from "./open-load/open-load.test-data.js";
import type { ServerResult } from "./result.js";
import {
  failed,
  inconclusive,
  loaded,
  multi,
  noKernel,
  report,
  run,
  single,
  surprising,
} from "./sample.test-data.js";
import { slowed } from "./slow-client/slow-client.test-data.js";
import { table } from "./table.js";
import { type Language, texts } from "./texts/texts.js";
import { width } from "./words.js";

const expected = run(single, multi);
const mixed = run(failed, inconclusive, noKernel, surprising);
const plain = { plain: true, color: false, columns: 80 };
const boxed = { plain: false, color: false, columns: 100 };
const sequence = "\u001b[";

describe("the table", () => {
  for (const lang of ["en", "id"] as Language[]) {
    for (const [drawing, options] of Object.entries({ plain, boxed })) {
      for (const [name, result] of Object.entries({ expected, mixed })) {
        test(`is as it was: ${name}, ${drawing}, ${lang}`, async () => {
          const golden = `golden/table-${name}-${drawing}-${lang}.txt`;
          await expect(`${table(result, texts(lang), options)}\n`).toMatchFileSnapshot(golden);
        });
      }
    }
  }

  test("begins with the answer", () => {
    const [first] = table(expected, texts("en"), boxed).split("\n");
    expect(first).toContain(
      "One client makes the next one wait at single, but not at multi. All as expected.",
    );
  });

  test("says who waited for whom, where and how long in Bahasa Indonesia", () => {
    const said = table(expected, texts("id"), boxed).replace(/\s+/g, " ");
    expect(said).toContain("Klien 2 menunggu klien 1 selama 150,2 ms di antrean accept");
  });

  test("explains by the kernel's word where the server names no model", () => {
    const said = table(mixed, texts("en"), boxed).replace(/\s+/g, " ");
    expect(said).toContain("the server did not accept it until the other client had left");
  });

  test("a failure says what was expected, what came, and what to do", () => {
    const said = table(mixed, texts("en"), boxed).replace(/\s+/g, " ");
    expect(said).toContain("Expected concurrent, got a failure: it ended with status 1");
    expect(said).toContain("Hint: start it by hand and look at what it says: python3 server.py");
  });

  test("colours change nothing but colours, and plain has none even when asked for", () => {
    const coloured = table(expected, texts("en"), { ...boxed, color: true });
    expect(coloured).toContain(sequence);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what is looked for
    expect(coloured.replace(/\u001b\[\d+m/g, "")).toBe(table(expected, texts("en"), boxed));
    expect(table(expected, texts("en"), { ...plain, color: true })).not.toContain(sequence);
  });

  test("plain is ASCII throughout when the names are", () => {
    for (const lang of ["en", "id"] as Language[]) {
      expect(table(mixed, texts(lang), plain)).toMatch(/^[\n -~]*$/);
    }
  });

  test("an escape sequence in a program's name or failure does not reach the terminal", () => {
    const hostile = { ...failed, name: "\u001b[2Jgood\u202e", failure: "\u001b]0;all passed\u0007bad\nline" };
    const said = table(run(hostile), texts("en"), boxed);
    for (const character of "\u001b\u0007\u202e") expect(said).not.toContain(character);
    expect(said).toContain("good");
  });

  test.each([
    ["en", 60],
    ["en", 80],
    ["id", 60],
    ["id", 80],
  ] as const)("breaks no word in %s on a terminal of %i columns, and shows every column", (lang, columns) => {
    const levels = run(loaded(single, 1), { ...loaded(multi, 10), model: "thread-per-connection" });
    for (const result of [expected, mixed, report(), levels]) {
      const said = table(result, texts(lang), { ...plain, columns });
      for (const line of said.split("\n")) expect(width(line)).toBeLessThanOrEqual(columns);
      const parts = new Set(said.split(/[\s-]+/));
      const wide = table(result, texts(lang), { ...plain, columns: 100 });
      for (const part of wide.split(/[\s-]+/)) if (/^[a-z]{2,}$/.test(part)) expect(parts).toContain(part);
    }
  });

  test("cuts no name for which there is room", () => {
    const name = "python ThreadingHTTPServer";
    expect(table(run({ ...single, name }), texts("en"), plain)).toContain(`\n${name}\n`); // above its paragraph
    expect(table(run({ ...single, name }), texts("en"), boxed)).not.toContain("...");
  });

  test("is never wider than it may be, whatever the servers are called", () => {
    fc.assert(
      fc.property(
        anyResult,
        fc.integer({ min: 40, max: 140 }),
        fc.boolean(),
        fc.boolean(),
        fc.constantFrom<Language>("en", "id"),
        (result, columns, isPlain, color, lang) => {
          const lines = table(result, texts(lang), { plain: isPlain, color, columns }).split("\n");
          for (const line of lines) expect(width(line)).toBeLessThanOrEqual(Math.min(columns, 100));
        },
      ),
      { numRuns: 60 },
    );
  });

  const five = ["single", "multi", "pool", "prefork", "events"];
  test.each<[string, (server: ServerResult) => ServerResult]>([
    ["load", (server) => loaded(server, 4)],
    ["open-load", (server) => scheduled(server, 4)],
    ["crowd", (server) => crowded(server, 4)],
    ["cost", (server) => costly(server, 1000, 2 ** 21)],
    ["slow-client", (server) => slowed(server, 0.9)],
  ])("is not wider either where there are figures of five servers: %s", (_, measured) => {
    const result = run(...five.map((name) => measured({ ...single, name })));
    for (const lang of ["en", "id"] as Language[]) {
      for (const columns of [80, 100]) {
        for (const isPlain of [true, false]) {
          const lines = table(result, texts(lang), { plain: isPlain, color: false, columns }).split("\n");
          for (const line of lines) expect(width(line)).toBeLessThanOrEqual(columns);
        }
      }
    }
  });
});
