import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { smallPage } from "../pages.js";
import { type Difference, differenceOf } from "./page-difference.js";

const PNG = Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), Buffer.from([...Array(256).keys()])]);
const EMOJI = Buffer.from(
  "<!DOCTYPE html>\n<html><head><title>kata</title></head>\n<p>\u{1f600} é 日本語 word</p>\n",
);
const page = smallPage().content;
const also = (file: Buffer, text: string) => Buffer.concat([file, Buffer.from(text)]);
const asText = (file: Buffer) => file.toString("utf8");

describe("a page that came out different", () => {
  const table: [Difference, string, Buffer, Buffer][] = [
    ["line end after it", "as the textbook's skeleton sends it", also(page, "\r\n"), page],
    ["line end after it", "by a println", also(page, "\n"), page],
    ["something after it", "two line ends", also(page, "\r\n\r\n"), page],
    ["something after it", "another answer", also(page, "HTTP/1.1 200 OK\r\n"), page],
    ["something before it", "a second empty line", Buffer.concat([Buffer.from("\r\n"), page]), page],
    [
      "something before it",
      "fields after the empty line",
      Buffer.concat([Buffer.from("A: b\r\n\r\n"), page]),
      page,
    ],
    [
      "something before it",
      "with a line end after it",
      also(Buffer.concat([Buffer.from("\r\n"), page]), "\n"),
      page,
    ],
    ["empty", "a head alone", Buffer.alloc(0), page],
    ["cut short", "a part of it", page.subarray(0, 100), page],
    ["cut short", "emoji, cut in another place", EMOJI.subarray(0, EMOJI.length - 20), EMOJI],
    ["letters counted", "in code points", EMOJI.subarray(0, [...asText(EMOJI)].length), EMOJI],
    ["letters counted", "in UTF-16 units", EMOJI.subarray(0, asText(EMOJI).length), EMOJI],
    ["line ends", "written as on Windows", Buffer.from(asText(page).replaceAll("\n", "\r\n")), page],
    ["line ends", "left out, as by a readLine", Buffer.from(asText(page).replaceAll("\n", "")), page],
    ["text made of bytes", "UTF-8 read as Latin-1", Buffer.from(EMOJI.toString("latin1")), EMOJI],
    [
      "text made of bytes",
      "written as ASCII",
      Buffer.from(asText(EMOJI).replaceAll(/[^ -~\n]/g, "?")),
      EMOJI,
    ],
    ["text made of bytes", "a picture read as UTF-8", Buffer.from(asText(PNG)), PNG],
    ["other page", "one of the same kind", smallPage().content, page],
    ["other page", "a text written in the program", Buffer.from("<h1>Hello World</h1>"), EMOJI],
    ["other page", "a text written in the program, for a picture", Buffer.from("<h1>Hello World</h1>"), PNG],
    ["other bytes", "one byte in the middle", Buffer.from(asText(page).replace("</h1>", "</h2>")), page],
  ];

  test.each(table)("is told as: %s (%s)", (difference, _, came, file) => {
    expect(differenceOf(came, file)).toBe(difference);
  });

  test("is never told as text when its English letters differ, nor as a line end when more comes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 400 }), (bytes) => {
        const came = Buffer.from(bytes);
        fc.pre(!came.equals(PNG));
        const difference = differenceOf(came, PNG);
        if (difference === "line end after it") expect(came.length - PNG.length).toBeLessThan(3);
        if (difference === "text made of bytes")
          expect(came.filter((byte) => byte > 63 && byte < 128)).toEqual(
            PNG.filter((byte) => byte > 63 && byte < 128),
          );
      }),
    );
  });
});
