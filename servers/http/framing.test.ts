import { expect, test } from "vitest";
import { bodyLength, checkHost, persists } from "./framing.js";
import { Refusal } from "./refusal.js";
import type { RequestLine } from "./syntax.js";

const fields = (some: Record<string, string>) => new Map(Object.entries(some));
/** What it says, or why it refuses. */
function said<T>(ask: () => T): T | string {
  try {
    return ask();
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

test.each([
  [{}, "1.1", "400 Host missing"],
  [{}, "1.0", undefined],
  [{ host: "" }, "1.1", undefined],
  [{ host: "a:80" }, "1.0", undefined],
  [{ host: "a, a" }, "1.1", "400 Host invalid"],
  [{ host: "a/b" }, "1.0", "400 Host invalid"],
] as const)("the host in %j of HTTP/%s: %s", (some, version, refusal) => {
  expect(said(() => checkHost(fields(some), version))).toBe(refusal);
});

test.each([
  [{}, "1.1", 0],
  [{ "content-length": "0" }, "1.1", 0],
  [{ "content-length": "0012" }, "1.0", 12],
  [{ "content-length": "9007199254740991" }, "1.1", Number.MAX_SAFE_INTEGER],
  [{ "content-length": "9007199254740992" }, "1.1", "400 Content-Length"],
  [{ "content-length": "" }, "1.1", "400 Content-Length"],
  [{ "content-length": "5 " }, "1.1", "400 Content-Length"],
  [{ "content-length": " 5" }, "1.1", "400 Content-Length"],
  [{ "transfer-encoding": "" }, "1.1", "501 Transfer-Encoding"],
  [{ "transfer-encoding": "chunked" }, "1.0", "400 Transfer-Encoding in HTTP/1.0"],
  [
    { "transfer-encoding": "chunked", "content-length": "5" },
    "1.0",
    "400 Transfer-Encoding with Content-Length",
  ],
] as const)("the body after %j of HTTP/%s has the length %s", (some, version, length) => {
  expect(said(() => bodyLength(fields(some), version))).toBe(length);
});

const line = (version: RequestLine["version"], method = "GET"): RequestLine => ({
  method,
  target: "/",
  version,
});

test.each([
  ["1.1", {}, 0, false, true],
  ["1.1", {}, 5, false, true],
  ["1.0", {}, 0, false, false],
  ["1.0", {}, 0, true, true],
  ["1.0", { connection: "Keep-Alive" }, 0, false, true],
  ["1.0", { connection: "keep-alive, close" }, 0, true, false],
  ["1.0", { connection: "keep-alives" }, 0, false, false],
  ["1.0", { connection: "keep-alive", expect: "100-continue" }, 5, false, true], // 1.0 knows no 100
  ["1.1", { connection: "x , CLOSE" }, 0, true, false],
  ["1.1", { connection: "closed" }, 0, false, true],
  ["1.1", { expect: "100-continue" }, 1, true, false],
  ["1.1", { expect: "100-continue" }, 0, false, true],
  ["1.1", { expect: "x, 100-Continue" }, 5, false, false],
  ["1.1", { expect: "200-ok" }, 5, false, true],
] as const)(
  "HTTP/%s with %j and a body of %i stays (told to: %s): %s",
  (version, some, body, keepOpen, stays) => {
    expect(persists(line(version), fields(some), body, keepOpen)).toBe(stays);
  },
);

test("a tunnel stays for nobody, however it is asked for", () => {
  expect(persists(line("1.1", "CONNECT"), fields({}), 0, true)).toBe(false);
  expect(persists(line("1.0", "CONNECT"), fields({ connection: "keep-alive" }), 0, true)).toBe(false);
});
