import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ResponseReader } from "./response.js";

/** What a reader makes of these pieces; `closed`: the server closes after them. */
function read(pieces: Uint8Array[], closed: boolean) {
  const reader = new ResponseReader();
  for (const piece of pieces) reader.push(Buffer.from(piece));
  if (closed) reader.end();
  const { response, broken } = reader;
  if (response === null) return { broken };
  const { status, headers, framing, bytes, complete } = response;
  const body = Buffer.concat(response.body).toString("latin1");
  return { status, headers: Object.fromEntries(headers), framing, body, bytes, complete, broken };
}

const readText = (text: string, closed = false) => read([Buffer.from(text, "latin1")], closed);

/** Cuts bytes at these places. */
function cut(bytes: Uint8Array, places: number[]): Uint8Array[] {
  const edges = [0, ...places.map((place) => place % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  return edges.slice(1).map((end, index) => bytes.subarray(edges[index], end));
}

const length = (body: string) => `HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
const chunked = (rest: string) => `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${rest}`;

describe("the end of a body is known", () => {
  test("by Content-Length", () => {
    expect(readText(length("hello"))).toMatchObject({ framing: "length", body: "hello", complete: true });
    expect(readText(length("hello").slice(0, -1))).toMatchObject({
      body: "hell",
      complete: false,
      broken: null,
    });
    expect(readText(length(""))).toMatchObject({ framing: "length", bytes: 0, complete: true });
  });

  test("by the last chunk, whatever extensions and trailers stand there", () => {
    const whole = chunked("5\r\nhello\r\nA;x=1\r\n, everyone\r\n0\r\nX-Sum: 1\r\nX-More: 2\r\n\r\n");
    expect(readText(whole)).toMatchObject({ framing: "chunked", body: "hello, everyone", complete: true });
    for (let end = whole.indexOf("5\r\n"); end < whole.length; end++) {
      expect(readText(whole.slice(0, end))).toMatchObject({ complete: false, broken: null });
    }
  });

  test("by the end of the connection, when the server has said so", () => {
    const text = "HTTP/1.0 200 OK\r\nConnection: close\r\n\r\nhello";
    expect(readText(text)).toMatchObject({ framing: "close", bytes: 5, complete: false });
    expect(readText(text, true)).toMatchObject({ framing: "close", body: "hello", complete: true });
  });

  test("by nothing but silence, when nothing was promised", () => {
    expect(readText("HTTP/1.1 200 OK\r\n\r\nhello")).toMatchObject({ framing: "silence", complete: false });
    expect(readText("HTTP/1.1 200 OK\r\n\r\nhello", true)).toMatchObject({ body: "hello", complete: true });
  });

  test("by the status alone: 204 and 304 have no body", () => {
    expect(readText("HTTP/1.1 204 No Content\r\n\r\n")).toMatchObject({ bytes: 0, complete: true });
    expect(readText("HTTP/1.1 304 \r\nContent-Length: 5\r\n\r\n")).toMatchObject({
      bytes: 0,
      complete: true,
    });
  });
});

describe("a head", () => {
  test("may end its lines with CRLF, with LF, or with both in turn, as students' servers do", () => {
    for (const head of [
      "HTTP/1.1 200 OK\r\nA: b\r\n\r\n",
      "HTTP/1.1 200 OK\nA: b\n\n",
      "HTTP/1.1 200 OK\nA: b\n\r\n",
    ]) {
      expect(readText(head), JSON.stringify(head)).toMatchObject({
        status: 200,
        headers: { a: "b" },
        body: "",
      });
    }
  });

  test("of an interim response is passed over", () => {
    expect(readText(`HTTP/1.1 100 Continue\r\n\r\n${length("hello")}`)).toMatchObject({
      status: 200,
      body: "hello",
    });
  });

  test("names its fields in any case", () => {
    expect(readText("HTTP/1.1 200 OK\r\nCONTENT-length:  2 \r\n\r\nhi")).toMatchObject({ complete: true });
  });
});

test("two responses in one segment are read one after the other", () => {
  const reader = new ResponseReader();
  reader.push(Buffer.from(length("one") + length("two")));
  expect(String(reader.response?.body)).toBe("one");
  reader.next();
  expect(String(reader.response?.body)).toBe("two");
  reader.next();
  expect(reader.response).toBeNull();
});

test("without keepBody bytes are counted and let go", () => {
  const reader = new ResponseReader(false);
  reader.push(Buffer.from(length("hello")));
  expect(reader.response).toMatchObject({ bytes: 5, body: [], complete: true });
});

describe("what is wrong is named", () => {
  const wrong: [text: string, closed: boolean, broken: string][] = [
    ["Hello!\n", false, "the answer does not begin with HTTP/"],
    ["\r\nHTTP/1.1 200 OK\r\n\r\n", false, "the answer does not begin with HTTP/"],
    ["HTTP/1.1 OK\r\n\r\n", false, 'the answer begins with "HTTP/1.1 OK", not with a status line'],
    ["HTTP/1.1 2000\r\n\r\n", false, 'the answer begins with "HTTP/1.1 2000", not with a status line'],
    [`HTTP/1.1 200 OK\r\nA: ${"a".repeat(70_000)}`, false, "the head is longer than 65536 bytes"],
    ["HTTP/1.1 200 OK\r\nA: b", true, "the connection ended within the head"],
    [length("hello").slice(0, -2), true, "the connection ended after 3 body bytes, more were promised"],
    [chunked("5\r\nhel"), true, "the connection ended after 3 body bytes, more were promised"],
    [chunked("0\r\n"), true, "the connection ended after 0 body bytes, more were promised"],
    [chunked("five\r\nhello\r\n"), false, 'a chunk begins with "five", not with its size'],
    [chunked("5 bytes\r\nhello\r\n"), false, 'a chunk begins with "5 bytes", not with its size'],
    [chunked("\r\n"), false, 'a chunk begins with "", not with its size'],
    [chunked("5\r\nhello!\r\n0\r\n\r\n"), false, "a chunk is longer than its size says"],
    [chunked("1".repeat(9000)), false, "a line between chunks is longer than 8192 bytes"],
  ];
  test.each(wrong)("%j (closed: %s)", (text, closed, broken) => {
    expect(readText(text, closed).broken).toBe(broken);
  });

  test("and whatever comes afterwards changes nothing", () => {
    const reader = new ResponseReader();
    reader.push(Buffer.from("Hello!\n"));
    reader.push(Buffer.from(length("hello")));
    expect(reader).toMatchObject({ response: null, broken: "the answer does not begin with HTTP/" });
  });
});

describe("a response has begun", () => {
  const begun = (text: string) => {
    const reader = new ResponseReader();
    reader.push(Buffer.from(text));
    return reader.begun;
  };

  test("with its first byte that is no blank line, and has until it is forgotten", () => {
    expect(new ResponseReader().begun).toBe(false);
    expect(begun("\r")).toBe(false);
    expect(begun("H")).toBe(true);
    const reader = new ResponseReader();
    reader.push(Buffer.from(length("hello")));
    expect(reader.begun).toBe(true);
    reader.next();
    expect(reader.begun).toBe(false);
  });

  test("and what comes after it, or was not understood, is unread", () => {
    const reader = new ResponseReader();
    reader.push(Buffer.from(`${length("hello")}more`));
    expect(String(reader.unread)).toBe("more");
    reader.push(Buffer.from("!"));
    expect(String(reader.unread)).toBe("more!");
    reader.next();
    expect(reader.broken).toBe("the answer does not begin with HTTP/");
  });
});

test("only what is not complete is broken by the end of the connection", () => {
  expect(readText(length("hello"), true)).toMatchObject({ complete: true, broken: null });
  expect(readText(chunked("0\r\n\r\n"), true)).toMatchObject({ complete: true, broken: null });
  expect(readText("", true)).toEqual({ broken: null });
});

test("a second response in chunks is read as the first was", () => {
  const reader = new ResponseReader();
  reader.push(Buffer.from(chunked("1\r\na\r\n0\r\nA: b\r\n\r\n") + chunked("2\r\nbc\r\n0\r\n\r\n")));
  expect(reader.response).toMatchObject({ bytes: 1, complete: true });
  reader.next();
  expect(reader.response).toMatchObject({ bytes: 2, complete: true });
  expect(reader.broken).toBeNull();
});

test("a second response may have a length where the first came in chunks", () => {
  const reader = new ResponseReader();
  reader.push(Buffer.from(chunked("1\r\na\r\n0\r\n")));
  expect(reader.response!.complete).toBe(false);
  reader.push(Buffer.from(`\r\n${length("x")}`));
  reader.next();
  expect(reader.response).toMatchObject({ framing: "length", bytes: 1, complete: true });
});

describe("how the end of a body will be known", () => {
  const framed = (fields: string, version = "1.1") =>
    (readText(`HTTP/${version} 200 OK\r\n${fields}\r\n\r\n`) as { framing: string }).framing;

  test.each([
    ["Transfer-Encoding: gzip, Chunked", "chunked"],
    ["Transfer-Encoding: unchunked", "silence"],
    ["Transfer-Encoding: chunkedly", "silence"],
    ["Transfer-Encoding: chunked\r\nContent-Length: 5", "chunked"],
    ["Content-Length: 5", "length"],
    ["Content-Length: 5x", "silence"],
    ["Content-Length: x5", "silence"],
    ["Content-Length:", "silence"],
    ["Connection: close", "close"],
    ["Connection: keep-alive, Close", "close"],
    ["Connection: closed", "silence"],
    ["Connection: disclose", "silence"],
    ["Connection: close\r\nContent-Length: 5", "length"],
    ["X-Connection: close", "silence"],
  ])("%j: %s", (fields, framing) => {
    expect(framed(fields)).toBe(framing);
  });
});

describe("a head is read as far as it is one", () => {
  test("its fields have a name, whatever stands around it and its value", () => {
    expect(readText("HTTP/1.1 200 OK\r\n A : b: c \r\n: d\r\nnothing\r\n\r\n")).toMatchObject({
      headers: { a: "b: c" },
    });
  });

  test("it is kept as it came", () => {
    const reader = new ResponseReader();
    reader.push(Buffer.from("HTTP/1.1 404 Not Found\r\nA: b\n\r\n"));
    expect(reader.response!.head).toEqual(["HTTP/1.1 404 Not Found", "A: b"]);
  });

  test.each([
    ["HTTP/1.1 200\r\n\r\n", 200],
    ["HTTP/1.0 404 \r\n\r\n", 404],
    ["HTTP/2.0 299 x y\r\n\r\n", 299],
  ])("%j has the status %i", (text, status) => {
    expect(readText(text)).toMatchObject({ status, broken: null });
  });

  test.each([
    "HTTP/11.1 200",
    "HTTP/1.11 200",
    "HTTP/1.1  200",
    "HTTP/1.1 20",
    "HTTP/1.1 200x",
    "HTTP/1.x 200",
  ])("%j is no status line", (text) => {
    expect(readText(`${text}\r\n\r\n`).broken).toBe(
      `the answer begins with "${text}", not with a status line`,
    );
  });

  test("of a first line that is long its beginning is told", () => {
    const long = `HTTP/1.1 ${"x".repeat(50)}`;
    expect(readText(`${long}\r\n\r\n`).broken).toContain(`"${long.slice(0, 40)}"`);
    expect(readText(chunked(`${"x".repeat(50)}\r\n`)).broken).toContain(`"${"x".repeat(40)}"`);
  });

  test("it may come byte by byte, and only another one is told", () => {
    for (const start of ["H", "HTT", "HTTP/", "HTTP/1.1 200 OK\r\n"])
      expect(readText(start)).toEqual({ broken: null });
    for (const start of ["h", "HTTPS", "HTTQ/"])
      expect(readText(start)).toEqual({ broken: "the answer does not begin with HTTP/" });
  });

  test("it may have 65536 bytes, and no more", () => {
    const head = (bytes: number) => `${"HTTP/1.1 200 OK\r\nA: ".padEnd(bytes - 4, "a")}\r\n\r\n`;
    expect(readText(head(65_536))).toMatchObject({ status: 200, broken: null });
    expect(readText(head(65_537))).toEqual({ broken: "the head is longer than 65536 bytes" });
    expect(readText(head(65_536).slice(0, -1))).toEqual({ broken: null });
  });

  test("of interim responses all are passed over", () => {
    const interim = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n";
    expect(readText(interim)).toEqual({ broken: null });
    expect(readText(interim + length("a"))).toMatchObject({
      status: 200,
      headers: { "content-length": "1" },
    });
  });
});

describe("a chunk", () => {
  const whole = (rest: string) => readText(chunked(rest));

  test("says its size in either case, with blanks and extensions after it", () => {
    for (const size of ["a", "A", "0a", "A ", "a\t;x=y", "A;x"])
      expect(whole(`${size}\r\n0123456789\r\n0\r\n\r\n`), size).toMatchObject({
        body: "0123456789",
        complete: true,
      });
    expect(whole("xa\r\n").broken).toContain("not with its size");
    expect(whole("a b\r\n").broken).toContain("not with its size");
  });

  test("has a line of 8192 bytes at the most before it, whether its end has come or not", () => {
    const line = (bytes: number) => "1;".padEnd(bytes, "x");
    expect(whole(line(8192))).toMatchObject({ broken: null });
    expect(whole(`${line(8192)}\r\n`)).toMatchObject({ broken: null });
    expect(whole(`${line(8193)}\r\n`).broken).toBe("a line between chunks is longer than 8192 bytes");
    expect(whole(line(8194)).broken).toBe("a line between chunks is longer than 8192 bytes");
  });

  test("is counted as it comes", () => {
    expect(whole("5\r\nhel")).toMatchObject({ bytes: 3, body: "hel", complete: false });
    expect(whole("5\r\nhello")).toMatchObject({ bytes: 5, complete: false, broken: null });
  });
});

const field = fc.constantFrom(
  "Content-Length: 3",
  "Content-Length: 99999999999999999999999",
  "Content-Length: -1",
  "Transfer-Encoding: chunked",
  "Connection: close",
  ": ",
  "no colon",
  "__proto__: 1",
);
const lineEnd = fc.constantFrom("\r\n", "\n", "\r", "");
const shard = fc.oneof(
  fc.constantFrom(
    "HTTP/1.1 200 OK",
    "HTTP/1.0 404 ",
    "HTTP/1.1 100 x",
    "HTTP/1.1 204 ",
    "HTTP",
    "0",
    "3",
    "abc",
  ),
  field,
  fc.string({ unit: "binary", maxLength: 6 }),
);
/** Bytes that often look like a response for a while. */
const nearlyHttp = fc
  .array(fc.tuple(shard, lineEnd), { maxLength: 12 })
  .map((shards) => Buffer.from(shards.flat().join(""), "latin1"));
const anyBytes = fc.oneof(nearlyHttp, fc.uint8Array({ maxLength: 200 }));

test("however the bytes are cut, the result is the same, and nothing throws", () => {
  fc.assert(
    fc.property(anyBytes, fc.array(fc.nat(), { maxLength: 10 }), fc.boolean(), (bytes, places, closed) => {
      const whole = read([bytes], closed);
      expect(read(cut(bytes, places), closed)).toEqual(whole);
      expect(read(cut(bytes, [...bytes.keys()]), closed)).toEqual(whole);
    }),
    { numRuns: 2000 },
  );
});

test("any chunks are put together again, however they are cut", () => {
  const chunks = fc.array(fc.uint8Array({ minLength: 1, maxLength: 300 }), { maxLength: 8 });
  fc.assert(
    fc.property(chunks, fc.array(fc.nat(), { maxLength: 20 }), (parts, places) => {
      const encoded = parts.flatMap((part) => [
        Buffer.from(`${part.length.toString(16)}\r\n`),
        part,
        Buffer.from("\r\n"),
      ]);
      const bytes = Buffer.concat([Buffer.from(chunked("")), ...encoded, Buffer.from("0\r\n\r\n")]);
      const body = Buffer.concat(parts).toString("latin1");
      expect(read(cut(bytes, places), false)).toMatchObject({ body, complete: true, broken: null });
    }),
  );
});
