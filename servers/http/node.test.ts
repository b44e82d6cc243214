// Node's own parser as the second opinion: where it says 400, we must not say 200.

import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exchange, smallSite } from "./testbed.js";

let server: Server;
let port: number;

beforeAll(async () => {
  server = createServer(
    { requireHostHeader: true, insecureHTTPParser: false, keepAliveTimeout: 0 },
    (_, response) => {
      response.end();
    },
  );
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  port = (server.address() as AddressInfo).port;
});

afterAll(() => server.close());

/** The statuses with which Node answers these bytes. */
async function askNode(bytes: string): Promise<number[]> {
  const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
  socket.end(Buffer.from(bytes, "latin1"));
  let text = "";
  socket.setEncoding("latin1").on("data", (data) => {
    text += data;
  });
  await once(socket, "close");
  return [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)]
    .map((match) => Number(match[1]))
    .filter((status) => status >= 200);
}

/** We say 200 and Node does not, for a reason. */
const deliberate: [why: string, bytes: string][] = [
  ["a later minor version is taken as 1.1 (RFC 9110 §2.5)", "GET / HTTP/1.2\r\nHost: a\r\n\r\n"],
];

test.each(deliberate)("we differ from Node: %s", async (_, bytes) => {
  expect(exchange(smallSite(), bytes).statuses).toEqual([200]);
  expect(await askNode(bytes)).toEqual([400]);
});

test("whatever we answer with 200, Node accepts too", async () => {
  const site = smallSite();
  const lines = fc.constantFrom(
    "GET / HTTP/1.1",
    "HEAD / HTTP/1.1",
    "GET / HTTP/1.0",
    "GET http://a/ HTTP/1.1",
    "GET /?a|b HTTP/1.1",
    "GET /",
    "GET  / HTTP/1.1",
    "POST / HTTP/1.1",
    "GET / HTTP/1.1 ",
    "GET /?\xe9 HTTP/1.1",
    "",
    " GET / HTTP/1.1",
    "GET /?\x7f HTTP/1.1",
    "GET * HTTP/1.1",
  );
  const fields = fc.constantFrom(
    "Host: a",
    "Host: a",
    "Host: a",
    "Host: a b",
    "Host:",
    "Host : a",
    "Connection: close",
    "Connection: keep-alive",
    "Content-Length: 0",
    "Content-Length: 3",
    "Content-Length: +3",
    "Content-Length: 03",
    "Content-Length: 3, 3",
    "Content-Length:",
    "Transfer-Encoding: chunked",
    "Transfer-Encoding: identity",
    "A: \xe9",
    "A: \0",
    "A: \x7f",
    "A:\tb\t",
    " folded",
    ": a",
    "A",
    "A b: c",
    "A@: c",
    "A: b\rc",
    "Expect: 100-continue",
  );
  const ends = fc.constantFrom(
    "\r\n",
    "\r\n",
    "\r\n",
    "\r\n",
    "\r\n",
    "\r\n",
    "\r\n",
    "\r\n",
    "\n",
    "\r",
    "\r\r\n",
  );
  const request = fc
    .tuple(
      fc.array(fc.tuple(fields, ends), { maxLength: 3 }),
      lines,
      ends,
      ends,
      fc.constantFrom("", "", "abc"),
    )
    .map(
      ([some, line, end, last, body]) =>
        `${line}${end}${some.map((pair) => pair.join("")).join("")}${last}${body}`,
    );
  await fc.assert(
    fc.asyncProperty(fc.array(request, { minLength: 1, maxLength: 2 }), async (requests) => {
      const bytes = requests.join("");
      const ours = exchange(site, bytes).statuses;
      const theirs = await askNode(bytes);
      ours.forEach((status, at) => {
        if (status === 200) expect(theirs[at], JSON.stringify({ bytes, ours, theirs })).toBe(200);
      });
    }),
    { numRuns: 1500 },
  );
});
