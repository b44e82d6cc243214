// What in a client's output is new, and what it asks for.

import { expect, test } from "vitest";
import { hasNewWords, newLines, withoutTraces } from "./printed.js";

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

test("what only looks like a trace is left", () => {
  for (const text of [
    "java.net.ConnectException: Connection refused\nMaaf\n", // a client's own sentence, without a place
    "Traceback (most recent call last):\nMaaf\n",
    "see http://x/y:80\nMaaf\n    at home\n",
    "file:x:1\nMaaf\n ^\nkata\n",
  ])
    expect(withoutTraces(text)).toBe(text);
});

test.each([
  "java.io.IOException: x\n\tat a.B.c(D.java:1)",
  'Traceback (most recent call last):\n  File "c.py", line 1\nValueError: x',
  "/tmp/c.js:12\nx\n^\nError\n    at x (/tmp/c.js:12:1)",
])("a trace may be the last that is printed: %j", (trace) => {
  expect(withoutTraces(`Maaf\n${trace}`)).toBe("Maaf\n\n");
});

test("where a trace was, the lines before and after it do not become one", () => {
  expect(withoutTraces("File: Traceback (most recent call last):\n  x\nValueError: x\nMaaf")).toBe(
    "File: \nMaaf",
  );
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
  [["Errorless"], true],
  [["Client siap", "a b c"], false], // single letters are no words
  [["Error", "timeout"], true],
  [["Siap"], false],
  [["5 %"], false],
])("%j has new words: %s", (lines, has) => {
  expect(hasNewWords(lines, usual, [])).toBe(has);
});

test("lines are told apart when their words are counted", () => {
  expect(hasNewWords(["Nama", "file"], { text: "Nama\nfile\n", prompts: [] }, [])).toBe(false);
});

test.each([
  [
    "Java",
    "java.net.ConnectException: Connection refused\n\tat java.base/sun.nio.ch.Net.pollConnect(Native Method)\n\tat Client.main(Client.java:6)\n",
  ],
  [
    "Python",
    'Traceback (most recent call last):\n  File "client.py", line 3, in <module>\n    s.connect(a)\nConnectionRefusedError: [Errno 111] Connection refused\n',
  ],
  [
    "Java, in a thread",
    'Exception in thread "main" java.net.ConnectException: Connection refused\n\tat a.B.c(D.java:1)\nCaused by: java.io.IOException\n\tat a.B.c(D.java:1)\n\t... 12 more\n',
  ],
  ["Java, without a line", "java.lang.NullPointerException\n  at a.B.c(D.java:1)\n  at a.B.d(D.java:2)\n"],
  [
    "Python, twice",
    'Traceback (most recent call last):\n  File "c.py", line 3\nKeyError\n\nDuring handling of the above exception, another exception occurred:\n\n\nTraceback (most recent call last):\n  File "c.py", line 4\n    x()\nValueError: x\n',
  ],
  [
    "Node",
    "node:events:497\n      throw er; // Unhandled 'error' event\n      ^\n\nError: connect ECONNREFUSED 127.0.0.1:1\n    at TCPConnectWrap.afterConnect [as oncomplete] (node:net:1611:16)\n    at x (node:y:1:1)\n",
  ],
  [
    "Node, in a file",
    "file:///tmp/c.mjs:3\n  nothing();\n  ^^^^^\n\nReferenceError: nothing\n    at file:///tmp/c.mjs:3:1\n",
  ],
  ["Node, at a path", "/tmp/c.js:12\nx\n^\nError\n    at x (/tmp/c.js:12:1)\n"],
])("a trace of %s says nothing to a user", (_, trace) => {
  expect(withoutTraces(`Nama file: ${trace}Maaf\n`).replace(/\s+/g, " ")).toBe("Nama file: Maaf ");
});
