import { expect, test } from "vitest";
import { Refusal } from "./refusal.js";
import { isHost, pathOf } from "./target.js";

test.each([
  "",
  "a",
  "a.b-c_d~",
  "127.0.0.1:80",
  "a:",
  ":80",
  "[::1]",
  "[::FFFF:1.2.3.4]:8080",
  "a%2Fb",
  "!$&'()*+,;=",
])("%j may be a host", (host) => {
  expect(isHost(host)).toBe(true);
});

test.each([
  "a b",
  " a",
  "a ",
  "a/b",
  "a@b",
  "a:b",
  "a:80:80",
  "a%2",
  "a%zz",
  "[::1",
  "::1",
  "[g]",
  "[]",
  "[::1]x",
  "x[::1]",
  "a#",
  'a"',
])("%j may not", (host) => {
  expect(isHost(host)).toBe(false);
});

test.each([
  ["GET", "/", "/"],
  ["GET", "/a?b?c", "/a"],
  ["GET", "/?", "/"],
  ["GET", "//a/../b", "//a/../b"],
  ["HEAD", "http://a/b?c", "/b"],
  ["GET", "HTTPS://a:80", "/"],
  ["GET", "http://a?b", "/"],
  ["GET", "http://[::1]:80/x", "/x"],
  ["OPTIONS", "*", "*"],
  ["OPTIONS", "/a?b", "/a"],
  ["CONNECT", "a:80", "a:80"],
  ["CONNECT", "[::1]:443", "[::1]:443"],
])("%s %s asks for %s", (method, target, path) => {
  expect(pathOf(method, target)).toBe(path);
});

test.each([
  ["GET", "/a#b"],
  ["OPTIONS", "*#"],
  ["CONNECT", "a:80#b"],
  ["CONNECT", "a"],
  ["CONNECT", "a:"],
  ["CONNECT", ":80"],
  ["CONNECT", "a:80x"],
  ["CONNECT", "a:b:80"],
  ["CONNECT", "x[::1]:80"],
  ["CONNECT", "[::1]:80x"],
  ["CONNECT", "[]:80"],
  ["CONNECT", "a@b:80"],
  ["CONNECT", "/"],
  ["CONNECT", "*"],
  ["GET", "*"],
  ["OPTIONS", "**"],
  ["GET", "a"],
  ["GET", "a/"],
  ["GET", "?a"],
  ["GET", "xhttp://a/"],
  ["GET", "http:/a/"],
  ["GET", "http://"],
  ["GET", "http:///b"],
  ["GET", "http://:80/"],
  ["GET", "http://a@b/"],
  ["GET", "ftp://a/"],
])("%s %s asks for nothing", (method, target) => {
  expect(() => pathOf(method, target)).toThrow(new Refusal(400, "target"));
});
