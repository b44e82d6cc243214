// Where an error came from, as runtimes print it; and what a client can print to keep a reader busy.

import { expect, test } from "vitest";
import { saysGone, showsCrash } from "./crash.js";
import { wantsConsole } from "./judge.js";
import { hasNewWords, newLines } from "./printed.js";
import { shownIn } from "./shown.js";
import { withoutTraces } from "./traces.js";
import { transcript } from "./transcript.test-data.js";

test("what only looks like a trace is left", () => {
  for (const text of [
    "java.net.ConnectException: Connection refused\nMaaf\n", // a client's own sentence, without a place
    "Traceback (most recent call last):\nMaaf\n",
    "see http://x/y:80\nMaaf\n    at home\n",
    "file:x:1\nMaaf\n ^\nkata\n",
    "file:x:1\n    at home\n ^\n",
    "file:x:1\n    at home\n ^\n    atlas\n",
    "file:x:1\nMaaf\n ^ kata\nx\n    at home\n",
    "filex:1\nMaaf\n ^\nx\n    at home\n",
    "file:x:1 kata\nMaaf\n ^\nx\n    at home\n",
    "file:x:\nMaaf\n ^\nx\n    at home\n",
    "file::1x\nMaaf\n ^\nx\n    at home\n",
    "Kata\n\tat home\n",
    "java.net.Connect\nat home\n",
    "java.net.Connect\n\tatlas\n",
    "java.net.Connect\n\t... many more\n",
    "Java.net.connect\n\tat home\n",
    "During handling of the above exception\n\nMaaf\n  kata\n",
    "During handling of the above exception\n",
    "Traceback (most recent call last): no\n  x\ny\n",
  ])
    expect(withoutTraces(text)).toBe(text);
});

test.each([
  "java.io.IOException: x\n\tat a.B.c(D.java:1)",
  'Traceback (most recent call last):\n  File "c.py", line 1\nValueError: x',
  "/tmp/c.js:12\nx\n^\nError\n    at x (/tmp/c.js:12:1)",
])("a trace may be the last that is printed: %j", (trace) => {
  expect(withoutTraces(`Maaf\n${trace}`)).toBe("Maaf\n");
});

test("where a trace was, the lines before and after it do not become one", () => {
  expect(withoutTraces("File: Traceback (most recent call last):\n  x\nValueError: x\nMaaf")).toBe(
    "File: \nMaaf",
  );
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

test("between two traces, and after the last, what is said is left", () => {
  const java = "a.b.C: x\n\tat a.b.C.d(C.java:1)\n";
  const python = 'Traceback (most recent call last):\n  File "c.py"\nKeyError: x\n';
  const node = "/c.js:1\nx\n^\n\nError: x\n    at x\n    at y\n";
  expect(withoutTraces(`${java}one\n${python}two\n${node}three\n`)).toBe("\none\n\ntwo\n\nthree\n");
  expect(withoutTraces("see x (a.b.C: x\n\tat a\n")).toBe("see x (\n");
  expect(withoutTraces("File: /a b/c.js:1\nx\n^\nError\n    at x\n")).toBe("File: /a b\n");
  expect(withoutTraces("x\tnode:y:1\nx\n^^\n    at x\n")).toBe("x\t\n");
});

test.each([
  "a",
  "a.",
  "a.A ",
  "/",
  " ",
  "1",
  ".rb:1:in ",
  "NullPointerException ",
  'Exception in thread "',
  "During handling of the above exception",
  "\n",
  "/a:1\nx\n^\n",
  "a.A\n at \n",
  "Traceback (most recent call last):\n",
])("a client that prints %j without end is read in no time to speak of", (unit) => {
  const length = unit.includes("\n") ? 150_000 : 300_000;
  const text = unit.repeat(length / unit.length); // with the square of that, the test would not end in time
  const usual = { text: "x", prompts: ["a", "/ "] };
  withoutTraces(text);
  showsCrash(null, text);
  saysGone(text);
  wantsConsole(transcript({ output: [text] }));
  hasNewWords(newLines(text, usual, []), usual, []);
  expect(shownIn({ turn: text, all: text, late: false, word: "qwxz" }, usual, []).shown).not.toBe("yes");
});
