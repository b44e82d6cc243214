// What in a client's output is new, and what it asks for.

import { expect, test } from "vitest";
import { hasNewWords, newLines } from "./printed.js";

const usual = {
  text: "Client siap\nMenghubungi 127.0.0.1 port 40123 ...\nNama file: HTTP/1.1 200 OK\nTerima kasih\n",
  prompts: ["Nama file: "],
};

test.each([
  [
    "only the opening, a prompt and other numbers",
    "Client siap\nMenghubungi 127.0.0.1 port 5 ...\nNama file: ",
    [],
  ],
  ["a prompt that came twice", "Client siap\nNama file: Nama file: ", []],
  ["a sentence after a prompt", "Nama file: Gagal terhubung\n", ["Nama file: Gagal terhubung"]],
])("new lines: %s", (_, text, lines) => {
  expect(newLines(text, usual, [])).toEqual(lines);
});

test("a name that was typed is no new word", () => {
  expect(hasNewWords(["Menghubungi abcdef.html"], usual, ["abcdef.html"])).toBe(false);
  expect(hasNewWords(["Server tidak aktif"], usual, [])).toBe(true);
});

test("what is printed besides letters is no line to be read", () => {
  expect(newLines("=====\n12 %\n", usual, [])).toEqual([]);
});

test("a prompt is taken from the front of a line only, and an empty one is none", () => {
  const asks = { text: "Siap\n", prompts: ["", "File: "] };
  expect(newLines("File: Siap\n", asks, [])).toEqual([]);
  expect(newLines("Maaf File: \n", asks, [])).toEqual(["Maaf File: "]);
});

test("what was usual after a prompt is usual without it", () => {
  expect(newLines("HTTP/1.1 200 OK\r\nMaaf\r\n", usual, [])).toEqual(["Maaf"]);
});

test("a name that was typed is taken for any other, if it is too long for a word of a sentence", () => {
  const page = { text: "Meminta abcdef.html dari server\n", prompts: [] };
  expect(newLines("Meminta zyxwvu.html dari server\n", page, ["abcdef.html", "zyxwvu.html"])).toEqual([]);
  expect(newLines("Meminta zyxwvu.html dari server\n", page, ["abcdef.html"])).toHaveLength(1);
  const short = { text: "kata exit\n", prompts: [] };
  expect(newLines("kata lain\n", short, ["exit", "lain"])).toHaveLength(1);
  expect(newLines("kata lainn\n", { text: "kata exits\n", prompts: [] }, ["exits", "lainn"])).toEqual([]);
});

test.each([
  [["Error"], false],
  [["ERRORS: 5"], false],
  [["Exception!"], false],
  [["Kesalahan, galat"], false],
  [["Terrorism"], true],
  [["Terror"], true],
  [["Errorless"], true],
  [["Client siap", "a b c"], false], // single letters are no words
  [["Error", "timeout"], true],
  [["Siap"], false],
  [["5 %"], false],
])("%j has new words: %s", (lines, has) => {
  expect(hasNewWords(lines, usual, [])).toBe(has);
});

test("where a number or a name stood there is something else than nothing", () => {
  expect(newLines("Coba\n", { text: "Coba 1\n", prompts: [] }, [])).toEqual(["Coba"]);
  expect(newLines("Isi\n", { text: "Isi abcdef\n", prompts: [] }, ["abcdef"])).toEqual(["Isi"]);
});

test("lines are told apart when their words are counted", () => {
  expect(hasNewWords(["Nama", "file"], { text: "Nama\nfile\n", prompts: [] }, [])).toBe(false);
});
