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

test("a name that was typed is no new word", () => {
  expect(hasNewWords(["Menghubungi abcdef.html"], usual, ["abcdef.html"])).toBe(false);
  expect(hasNewWords(["Server tidak aktif"], usual, [])).toBe(true);
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
])("a trace of %s says nothing to a user", (_, trace) => {
  expect(withoutTraces(`Nama file: ${trace}Maaf\n`).replace(/\s+/g, " ")).toBe("Nama file: Maaf ");
});
