import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Refusal } from "./refusal.js";
import { readField, readRequestLine, refuseLongLine, withoutCr } from "./syntax.js";

/** What it says, or why it refuses. */
function said<T>(ask: () => T): T | string {
  try {
    return ask();
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

describe("a line", () => {
  test.each([
    ["a\r", "a"],
    ["\r", ""],
    ["\ta \x80\xff~\r", "\ta \x80\xff~"],
    ["", "400 bare LF"],
    ["a", "400 bare LF"],
    ["\ra", "400 bare LF"],
    ["a\r\r", "400 bare CR"],
    ["\x00\ra\r", "400 bare CR"],
    ["a\x00\r", "400 control character"],
    ["\x08\r", "400 control character"],
    ["\n\r", "400 control character"],
    ["\x1f\r", "400 control character"],
    ["\x7f\r", "400 control character"],
  ])("%j is read as %j", (line, text) => {
    expect(said(() => withoutCr(line))).toBe(text);
  });
});

describe("a request line", () => {
  test.each([
    ["GET / HTTP/1.1", { method: "GET", target: "/", version: "1.1" }],
    ["GET / HTTP/1.0", { method: "GET", target: "/", version: "1.0" }],
    ["GET / HTTP/1.9", { method: "GET", target: "/", version: "1.1" }],
    ["!#$%&'*+.^_`|~-aZ9 !~ HTTP/1.1", { method: "!#$%&'*+.^_`|~-aZ9", target: "!~", version: "1.1" }],
    [`G /${"a".repeat(7999)} HTTP/1.1`, { method: "G", target: `/${"a".repeat(7999)}`, version: "1.1" }],
    [`G /${"a".repeat(8000)} HTTP/1.1`, "414 target too long"],
    [`G /${"a".repeat(8000)} HTTP/2.0`, "505 HTTP version"],
    ["GET / HTTP/0.9", "505 HTTP version"],
    ["GET / HTTP/2.0", "505 HTTP version"],
    ["GET / HTTP/11.1", "400 HTTP version"],
    ["GET / HTTP/1.1x", "400 HTTP version"],
    ["GET / HTTP", "400 HTTP version"],
    ["GET / hTTp/1.1", "400 HTTP version"],
    ["GET / xHTTP/1.1", "400 request line"],
    ["GET /", "400 HTTP/0.9"],
    ["GET", "400 request line"],
    ["", "400 method"],
    [" GET / HTTP/1.1", "400 method"],
    ["G:T / HTTP/1.1", "400 method"],
    ["GE(", "400 method"],
    ["(GE", "400 method"],
    ["GET / x HTTP/1.1", "400 request line"],
    ["GET  / HTTP/1.1", "400 request line"],
    ["GET / HTTP/1.1 ", "400 request line"],
    ["GET /\x7f HTTP/1.1", "400 request line"],
    ["GET /\xe9", "400 request line"],
  ])("%j is read as %j", (text, read) => {
    expect(said(() => readRequestLine(text))).toEqual(read);
  });

  test("that is longer than a line may be is refused for what is too long in it", () => {
    expect(refuseLongLine("GET /aaaa").message).toBe("414 target too long");
    expect(refuseLongLine("GET ").message).toBe("414 target too long");
    expect(refuseLongLine("GETAAAA").message).toBe("501 method too long");
    expect(refuseLongLine("G(T /aaaa").message).toBe("400 method");
    expect(refuseLongLine("").message).toBe("400 method");
  });
});

describe("a field", () => {
  test.each([
    ["Host: a", ["host", "a"]],
    ["X-A_b:c", ["x-a_b", "c"]],
    ["a:", ["a", ""]],
    ["a: \t ", ["a", ""]],
    ["a:\t b c \t", ["a", "b c"]],
    ["a: b:c", ["a", "b:c"]],
    ["a: \xa0b\xa0", ["a", "\xa0b\xa0"]], // a no-break space is a byte like any other
    ["a", "400 field without colon"],
    [" a: b", "400 folded line"],
    ["\ta: b", "400 folded line"],
    [" a", "400 folded line"],
    [": b", "400 empty field name"],
    ["a : b", "400 space before colon"],
    ["a\t: b", "400 space before colon"],
    ["a b: c", "400 field name"],
    ["a(: c", "400 field name"],
    ["(a: c", "400 field name"],
    ["\xa0a: c", "400 field name"],
  ])("%j is read as %j", (text, read) => {
    expect(said(() => readField(text))).toEqual(read);
  });

  test("has its value whatever that is, without the blanks around it", () => {
    const value = fc.string({ unit: fc.constantFrom(" ", "\t", "a", ":", "\xa0", "\xff") });
    fc.assert(
      fc.property(value, (text) => {
        expect(readField(`A:${text}`)).toEqual(["a", text.replace(/^[ \t]+|[ \t]+$/g, "")]);
      }),
    );
  });
});
