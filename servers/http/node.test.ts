// Node's own parser as the second opinion: where it says 400, we must not say 200.

import { createServer, type Server } from "node:http";
import { Duplex } from "node:stream";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Site } from "./session.js";
import { exchange, smallSite } from "./testbed.js";

let server: Server;
let heard: string[] = [];
let site: Site;

beforeEach(() => {
  site = smallSite();
});

beforeAll(() => {
  server = createServer(
    { requireHostHeader: true, insecureHTTPParser: false },
    ({ method, url }, response) => {
      heard.push(`${method} ${url}`);
      response.end();
    },
  );
});

afterAll(() => void server.close());

/** The requests that Node finds in these bytes: its answers say less, for an error drops those not yet sent. */
async function askNode(bytes: string): Promise<string[]> {
  heard = [];
  const connection = new Duplex({ read() {}, write: (_bytes, _encoding, taken) => taken() });
  server.emit("connection", connection); // as the documentation lets one: these need no network
  connection.push(Buffer.from(bytes, "latin1"));
  connection.push(null);
  connection.on("error", () => {}); // what it could not read
  await new Promise((closed) => connection.once("close", closed));
  return heard;
}

/** The requests that we find in them, each with our status. */
const askUs = (bytes: string): [request: string, status: number][] =>
  exchange(site, bytes).log.map((line) => {
    const [, method, target, , status] = line.split(" ");
    return [`${method} ${target}`, Number(status)];
  });

const TAB: [why: string, bytes: string] = [
  "a tab may follow a value, Content-Length's too (RFC 9110 §5.5)",
  "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\t\r\n\r\n",
];

/** We say 200 and Node does not, for a reason. */
const deliberate: [why: string, bytes: string][] = [
  // Node 22 says so too.
  ...(Number.parseInt(process.versions.node, 10) < 22 ? [TAB] : []),
  ["a later minor version is taken as 1.1 (RFC 9110 §2.5)", "GET / HTTP/1.2\r\nHost: a\r\n\r\n"],
];

test.each(deliberate)("we differ from Node: %s", async (_, bytes) => {
  expect(askUs(bytes)).toEqual([["GET /", 200]]);
  expect(await askNode(bytes)).toEqual([]);
});

/** Mostly the first, sometimes one of the others: with more than one oddity nearly everything would be refused. */
const mostly = (usual: string, often: number, ...others: string[]) =>
  fc.oneof(
    { weight: often, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );

test("whatever we answer with 200, Node accepts too", async () => {
  const lines = mostly(
    "GET / HTTP/1.1",
    2,
    ...["HEAD / HTTP/1.1", "GET / HTTP/1.0", "GET http://a/ HTTP/1.1", "GET /?a|b[]^{} HTTP/1.1", "GET /"],
    ...[
      "GET  / HTTP/1.1",
      "GET / HTTP/1.1 ",
      " GET / HTTP/1.1",
      "GET /?\xe9 HTTP/1.1",
      "GET /?\x7f HTTP/1.1",
    ],
    ...["GET * HTTP/1.1", "POST / HTTP/1.1", "GET / HTTP/01.1", "GET / HTTP/1.1\r\n", "GET\t/ HTTP/1.1", ""],
  );
  const hosts = mostly("Host: a", 6, "Host: a b", "Host:", "Host : a", "Host: [::1]:80", "host:a \t", "X: y");
  const fields = mostly(
    "A: b",
    1,
    ...[
      "Connection: close",
      "Connection: keep-alive",
      "Connection: x,,CLOSE",
      "Expect: 100-continue",
      "Host: a",
    ],
    ...[
      "Content-Length: 0",
      "Content-Length: 3",
      "Content-Length: 03",
      "Content-Length: 3 ",
      "Content-Length: +3",
    ],
    ...["Content-Length: 3, 3", "Content-Length:", "Content-Length: 0x3", "Upgrade: x"],
    ...[
      "Transfer-Encoding: chunked",
      "Transfer-Encoding: identity",
      "A: \xe9",
      "A: \0",
      "A: \x7f",
      "A: b\rc",
    ],
    ...["A:\tb\t", " folded", ": a", "A", "A b: c", "A@: c", "A|~!: c", "A: \x1f", "A: \x0b"],
  );
  const ends = mostly("\r\n", 30, "\n", "\r", "\r\r\n", "\n\r", " \r\n");
  const request = fc
    .tuple(
      lines,
      hosts,
      fc.array(fields, { maxLength: 2 }),
      fc.infiniteStream(ends),
      mostly("", 3, "abc", "abcd", "\r\n"),
    )
    .map(([line, host, more, end, body]) => {
      const head = [line, host, ...more, ""].map((text) => text + end.next().value);
      return head.join("") + body;
    });
  let accepted = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(request, { minLength: 1, maxLength: 3 }), async (requests) => {
      const bytes = requests.join("");
      const ours = askUs(bytes);
      const theirs = await askNode(bytes);
      for (const [at, [request, status]] of ours.entries()) {
        if (status !== 200) continue;
        accepted++;
        expect(theirs[at], JSON.stringify({ bytes, ours, theirs })).toBe(request);
      }
    }),
    { numRuns: 1500 },
  );
  expect(accepted).toBeGreaterThan(300); // or we have compared nothing
});
