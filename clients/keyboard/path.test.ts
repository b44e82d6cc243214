import { expect, test } from "vitest";
import { pathOf } from "./path.js";

test.each([
  ["a name gets a slash in front", "index.html", "/index.html"],
  ["a slash that is there is not doubled", "/index.html", "/index.html"],
  ["a space is encoded", "my file.txt", "/my%20file.txt"],
  ["letters beyond ASCII are encoded as UTF-8", "é日.txt", "/%C3%A9%E6%97%A5.txt"],
  ["a character of two UTF-16 units is one", "😀", "/%F0%9F%98%80"],
  ["half a character is replaced, not an error", "\ud83d", "/%EF%BF%BD"],
  ["a hash belongs to the name", "c#.html", "/c%23.html"],
  ["what is encoded already stays", "a%20b", "/a%20b"],
  ["a query stays", "search?q=1", "/search?q=1"],
  ["a way out of the folder is sent as typed", "../../etc/passwd", "/../../etc/passwd"],
  ["of an address it is the path", "http://127.0.0.1:4321/a/index.html?q=1#top", "/a/index.html?q=1"],
  ["of an address without a path it is the root", "HTTPS://localhost", "/"],
  ["a line break cannot begin a header", "a\r\nX: y", "/a%0D%0AX:%20y"],
])("%s", (_, name, path) => {
  expect(pathOf(name)).toBe(path);
});
