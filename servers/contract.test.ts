// What every server model must do alike, seen from outside: one HTTP contract for all of the registry.

import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { available, models } from "./registry.js";
import { ask, clientTo, get } from "./testing/client.js";
import { type ServerProcess, startServer } from "./testing/server.js";

const MIB = 1024 * 1024;
const linux = process.platform === "linux";
const page = "<!doctype html>\n<title>Halo</title>\n<p>Halo, dunia — ©\n";
const everyByte = Buffer.from(Array.from({ length: 1024 }, (_, index) => index % 256));
const large = randomBytes(64 * MIB);

const folder = mkdtempSync(join(tmpdir(), "antre-contract-"));
const root = join(folder, "site");

beforeAll(() => {
  mkdirSync(join(root, "sub folder"), { recursive: true });
  writeFileSync(join(root, "index.html"), page);
  writeFileSync(join(root, "sub folder", "index.html"), "below");
  writeFileSync(join(root, "every byte.bin"), everyByte);
  writeFileSync(join(root, "empty.txt"), "");
  writeFileSync(join(root, "large.bin"), large);
  writeFileSync(join(folder, "secret.txt"), "secret");
  if (linux) symlinkSync(join(folder, "secret.txt"), join(root, "link.txt"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const head = (requestLine: string, ...fields: string[]) =>
  `${[requestLine, "Host: test", ...fields].join("\r\n")}\r\n\r\n`;

/** What is asked, and the status that it must be answered with. */
const requests: [name: string, request: string, status: number][] = [
  ["a file", get("/index.html"), 200],
  ["the index", get("/"), 200],
  ["a folder's index", get("/sub%20folder/"), 200],
  ["a file with a query", get("/index.html?a=b"), 200],
  ["an empty file", get("/empty.txt"), 200],
  ["the absolute form", get("http://test/index.html"), 200],
  ["HTTP/1.0 without Host", "GET / HTTP/1.0\r\n\r\n", 200],
  ["a missing file", get("/missing.html"), 404],
  ["a file taken for a folder", get("/index.html/"), 404],
  ["a request that is none", "Hello!\r\n\r\n", 400],
  ["HTTP/0.9", "GET /\r\n", 400],
  ["no Host", "GET / HTTP/1.1\r\n\r\n", 400],
  ["two Hosts", head("GET / HTTP/1.1", "Host: other"), 400],
  ["a field without a colon", head("GET / HTTP/1.1", "field"), 400],
  ["a space before the colon", head("GET / HTTP/1.1", "A : b"), 400],
  ["bare LF", "GET / HTTP/1.1\nHost: test\n\n", 400],
  ["two lengths", head("POST / HTTP/1.1", "Content-Length: 1", "Content-Length: 2"), 400],
  ["bad percent-encoding", get("/%zz"), 400],
  ["NUL in the path", get("/%00"), 400],
  ["POST", `${head("POST / HTTP/1.1", "Content-Length: 5")}hello`, 405],
  ["OPTIONS *", head("OPTIONS * HTTP/1.1"), 405],
  ["a long target", get(`/${"a".repeat(8100)}`), 414],
  ["a field that is too long", head("GET / HTTP/1.1", `A: ${"a".repeat(20_000)}`), 431],
  ["too many fields", head("GET / HTTP/1.1", ...Array(200).fill("A: b")), 431],
  ["a method nobody knows", head("BREW / HTTP/1.1"), 501],
  ["a chunked body", head("POST / HTTP/1.1", "Transfer-Encoding: chunked"), 501],
  ["HTTP/2.0", head("GET / HTTP/2.0"), 505],
];

const outside = [
  "/../secret.txt",
  "/sub%20folder/../../secret.txt",
  "/%2e%2e/secret.txt",
  "/%2e%2e%2fsecret.txt",
  "/..%2fsecret.txt",
  "/..%5csecret.txt",
  "/..\\secret.txt",
  "/%252e%252e/secret.txt",
  "/%c0%ae%c0%ae/secret.txt",
  "/./../secret.txt",
  "//../secret.txt",
  "/....//secret.txt",
  "http://test/../secret.txt",
  join(folder, "secret.txt"),
  `/${join(folder, "secret.txt")}`,
  "/link.txt",
];

const methods = fc.constantFrom("GET", "HEAD", "POST", "BREW", "get", "", "exit", "\x16\x03\x01");
const targets = fc.constantFrom("/", "/large.bin", "/..", "*", "http://", "/%", `/${"a".repeat(9000)}`, "");
const versions = fc.constantFrom("HTTP/1.1", "HTTP/1.0", "HTTP/9.9", "HTTP", "");
const fields = fc.constantFrom(
  "Host: test\r\n",
  "Host: a b\r\n",
  "Content-Length: 99999999999\r\n",
  "Content-Length: -1\r\n",
  "Content-Length: 7\r\n",
  "Transfer-Encoding: chunked\r\n",
  "Connection: close\r\n",
  " folded\r\n",
  "\x00: \xff\r\n",
  "\r\n",
  "\n",
);
const anyBytes = fc.uint8Array({ maxLength: 300 });
const nearlyRequest = fc
  .tuple(methods, targets, versions, fc.array(fields, { maxLength: 5 }))
  .map(([method, target, version, lines]) => `${method} ${target} ${version}\r\n${lines.join("")}\r\n`)
  .map((text) => Buffer.from(text, "latin1"));
const hostile = fc.array(fc.oneof(anyBytes, nearlyRequest), { minLength: 1, maxLength: 4 });

describe.each(Object.keys(models).filter(available))("%s", (model) => {
  let server: ServerProcess;
  /** One with other options, that goes with them. */
  let other: ServerProcess;
  beforeAll(async () => {
    [server, other] = await Promise.all([
      startServer(model, "--root", root),
      startServer(model, "--root", root, "--keep-open", "--quiet", "--host", "0.0.0.0"),
    ]);
  });
  afterAll(async () => {
    for (const one of [server, other]) {
      expect(one.child.exitCode).toBeNull();
      await one.kill();
      expect(one.errors).toBe("");
    }
  });

  test.each(requests)("answers: %s", async (_, request, status) => {
    const answer = await ask(server.port, request);
    expect(answer.status).toBe(status);
    expect(answer.body.length).toBe(Number(answer.headers["content-length"]));
    expect(Math.abs(Date.parse(answer.headers.date!) - Date.now())).toBeLessThan(60_000);
    if (status !== 200) expect(answer.headers["content-type"]).toBe("text/html; charset=utf-8");
    if (status === 405) expect(answer.headers.allow).toBe("GET, HEAD");
    if (status >= 400 && ![404, 405].includes(status)) expect(answer.headers.connection).toBe("close");
  });

  test("a page comes as it is, with its type", async () => {
    const { body, headers } = await ask(server.port, get("/"));
    expect(String(body)).toBe(page);
    expect(headers["content-type"]).toBe("text/html; charset=utf-8");
  });

  test("HEAD is told what GET would get, without the body", async () => {
    const [whole, bare] = [
      await ask(server.port, get("/every%20byte.bin")),
      await ask(server.port, head("HEAD /every%20byte.bin HTTP/1.1")),
    ];
    expect(bare.status).toBe(200);
    expect({ ...bare.headers, date: "" }).toEqual({ ...whole.headers, date: "" });
    expect(bare.body.length).toBe(0);
  });

  test("files come byte for byte, the small and the 64 MiB one, on one connection", async () => {
    const client = await clientTo(server.port);
    await client.send(get("/every%20byte.bin"));
    expect((await client.answer()).body.equals(everyByte)).toBe(true);
    await client.send(get("/large.bin"));
    const { headers, body } = await client.answer();
    expect(headers["content-length"]).toBe(`${large.length}`);
    expect(body.equals(large)).toBe(true);
    await client.send(get("/"));
    expect(String((await client.answer()).body)).toBe(page);
  });

  test("a request that comes byte by byte is one request", async () => {
    const client = await clientTo(server.port);
    for (const byte of get("/", "Accept: */*")) await client.send(byte);
    expect(String((await client.answer()).body)).toBe(page);
    expect(client.held).toBe(0);
  });

  test("several requests in one segment are answered in their order", async () => {
    const client = await clientTo(server.port);
    await client.send(
      `${get("/")}${get("/missing")}${head("POST / HTTP/1.1", "Content-Length: 5")}hello${get("/empty.txt")}`,
    );
    const statuses = [];
    for (let count = 0; count < 4; count++) statuses.push((await client.answer()).status);
    expect(statuses).toEqual([200, 404, 405, 200]);
  });

  test("an answer to HEAD is not followed by a body when another request follows", async () => {
    const client = await clientTo(server.port);
    await client.send(head("HEAD / HTTP/1.1") + get("/empty.txt"));
    await client.answer({ headOnly: true });
    expect((await client.answer()).headers["content-type"]).toBe("text/plain; charset=utf-8");
  });

  test.each([
    ["a request line", "", "GET /", 414],
    ["a method", "", "", 501],
    ["a field", "GET / HTTP/1.1\r\n", "A: ", 431],
    ["a list of fields", "GET / HTTP/1.1\r\n", null, 431],
  ])("%s that never ends is refused, and not stored", async (_, start, line, status) => {
    const client = await clientTo(server.port);
    const more = line === null ? "A: b\r\n".repeat(1000) : "a".repeat(6000);
    await client.send(start + (line ?? "") + more.repeat(5));
    expect((await client.answer()).status).toBe(status);
    let sent = 0;
    while (client.over === null && sent < 64 * MIB) {
      await client.send(more); // whoever goes on all the same is cut off
      sent += more.length;
    }
    await client.ended();
    expect(sent).toBeLessThan(64 * MIB); // what the kernel's buffers hold, and no more
  });

  test("whatever bytes are sent, the next client is answered", async () => {
    await fc.assert(
      fc.asyncProperty(hostile, fc.constantFrom("leave", "reset"), async (pieces, how) => {
        const client = await clientTo(server.port);
        for (const piece of pieces) await client.send(piece);
        await client[how as "leave" | "reset"]();
        expect((await ask(server.port, get("/empty.txt"))).status).toBe(200);
      }),
      { numRuns: 40 }, // of the reader alone the property tests of request.ts try far more
    );
  });

  test("a refusal arrives whole, and without a reset, though the client had more to say", async () => {
    const client = await clientTo(server.port);
    await client.send(`Hello!\r\n${"a".repeat(100_000)}`);
    expect((await client.answer()).status).toBe(400);
    expect(await client.ended()).toBe("end");
  });

  test("after a refusal the client is heard out for a moment, not answered with a reset", async () => {
    const client = await clientTo(server.port);
    let reset: string | undefined;
    client.socket.on("error", ({ code }: NodeJS.ErrnoException) => {
      reset = code;
    });
    await client.send("Hello!\r\n");
    expect((await client.answer()).status).toBe(400);
    expect(await client.ended()).toBe("end");
    for (let time = 0; time < 3; time++) {
      await client.send("more");
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(reset).toBeUndefined();
  });

  test("HTTP/1.1 stays, until the client says close", async () => {
    const client = await clientTo(server.port);
    await client.send(get("/"));
    expect((await client.answer()).headers).not.toHaveProperty("connection");
    await client.send(get("/", "Connection: close"));
    expect((await client.answer()).headers.connection).toBe("close");
    expect(await client.ended()).toBe("end");
    expect(client.held).toBe(0);
  });

  test("HTTP/1.0 is closed after the answer, unless the client says keep-alive", async () => {
    const client = await clientTo(server.port);
    await client.send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    expect((await client.answer()).headers.connection).toBe("keep-alive");
    await client.send("GET / HTTP/1.0\r\n\r\n");
    expect((await client.answer()).headers.connection).toBe("close");
    expect(await client.ended()).toBe("end");
  });

  test("with --keep-open HTTP/1.0 stays too, until the client says exit", async () => {
    const client = await clientTo(other.port);
    for (let count = 0; count < 2; count++) {
      await client.send("GET / HTTP/1.0\r\n\r\n");
      expect((await client.answer()).headers.connection).toBe("keep-alive");
    }
    await client.send("exit");
    expect(await client.ended()).toBe("end");
  });

  test.each(["exit", "exit\n", "exit\r\n"])("%j ends the session, without an answer", async (goodbye) => {
    const client = await clientTo(server.port);
    await client.send(get("/empty.txt"));
    await client.answer();
    await client.send(goodbye);
    expect(await client.ended()).toBe("end");
    expect(client.held).toBe(0);
  });

  test("what a client sent before it said its last word is answered", async () => {
    const client = await clientTo(server.port);
    client.socket.end(get("/"));
    expect(String((await client.answer()).body)).toBe(page);
    expect(await client.ended()).toBe("end");
  });

  test.each(outside)("nothing outside the folder is served: %s", async (path) => {
    const { status, body } = await ask(server.port, get(path));
    expect([400, 404]).toContain(status);
    expect(String(body)).not.toContain("secret");
  });

  test("a file that has changed is served as it is now, even if it looks the same", async () => {
    const file = join(root, `changing-${model}.txt`);
    const past = new Date(Date.now() - 3_600_000);
    for (const text of ["one", "two", "longer", ""]) {
      writeFileSync(file, text);
      utimesSync(file, past, past);
      for (let time = 0; time < 3; time++) {
        expect(String((await ask(server.port, get(`/changing-${model}.txt`))).body)).toBe(text);
      }
    }
    rmSync(file);
    expect((await ask(server.port, get(`/changing-${model}.txt`))).status).toBe(404);
  });

  test("a client that resets in the middle of a long answer costs nobody else anything", async () => {
    const client = await clientTo(server.port, { reading: false });
    const from = client.socket.localPort;
    await client.send(get("/large.bin"));
    await server.line(new RegExp(`:${from} asked: GET /large\\.bin`));
    client.socket.destroy(); // with bytes unread: the kernel sends a reset
    expect((await ask(server.port, get("/"))).status).toBe(200);
    await server.line(new RegExp(`:${from} was lost: (ECONNRESET|EPIPE)`));
  });

  test("a client that connects and leaves, or resets, without a word costs nobody else anything", async () => {
    for (let time = 0; time < 5; time++) {
      await (await clientTo(server.port)).leave();
      await (await clientTo(server.port)).reset();
    }
    expect((await ask(server.port, get("/"))).status).toBe(200);
  });

  test("an answer comes at once: it does not wait for the acknowledgement of the last", async () => {
    const client = await clientTo(server.port);
    const times = [];
    for (let time = 0; time < 10; time++) {
      const start = performance.now();
      await client.send(get("/") + get("/missing"));
      await client.answer();
      await client.answer();
      times.push(performance.now() - start);
    }
    expect(times.sort((a, b) => a - b)[5]).toBeLessThan(35); // delayed acknowledgements come after 40 ms
  });

  describe("the log", () => {
    /** What it says of a day's clients, with the clients' ports as A, B, C… */
    async function logOf(lang: string): Promise<string> {
      const running = await startServer(model, "--root", root, "--lang", lang, "--host", "localhost");
      onTestFinished(() => running.kill());
      const letters: [port: number, letter: string][] = [];
      const clientNamed = async (letter: string) => {
        const client = await clientTo(running.port);
        letters.push([client.socket.localPort!, letter]);
        return client;
      };
      const first = await clientNamed("A");
      await first.send(get("/"));
      await first.answer();
      await first.send(get("/missing.html"));
      await first.answer();
      await first.send("exit\r\n");
      await first.ended();
      await first.leave();
      await (await clientNamed("B")).leave();
      const third = await clientNamed("C");
      await third.send("Hello!\r\n\r\n");
      await third.answer();
      await third.leave();
      const fourth = await clientNamed("D");
      await fourth.send(get("/large.bin"));
      await fourth.someBytes();
      await fourth.reset();
      await running.line(/ECONNRESET|EPIPE/);
      const last = await clientNamed("E");
      await last.leave();
      await running.line(new RegExp(`:${last.socket.localPort ?? letters.at(-1)![0]} (left|memutus)`));
      let text = `${running.lines.join("\n")}\n`
        .replace(`:${running.port}.`, ":PORT.")
        .replace("EPIPE", "ECONNRESET");
      for (const [port, letter] of letters) text = text.replaceAll(`:${port}`, `:${letter}`);
      return text;
    }

    test.each(["en", "id"])("tells what happens, line by line: %s", async (lang) => {
      await expect(await logOf(lang)).toMatchFileSnapshot(`golden/log-${lang}.txt`);
    });

    test("with --quiet says where it listens, and nothing of its clients", async () => {
      for (const request of [get("/"), get("/missing"), "Hello!\r\n\r\n"]) await ask(other.port, request);
      const client = await clientTo(other.port);
      await client.send(get("/large.bin"));
      await client.someBytes();
      await client.reset();
      expect((await ask(other.port, get("/"))).status).toBe(200);
      expect(other.lines).toHaveLength(1);
    });

    test("is one whole line for each thing, however odd the request", async () => {
      const client = await clientTo(server.port);
      const from = client.socket.localPort;
      await client.send(get("/%0a%0dForged%20line\x1b") + get("/"));
      await client.leave();
      await client.ended();
      await server.line(new RegExp(`:${from} .*(refused|asked)`));
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
      for (const line of server.lines) expect(line).not.toMatch(/[\x00-\x1f]|^Forged/);
    });
  });

  // And localhost is 127.0.0.1, in the logs above.
  test("prints the address at which it can be reached", async () => {
    expect(server.lines[0]).toBe(`Listening on 127.0.0.1:${server.port}. Ctrl-C ends the server.`);
    expect(other.lines[0]).toContain(`0.0.0.0:${other.port}`);
    expect((await ask(other.port, get("/"))).status).toBe(200);
  });
});
