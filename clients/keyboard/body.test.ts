import { describe, expect, test } from "vitest";
import { ResponseReader } from "../response.js";
import { cleanLines, readBody } from "./body.js";

function bodyOf(bytes: string | Buffer, type = "text/html") {
  const reader = new ResponseReader();
  reader.push(Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\n\r\n`));
  reader.push(Buffer.from(bytes as string));
  return readBody(reader.response!);
}

describe("a body", () => {
  test.each([
    ["up to 64 lines is short", "x\n".repeat(64), { lines: 64, short: true }],
    ["of 65 lines is not", "x\n".repeat(65), { lines: 65, short: false }],
    ["up to 4 KiB is short", "x".repeat(4096), { lines: 1, short: true }],
    ["of one byte more is not", "x".repeat(4097), { lines: 1, short: false }],
    ["with a NUL is no text, whatever its type says", "a\0b", { text: null, lines: null, short: false }],
    ["that is not UTF-8 is no text", Buffer.from([0x89, 0x50, 0xff, 0xd8]), { text: null }],
    ["that is empty has no line", "", { text: "", lines: 0, short: true }],
    ["has as many lines as ends of lines, of either kind", "a\r\nb\r\n", { lines: 2 }],
    ["has a last line without an end", "a\n\nb", { lines: 3 }],
    ["with tabs, form feeds and escapes is text", "\t\n\v\f\r\u001b", { text: "\t\n\v\f\r\u001b" }],
    ["with a backspace is no text", "a\b", { text: null }],
    ["with the end of a file in it is no text", "a\u001a", { text: null }],
    ["with a separator of files in it is no text", "a\u001c", { text: null }],
    ["in UTF-8 is text", "Halo, dunia é", { text: "Halo, dunia é" }],
  ])("%s", (_, bytes, expected) => {
    expect(bodyOf(bytes)).toMatchObject(expected);
  });

  test("is read in the character set that was announced", () => {
    expect(bodyOf(Buffer.from([0xe9]), "text/html; charset=iso-8859-1").text).toBe("é");
  });

  test("is read in it also where it stands in quotes, in any case, and where none was announced", () => {
    expect(bodyOf(Buffer.from([0xe9]), 'text/html; Charset="ISO-8859-1"').text).toBe("é");
    const reader = new ResponseReader();
    reader.push(Buffer.from("HTTP/1.1 200 OK\r\n\r\né"));
    expect(readBody(reader.response!).text).toBe("é");
  });

  test("of bytes that are none of its character set is no text, known or not", () => {
    expect(bodyOf(Buffer.from([0xff]), "text/html; charset=klingon").text).toBeNull();
    expect(bodyOf(Buffer.from([0x1b, 0x24]), "text/html; charset=utf-8").text).not.toBeNull();
    expect(bodyOf(Buffer.from([0xe9]), "text/html; charset=utf-8").text).toBeNull();
  });

  test("in a character set that nobody knows is tried as UTF-8", () => {
    expect(bodyOf("é", "text/html; charset=klingon").text).toBe("é");
  });
});

test.each([
  ["keeps indentation and tabs", "a\n  b\tc", "a\n  b\tc"],
  ["takes every end of a line for one", "a\r\nb\rc", "a\nb\nc"],
  ["takes out colours and cursor movements", "\u001b[31mred\u001b[2J\u001b[H", "red"],
  ["shows what is left of a broken sequence", "\u001b\u001b[31m[31mx", "^[[31mx"],
  ["shows a bell", "a\u0007", "a^G"],
  ["takes out C1 controls", "a\u009b31mb\u0085", "ab"],
  ["shows a DEL", "a\u007f", "a^?"],
  ["takes out halves of characters", "a\ud83db", "ab"],
  ["takes out marks that turn text round", "a\u202eb", "ab"],
])("a cleaned text %s", (_, text, clean) => {
  expect(cleanLines(text)).toBe(clean);
});
