import { expect, test } from "vitest";
import { isAddress, pathOf } from "./path.js";

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
  ["an address has its end before a query, too", "http://a?q#b", "/?q"],
  ["of an address all is left out that comes after a hash", "http://a/b#c\nd#e", "/b"],
  ["an address in a name is part of it", "x/http://a/b", "/x/http://a/b"],
  ["of an address without a host nothing is left out", "http:///b", "/http:///b"],
  ["what a target may not have is encoded", '"<>\\^`{|}', "/%22%3C%3E%5C%5E%60%7B%7C%7D"],
  ["what it may have is not", "!$&'()*+,-.:;=@[]_~", "/!$&'()*+,-.:;=@[]_~"],
  ["a small code is encoded with two digits", "\t\x7f", "/%09%7F"],
  ["a line break cannot begin a header", "a\r\nX: y", "/a%0D%0AX:%20y"],
])("%s", (_, name, path) => {
  expect(pathOf(name)).toBe(path);
});

test.each([
  ["http://a", true],
  ["HTTPS://a/b", true],
  ["a/http://b", false],
  ["http://", false],
  ["httpx://a", false],
  ["ftp://a", false],
])("%j is a whole address: %s", (name, is) => {
  expect(isAddress(name)).toBe(is);
});
