import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Refusal } from "./refusal.js";
import { RequestReader } from "./request.js";

/** What the reader makes of the pieces: "GET /path", "400 reason" or "exit", one for each message. */
function read(pieces: Iterable<string>, keepOpen = false): string[] {
  const reader = new RequestReader(keepOpen);
  const seen: string[] = [];
  for (const piece of pieces) {
    reader.push(Buffer.from(piece, "latin1"));
    for (let message = reader.next(); message !== null; message = reader.next()) {
      if (message === "exit") return [...seen, "exit"];
      if (message instanceof Refusal) return [...seen, message.message];
      seen.push(`${message.method} ${message.path}${message.persistent ? "" : " close"}`);
    }
  }
  return seen;
}

const H = "Host: a\r\n";
const get = (fields: string) => `GET / HTTP/1.1\r\n${fields}\r\n`;
const line = (text: string) => `${text}\r\n${H}\r\n`;

/** What is sent, and what it is taken for. */
const cases: [name: string, bytes: string, ...expected: string[]][] = [
  ["a plain request", line("GET /a HTTP/1.1"), "GET /a"],
  ["several requests at once", line("GET /a HTTP/1.1") + line("HEAD /b HTTP/1.1"), "GET /a", "HEAD /b"],
  ["half a request", "GET / HTTP/1.1\r\nHost: a\r\n"],
  ["a query", line("GET /a?b=/../c HTTP/1.1"), "GET /a"],
  ["bytes above ASCII in a value", get(`${H}X: \xe9\xff\r\n`), "GET /"],
  ["blanks around a value", get("Host:\t a \t\r\n"), "GET /"],
  ["an empty value", get("Host:\r\n"), "GET /"],

  ["exit", "exit", "exit"],
  ["exit with CR LF", "exit\r\n", "exit"],
  ["exit with LF", "exit\n", "exit"],
  ["exit after a request", `${line("GET /a HTTP/1.1")}exit\n`, "GET /a", "exit"],
  ["EXIT", "EXIT\r\n", "400 request line"],

  ["one empty line before", `\r\n${line("GET / HTTP/1.1")}`, "GET /"],
  ["many empty lines before", "\r\n".repeat(5), "400 empty lines"],
  [
    "a few empty lines before each",
    `\r\n\r\n\r\n${line("GET /a HTTP/1.1")}`.repeat(3),
    "GET /a",
    "GET /a",
    "GET /a",
  ],
  ["an empty line with a bare LF", "\n", "400 bare LF"],
  ["a bare LF after the request line", "GET / HTTP/1.1\nHost: a\r\n\r\n", "400 bare LF"],
  ["a bare LF after a field", get("Host: a\n"), "400 bare LF"],
  ["a bare CR in the request line", line("GET /\rb HTTP/1.1"), "400 bare CR"],
  ["a bare CR in a field", get("Host: a\rb\r\n"), "400 bare CR"],
  ["a second CR at a line's end", get("Host: a\r\r\n"), "400 bare CR"],
  ["a NUL in a value", get(`${H}X: a\0b\r\n`), "400 control character"],
  ["an escape in a value", get(`${H}X: \x1b[1m\r\n`), "400 control character"],
  ["a DEL in a name", get(`${H}X\x7f: a\r\n`), "400 control character"],

  ["two spaces after the method", line("GET  / HTTP/1.1"), "400 request line"],
  ["two spaces before the version", line("GET /  HTTP/1.1"), "400 request line"],
  ["a tab in the request line", line("GET\t/ HTTP/1.1"), "400 method"],
  ["a space at the end of the request line", line("GET / HTTP/1.1 "), "400 request line"],
  ["a space at its start", line(" GET / HTTP/1.1"), "400 method"],
  ["a method that is no token", line("G(T / HTTP/1.1"), "400 method"],
  ["bytes above ASCII in the target", line("GET /\xe9 HTTP/1.1"), "400 request line"],
  ["HTTP/0.9", "GET /\r\n", "400 HTTP/0.9"],
  ["HTTP/2.0", line("PRI * HTTP/2.0"), "505 HTTP version"],
  ["HTTP/0.9 in words", line("GET / HTTP/0.9"), "505 HTTP version"],
  ["HTTP/1.2", line("GET / HTTP/1.2"), "GET /"],
  ["HTTP/1", line("GET / HTTP/1"), "400 HTTP version"],
  ["HTTP/1.10", line("GET / HTTP/1.10"), "400 HTTP version"],
  ["http/1.1", line("GET / http/1.1"), "400 HTTP version"],

  ["a target of 8000 bytes", line(`GET /${"a".repeat(7999)} HTTP/1.1`), `GET /${"a".repeat(7999)}`],
  ["a longer one", line(`GET /${"a".repeat(8000)} HTTP/1.1`), "414 target too long"],
  ["a line that never ends", `GET /${"a".repeat(9000)}`, "414 target too long"],
  ["a method that never ends", "A".repeat(9000), "501 method too long"],
  ["noise that never ends", "\x01\x03".repeat(9000), "400 method"],
  ["the start of TLS, which waits for an answer", "\x16\x03\x01\x02\x00", "400 TLS"],
  ["100 fields", get(H + "A: b\r\n".repeat(99)), "GET /"],
  ["101 fields", get(H + "A: b\r\n".repeat(100)), "431 too many fields"],
  ["a field that never ends", `GET / HTTP/1.1\r\nA: ${"b".repeat(17_000)}`, "431 fields too large"],
  [
    "fields that are too large together",
    get(`${H}A: ${"b".repeat(9000)}\r\nB: ${"b".repeat(9000)}\r\n`),
    "431 fields too large",
  ],

  ["a folded line", get(`${H}A: b\r\n c\r\n`), "400 folded line"],
  ["a folded line at once", get(` ${H}`), "400 folded line"],
  ["a space before the colon", get("Host : a\r\n"), "400 space before colon"],
  ["no colon", get(`${H}nothing\r\n`), "400 field without colon"],
  ["no name", get(`${H}: a\r\n`), "400 empty field name"],
  ["a space in a name", get(`${H}A b: c\r\n`), "400 field name"],

  ["no Host", get(""), "400 Host missing"],
  ["no Host in HTTP/1.0", "GET / HTTP/1.0\r\n\r\n", "GET / close"],
  ["two Hosts", get(H + H), "400 Host invalid"],
  ["two Hosts in HTTP/1.0", `GET / HTTP/1.0\r\n${H}${H}\r\n`, "400 Host invalid"],
  ["a Host with a path", get("Host: a/b\r\n"), "400 Host invalid"],
  ["a Host with a user", get("Host: a@b\r\n"), "400 Host invalid"],
  ["a Host with a space", get("Host: a b\r\n"), "400 Host invalid"],
  ["a Host with a wrong port", get("Host: a:b\r\n"), "400 Host invalid"],
  ["a Host that is an IPv6 address", get("Host: [::1]:80\r\n"), "GET /"],

  ["absolute form", line("GET http://b:80/c?d HTTP/1.1"), "GET /c"],
  ["absolute form without a path", line("GET HTTP://b HTTP/1.1"), "GET /"],
  ["absolute form without Host", "GET http://b/ HTTP/1.1\r\n\r\n", "400 Host missing"],
  ["absolute form without a host in it", line("GET http:///c HTTP/1.1"), "400 target"],
  ["absolute form with a user", line("GET http://u@b/ HTTP/1.1"), "400 target"],
  ["another scheme", line("GET ftp://b/ HTTP/1.1"), "400 target"],
  ["no form", line("GET a HTTP/1.1"), "400 target"],
  ["a fragment", line("GET /a#b HTTP/1.1"), "400 target"],
  ["authority form for GET", line("GET a:80 HTTP/1.1"), "400 target"],
  ["authority form for CONNECT", line("CONNECT a:80 HTTP/1.1"), "CONNECT a:80 close"],
  ["CONNECT without a port", line("CONNECT a HTTP/1.1"), "400 target"],
  ["an asterisk for OPTIONS", line("OPTIONS * HTTP/1.1"), "OPTIONS *"],
  ["an asterisk for GET", line("GET * HTTP/1.1"), "400 target"],

  ["a body", `${get(`${H}Content-Length: 5\r\n`)}exit\n${line("GET /b HTTP/1.1")}`, "GET /", "GET /b"],
  ["an empty body", get(`${H}Content-Length: 0\r\n`) + line("GET /b HTTP/1.1"), "GET /", "GET /b"],
  ["a length with zeros before", `${get(`${H}Content-Length: 0005\r\n`)}abcde`, "GET /"],
  ["two equal lengths", get(`${H}Content-Length: 5\r\nContent-Length: 5\r\n`), "400 Content-Length"],
  ["two different lengths", get(`${H}Content-Length: 5\r\nContent-Length: 6\r\n`), "400 Content-Length"],
  ...["5, 5", "+5", "-5", "5 5", "0x5", "5e1", "5.0", "", "9".repeat(20), "9".repeat(400)].map(
    (value): [string, string, string] => [
      `the length ${JSON.stringify(value.slice(0, 30))}`,
      get(`${H}Content-Length: ${value}\r\n`),
      "400 Content-Length",
    ],
  ),
  ["a transfer coding", get(`${H}Transfer-Encoding: chunked\r\n`), "501 Transfer-Encoding"],
  [
    "a transfer coding with a length",
    get(`${H}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n`),
    "400 Transfer-Encoding with Content-Length",
  ],
  [
    "a transfer coding in HTTP/1.0",
    "GET / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n",
    "400 Transfer-Encoding in HTTP/1.0",
  ],

  ["Connection: close", get(`${H}Connection: x, Close\r\n`), "GET / close"],
  ["Connection: keep-alive in HTTP/1.0", "GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n", "GET /"],
  ["close and keep-alive", get(`${H}Connection: keep-alive\r\nConnection: close\r\n`), "GET / close"],
  ["Expect with a body", get(`${H}Expect: 100-continue\r\nContent-Length: 5\r\n`), "GET / close"],
  ["Expect without a body", get(`${H}Expect: 100-continue\r\n`), "GET /"],
];

describe("the reader takes", () => {
  test.each(cases)("%s for what it is", (_, bytes, ...expected) => {
    expect(read([bytes])).toEqual(expected);
  });
});

describe("the reader takes at the most", () => {
  const head = (bytes: number) => `GET / HTTP/1.1\r\n${`${H}A: `.padEnd(bytes - 4, "b")}\r\n\r\n`;

  test("16 KiB of fields, with the empty line after them", () => {
    expect(read([head(16_384)])).toEqual(["GET /"]);
    expect(read([head(16_385)])).toEqual(["431 fields too large"]);
    expect(read([head(16_384), head(16_384)])).toEqual(["GET /", "GET /"]);
  });

  test("8 KiB of a first line, with its end", () => {
    const first = (bytes: number) => line(`${"M".repeat(bytes - 13)} / HTTP/1.1`);
    expect(read([first(8192)])).toEqual([`${"M".repeat(8179)} /`]);
    expect(read([first(8193)])).toEqual(["414 target too long"]);
  });

  test("four empty lines before a request, before each of them", () => {
    const four = "\r\n".repeat(4) + line("GET / HTTP/1.1");
    expect(read([four])).toEqual(["GET /"]);
    expect(read([four, four, four])).toEqual(["GET /", "GET /", "GET /"]);
    expect(read(["\r\n".repeat(4), `\r\n${four}`])).toEqual(["400 empty lines"]);
  });
});

test("a request is read in two pieces, wherever a line is cut, and another one after it", () => {
  const post = "POST /a HTTP/1.1\r\nHost: a\r\nA: b\r\nContent-Length: 4\r\n\r\nbody";
  for (const at of [1, 4, 17, 18, 20, 27, 28, 33, 52, 53, 54, 56, post.length - 1])
    expect(read([post.slice(0, at), post.slice(at) + line("GET /b HTTP/1.1")]), `cut at ${at}`).toEqual([
      "POST /a",
      "GET /b",
    ]);
});

test("fields of one name are joined in their order, and forgotten with their request", () => {
  const reader = new RequestReader();
  reader.push(Buffer.from(`${get(`${H}A: 1\r\nB: 2\r\na: 3\r\n`)}${line("GET /b HTTP/1.0")}`));
  expect(reader.next()).toMatchObject({
    target: "/",
    version: "1.1",
    headers: new Map([
      ["host", "a"],
      ["a", "1, 3"],
      ["b", "2"],
    ]),
  });
  expect(reader.next()).toMatchObject({ version: "1.0", headers: new Map([["host", "a"]]) });
});

test("input is unread while a request is not whole, or its body is still to come", () => {
  const reader = new RequestReader();
  const seen = (bytes: string) => {
    reader.push(Buffer.from(bytes));
    return [reader.unread, reader.next() !== null, reader.unread];
  };
  expect(reader.unread).toBe(false);
  expect(seen("GE")).toEqual([true, false, true]);
  expect(seen(`T / HTTP/1.1\r\n`)).toEqual([true, false, true]);
  expect(seen(`${H}Content-Length: 4\r\n\r\n`)).toEqual([true, true, true]);
  expect(seen("bo")).toEqual([true, false, true]);
  expect(seen("dy")).toEqual([false, false, false]);
});

test("exit is believed when it is all that has come, after what was taken before", () => {
  expect(read(["ex", "it"])).toEqual(["exit"]);
  expect(read([`${line("GET /a HTTP/1.1")}\r\n`, "exit"])).toEqual(["GET /a", "exit"]);
  expect(read(["exits"])).toEqual([]);
  expect(read(["xexit"])).toEqual([]);
});

test("a request that comes again is no other request, nor the same with more behind it", () => {
  const a = line("GET /a HTTP/1.1");
  expect(read([a, a + a, a])).toEqual(["GET /a", "GET /a", "GET /a", "GET /a"]);
  expect(read([a, line("GET /b HTTP/1.1"), a])).toEqual(["GET /a", "GET /b", "GET /a"]);
  expect(read([a, a.slice(0, 5), a.slice(5), a])).toEqual(["GET /a", "GET /a", "GET /a"]);
  const body = get(`${H}Content-Length: ${a.length}\r\n`);
  expect(read([a, body, a, a])).toEqual(["GET /a", "GET /", "GET /a"]); // the first a after it is its body
  expect(read([a, "\r\n\r\n\r\n\r\n", a, "\r\n\r\n\r\n\r\n", a])).toEqual(["GET /a", "GET /a", "GET /a"]);
});

test("HTTP/1.0 stays when the server was told to keep connections open, unless the client says close", () => {
  expect(read(["GET / HTTP/1.0\r\n\r\n"], true)).toEqual(["GET /"]);
  expect(read(["GET / HTTP/1.0\r\nConnection: close\r\n\r\n"], true)).toEqual(["GET / close"]);
});

describe("however the network cuts the bytes, the reader sees the same", () => {
  const short = cases.filter(([, bytes]) => bytes.length < 500);

  test.each(short)("%s, cut anywhere", (_, bytes, ...expected) => {
    for (let at = 1; at < bytes.length; at++) {
      expect(read([bytes.slice(0, at), bytes.slice(at)]), `cut at ${at}`).toEqual(expected);
    }
  });

  test.each(cases)("%s, byte by byte", (_, bytes, ...expected) => {
    expect(read(bytes)).toEqual(expected);
  });

  test("any bytes, in any pieces", () => {
    const words = [
      "GET",
      " ",
      "/",
      "HTTP/1.1",
      "\r\n",
      "\n",
      "Host: a",
      "Content-Length: 3",
      ":",
      "x",
      "\0",
      "\xff",
      "\t",
    ];
    const anything = fc.array(
      fc.oneof(fc.constantFrom(...words), fc.constantFrom(...cases.map(([, bytes]) => bytes))),
    );
    fc.assert(
      fc.property(anything, fc.array(fc.nat({ max: 40 })), (parts, cuts) => {
        const bytes = parts.join("");
        fc.pre(!bytes.includes("exit")); // "exit" is believed as soon as it is all there is: that does depend on the cuts
        const pieces: string[] = [];
        let at = 0;
        for (const cut of cuts) {
          pieces.push(bytes.slice(at, at + cut));
          at += cut;
        }
        expect(read([...pieces, bytes.slice(at)])).toEqual(read([bytes]));
      }),
      { numRuns: 1000 },
    );
  });
});

test("another client's request is read as if nobody had sent it before, whatever its server was told", () => {
  const old = "GET / HTTP/1.0\r\n\r\n";
  const stays = (keepOpen: boolean) => {
    const reader = new RequestReader(keepOpen);
    reader.push(Buffer.from(old));
    const request = reader.next();
    expect(reader.next()).toBeNull();
    return request !== null && typeof request === "object" && "persistent" in request && request.persistent;
  };
  expect([false, false, true, true, false].map(stays)).toEqual([false, false, true, true, false]);
});

test("requests that come again, each in a piece of its own, are read as those that come at once", () => {
  const some = fc.constantFrom(
    ...cases.slice(0, 12).map(([, bytes]) => bytes),
    line("GET /c HTTP/1.1"),
    "\r\n",
  );
  fc.assert(
    fc.property(fc.array(some, { maxLength: 12 }), (requests) => {
      fc.pre(!requests.join("").includes("exit"));
      expect(read(requests)).toEqual(read([requests.join("")]));
    }),
  );
  const reader = new RequestReader();
  for (const path of ["/a", "/a", "/b", "/a"]) {
    reader.push(Buffer.from(line(`GET ${path} HTTP/1.1`)));
    expect(reader.next()).toMatchObject({ path });
    expect([reader.next(), reader.unread]).toEqual([null, false]);
  }
});

test("a body is skipped without being kept", () => {
  const reader = new RequestReader();
  const size = 256 * 1024 * 1024;
  reader.push(Buffer.from(`GET / HTTP/1.1\r\n${H}Content-Length: ${size}\r\n\r\n`));
  expect(reader.next()).toMatchObject({ path: "/" });
  const before = process.memoryUsage().arrayBuffers;
  const piece = Buffer.alloc(1024 * 1024);
  for (let sent = 0; sent < size; sent += piece.length) {
    reader.push(piece);
    expect(reader.next()).toBeNull();
  }
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(4 * 1024 * 1024);
  expect(reader.unread).toBe(false);
  reader.push(Buffer.from(line("GET /b HTTP/1.1")));
  expect(reader.next()).toMatchObject({ path: "/b" });
});

test("a hundred times as many bytes, one by one, take about a hundred times as long", () => {
  const timeOf = (size: number) => {
    const bytes = `GET / HTTP/1.1\r\nA: ${"b".repeat(size)}`;
    const start = performance.now();
    read(bytes);
    return performance.now() - start;
  };
  const least = (size: number) => Math.min(...Array.from({ length: 5 }, () => timeOf(size)));
  least(16_000);
  expect(least(16_000)).toBeLessThan(100 * 8 * Math.max(least(160), 0.02));
});
