import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Lines } from "./lines.js";

const tooLong = (start: string) => new Error(`too long: ${start}`);
const LF = 10;

describe("lines", () => {
  test("are taken without their LF, with their CR, one byte a character", () => {
    const lines = new Lines();
    lines.push(Buffer.from("a\r\n\n\xe9b\nrest", "latin1"));
    expect(lines.next(100, tooLong)).toBe("a\r");
    expect(lines.next(100, tooLong)).toBe("");
    expect(lines.next(100, tooLong)).toBe("\xe9b");
    expect(lines.next(100, tooLong)).toBeNull();
    expect(lines.held).toBe(4);
  });

  test("have their LF among the first bytes, as many as the limit says, or are too long", () => {
    const of = (text: string) => {
      const lines = new Lines();
      lines.push(Buffer.from(text));
      return lines;
    };
    expect(of("abcd\n").next(5, tooLong)).toBe("abcd");
    expect(() => of("abcde\n").next(5, tooLong)).toThrow("too long: abcde");
    expect(of("abcd").next(5, tooLong)).toBeNull();
    expect(() => of("abcde").next(5, tooLong)).toThrow("too long: abcde");
  });

  test("are copied: the caller may use its buffer again", () => {
    const lines = new Lines();
    const buffer = Buffer.from("ab\n");
    lines.push(buffer);
    buffer.fill("x");
    expect(lines.next(10, tooLong)).toBe("ab");
  });

  test("are known by their first byte, while there is one", () => {
    const lines = new Lines();
    expect(lines.startsWith(LF)).toBe(false);
    lines.push(Buffer.from("ab\n"));
    expect(lines.startsWith(97)).toBe(true);
    expect(lines.startsWith(98)).toBe(false);
    lines.skip(1);
    expect(lines.startsWith(98)).toBe(true);
    lines.skip(2);
    expect(lines.startsWith(98)).toBe(false); // it lay there once
  });

  test("that are all there is can be taken as a word, and only then", () => {
    const lines = new Lines();
    expect(lines.takeOnly("exit")).toBe(false);
    lines.push(Buffer.from("xexit"));
    expect(lines.takeOnly("exit")).toBe(false);
    lines.skip(1);
    expect(lines.takeOnly("exi")).toBe(false);
    expect(lines.takeOnly("exix")).toBe(false);
    expect(lines.held).toBe(4);
    expect(lines.takeOnly("exit")).toBe(true);
    expect(lines.held).toBe(0);
    expect(lines.takeOnly("exit")).toBe(false);
  });

  test("are skipped as far as they have come", () => {
    const lines = new Lines();
    lines.push(Buffer.from("abc"));
    expect(lines.skip(2)).toBe(2);
    expect(lines.skip(2)).toBe(1);
    expect(lines.skip(2)).toBe(0);
    expect(lines.held).toBe(0);
  });

  test("are kept apart from what was taken before, however many come", () => {
    const lines = new Lines();
    for (let count = 0; count < 200; count++) {
      const line = `${count}`.padEnd(1 + ((count * 977) % 5000), "x");
      lines.push(Buffer.from(line));
      expect(lines.next(10_000, tooLong)).toBeNull();
      lines.push(Buffer.from(`\n${count}`));
      expect(lines.next(10_000, tooLong)).toBe(line);
      expect(lines.skip(`${count}`.length)).toBe(`${count}`.length);
      expect(lines.held).toBe(0);
    }
  });

  test("are what a plain string would give, whatever is done with them", () => {
    const piece = fc.array(fc.constantFrom("a", "b\n", "\r\n", "\n", "exit", "x".repeat(1500)), {
      maxLength: 4,
    });
    const step = fc.oneof(
      fc.tuple(fc.constant("push" as const), piece),
      fc.tuple(fc.constantFrom("next" as const, "exit" as const), fc.constant(0)),
      fc.tuple(fc.constant("skip" as const), fc.nat({ max: 2000 })),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const lines = new Lines();
        let text = "";
        for (const [what, value] of steps) {
          if (what === "push") {
            lines.push(Buffer.from(value.join("")));
            text += value.join("");
          } else if (what === "skip") {
            expect(lines.skip(value)).toBe(Math.min(value, text.length));
            text = text.slice(value);
          } else if (what === "exit") {
            expect(lines.takeOnly("exit")).toBe(text === "exit");
            if (text === "exit") text = "";
          } else {
            const end = text.indexOf("\n");
            expect(lines.next(1_000_000, tooLong)).toBe(end < 0 ? null : text.slice(0, end));
            if (end >= 0) text = text.slice(end + 1);
          }
          expect(lines.held).toBe(text.length);
        }
      }),
    );
  });
});
