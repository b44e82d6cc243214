// The client with a pipe as its standard input.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { pipe } from "./testing/program.js";
import { folder, holder, page, serve, single } from "./testing/servers.js";

test("each line is asked for over one connection, answers are on standard output, and all answered is status 0", async () => {
  const port = await single(folder({ "index.html": "hello", "a b.txt": "spaces" }));
  const { stdout, stderr, status } = await pipe(["localhost", port], "index.html\n\na b.txt\r\nmissing");
  expect(stdout.match(/^HTTP\/1.1 .*/gm)).toEqual([
    "HTTP/1.1 200 OK",
    "HTTP/1.1 200 OK",
    "HTTP/1.1 404 Not Found",
  ]);
  expect(stdout).toContain("\n\nhello\n\nHTTP/1.1");
  expect(stdout).toContain("\n\nspaces\n");
  expect(stderr.match(/^Connected/gm)).toHaveLength(1);
  expect(stderr).toMatch(/^Connected to localhost \(127\.0\.0\.1:\d+\) from port \d+\.$/m);
  expect(stderr.match(/^Answered after [\d.]+ ms: \d+ bytes\.$/gm)).toHaveLength(3);
  expect(stdout + stderr).not.toContain("File name");
  expect(stdout + stderr).not.toContain("\u001b");
  expect(status).toBe(0);
});

test("exit is said to the server, and what comes after it is not asked for", async () => {
  const server = await serve((_, socket) => void socket.write(page("x")));
  expect((await pipe(["127.0.0.1", server.port], "a\nexit\nb\n")).status).toBe(0);
  await expect.poll(server.received).toMatch(/\r\n\r\nexit\r\n$/);
  expect(server.received()).not.toContain("GET /b");
});

test("the request is HTTP/1.1 and names the host as the user did", async () => {
  const server = await serve((_, socket) => void socket.write(page("x")));
  await pipe(["localhost", server.port], "a");
  expect(server.received()).toMatch(/^GET \/a HTTP\/1\.1\r\nHost: localhost:\d+\r\n/);
});

test("an IPv6 address may stand in brackets", async () => {
  const server = await serve((_, socket) => void socket.write(page("six")), "::1");
  const { stdout, stderr } = await pipe(["[::1]", server.port], "a");
  expect(stdout).toContain("six");
  expect(stderr).toContain(`Connected to [::1]:${server.port}`);
  expect(server.received()).toContain(`Host: [::1]:${server.port}\r\n`);
});

test("a server that is busy with another client does not answer: it is said, and the status is 1", async () => {
  const port = await single(folder({ "index.html": "hello" }));
  await holder(port);
  const { stdout, stderr, status } = await pipe(["localhost", port, "--timeout", "0.4"], "index.html\n");
  expect(stdout).toBe("");
  expect(stderr).toMatch(
    /^No answer to \/index.html for 0.4 s\. You are connected, .* serving another client\.$/m,
  );
  expect(status).toBe(1);
});

test("an answer that comes too late is not taken for the next one", async () => {
  const server = await serve((request, socket) => {
    if (request.includes("/slow")) return;
    server.sockets[0]!.write(page("SLOW")); // first the late answer, and then the one that was asked for
    socket.write(page("fast"));
  });
  const { stdout, stderr, status } = await pipe(
    ["localhost", server.port, "--timeout", "0.3"],
    "slow\nfast\n",
  );
  expect(stdout).toContain("fast");
  expect(stdout).not.toContain("SLOW");
  expect(stderr).toMatch(/Gave up waiting for \/slow\.\nConnected again/);
  expect(status).toBe(1);
});

test("a server that closes after each answer is connected to again", async () => {
  const server = await serve((_, socket) => void socket.end(page("once")));
  const { stdout, status } = await pipe(["localhost", server.port], "a\nb\nc\n");
  expect(stdout.match(/once/g)).toHaveLength(3);
  expect(server.sockets).toHaveLength(3);
  expect(status).toBe(0);
});

test("a server that closes just as the next request comes is asked once more", async () => {
  const server = await serve((request, socket) => {
    if (request.includes("/b") && socket === server.sockets[0]) socket.end();
    else socket.write(page(request.slice(4, 6)));
  });
  const { stdout, stderr, status } = await pipe(["localhost", server.port], "a\nb\n");
  expect(stdout.match(/^\/\w$/gm)).toEqual(["/a", "/b"]);
  expect(stderr).toContain("closed the connection without answering /b. Asking once more");
  expect(status).toBe(0);
});

test("Connection: close is believed: the next file is asked for over a new connection", async () => {
  const server = await serve((_, socket) => void socket.write(page("bye", "Connection: close")));
  const { stderr, status } = await pipe(["localhost", server.port], "a\nb\n");
  expect(stderr).toContain("Connected again");
  expect(status).toBe(0);
});

test("without Content-Length on an open connection, silence is taken for the end, and it is said", async () => {
  const server = await serve(
    (request, socket) => void socket.write(`HTTP/1.1 200 OK\r\n\r\n${request.slice(4, 6)}`),
  );
  const { stdout, stderr, status } = await pipe(["localhost", server.port], "a\nb\n");
  expect(stdout).toBe("HTTP/1.1 200 OK\n\n/a\n\nHTTP/1.1 200 OK\n\n/b\n\n");
  expect(stderr.match(/no Content-Length/g)).toHaveLength(2);
  expect(server.sockets).toHaveLength(1);
  expect(status).toBe(0);
});

test("more bytes than announced are told, and do not spoil the next answer", async () => {
  const server = await serve((_, socket) => void socket.write(`${page("12345")}678`));
  const { stdout, stderr, status } = await pipe(["localhost", server.port], "a\nb\n");
  expect(stdout.match(/^12345$/gm)).toHaveLength(2);
  expect(stderr).toContain("The server sent 3 bytes more than it had announced.");
  expect(status).toBe(0);
});

test("one byte is one byte, and one line one line", async () => {
  const server = await serve((_, socket) => void socket.write(`${page("1")}2`));
  const { stderr } = await pipe(["localhost", server.port], "a\n");
  expect(stderr).toMatch(/^Answered after [\d.]+ ms: 1 byte\.$/m);
  expect(stderr).toContain("The server sent 1 byte more than it had announced.");
  const port = await single(folder({ "long.txt": "x".repeat(5000) }));
  const { stdout } = await pipe(["localhost", port], "long.txt\n");
  expect(stdout).toContain("[text/plain, 1 line, 5,000 bytes: not shown.");
});

test.each([
  ["en", /^Answered after 1\.\d s: 1 byte\.$/m],
  ["id", /^Dijawab setelah 1,\d s: 1 byte\.$/m],
])("from a second on the time is told in seconds (%s)", async (lang, answered) => {
  const server = await serve((_, socket) => void setTimeout(() => socket.write(page("1")), 1100));
  const { stderr } = await pipe(["localhost", server.port, "--lang", lang], "a\n");
  expect(stderr).toMatch(answered);
});

test("the address of a page is asked for by its path, and it is said", async () => {
  const server = await serve((_, socket) => void socket.write(page("x")));
  const { stderr, status } = await pipe(["localhost", server.port], "http://127.0.0.1:4321/index.html\n");
  expect(server.received()).toMatch(/^GET \/index\.html HTTP/);
  expect(stderr).toContain("Asking this server for /index.html.");
  expect(status).toBe(0);
});

test("a big body and a binary one are summarised, and save writes them byte for byte", async () => {
  const image = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0xff, 0xfe, 13, 10]);
  const big = "line\n".repeat(2000);
  const port = await single(folder({ "a.png": image, "big.txt": big }));
  const target = folder();
  const input = `a.png\nsave ${target}/a.png\nbig.txt\nsave ${target}/big.txt\nsave ${target}/a.png\nsave\n`;
  const { stdout, stderr, status } = await pipe(["localhost", port], input);
  expect(stdout).toContain('[image/png, 9 bytes: not shown. "save NAME" writes it to a file]');
  expect(stdout).toContain("[text/plain, 2,000 lines, 10,000 bytes: not shown.");
  expect(readFileSync(join(target, "a.png"))).toEqual(image);
  expect(readFileSync(join(target, "big.txt"), "utf8")).toBe(big);
  expect(stderr).toContain(`10,000 bytes written to ${target}/big.txt.`);
  expect(stderr).toContain(`${target}/a.png exists already and was left as it is.`);
  expect(stderr).toContain("Under which name?");
  expect(status).toBe(0);
});

test("save before any answer, and into no folder, says what to do", async () => {
  const port = await single(folder({ "index.html": "x" }));
  const { stderr } = await pipe(["localhost", port], "save a\n/\nsave /no/such/folder/a\n");
  expect(stderr).toContain("ask for a file first");
  expect(stderr).toContain("There is no folder for /no/such/folder/a.");
});

test("control characters in head and body do not get through", async () => {
  const answer =
    "HTTP/1.1 200 \u001b[31mOK\r\nX-A\u001b[2J: \u0007b\r\nContent-Length: 9\r\n\r\na\u001b[2Jb\u0007\r\nc"; // 10 bytes
  const server = await serve((_, socket) => void socket.write(answer.replace("9\r", "10\r")));
  const { stdout } = await pipe(["localhost", server.port], "a");
  expect(stdout).not.toMatch(/(?!\n)\p{Cc}/u);
});

test("what is not HTTP is told and shown, and the status is 1", async () => {
  const server = await serve((_, socket) => void socket.end("<h1>no head</h1>"));
  const { stdout, stderr, status } = await pipe(["localhost", server.port], "a");
  expect(stderr).toContain("not an HTTP answer");
  expect(stdout).toBe("<h1>no head</h1>\n\n");
  expect(status).toBe(1);
});

test("an answer that breaks off is shown as far as it came, and the status is 1", async () => {
  const server = await serve(
    (_, socket) => void socket.end("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\npart"),
  );
  const { stdout, stderr, status } = await pipe(["localhost", server.port], "a");
  expect(stdout).toContain("part");
  expect(stderr).toContain("before the answer was complete: 4 bytes");
  expect(status).toBe(1);
});

test("an answer that stops coming is shown as far as it came, and the status is 1", async () => {
  const server = await serve(
    (_, socket) => void socket.write("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\npart"),
  );
  const { stdout, stderr, status } = await pipe(["localhost", server.port, "--timeout", "0.3"], "a");
  expect(stdout).toContain("part");
  expect(stderr).toContain(
    "The answer to /a is not complete: 4 bytes of the body came, and nothing more for 0.3 s.",
  );
  expect(status).toBe(1);
});

test.each([
  [
    "closed",
    (_: string, socket: { end(): void }) => void socket.end(),
    /The server closed the connection after .* without a complete answer to \/a/,
  ],
  [
    "reset",
    (_: string, socket: { resetAndDestroy(): void }) => void socket.resetAndDestroy(),
    /The connection was lost after .* waiting for \/a \(ECONNRESET\)/,
  ],
])("a connection that is %s while one waits is status 3", async (_, answer, message) => {
  const server = await serve(answer);
  const { stderr, status } = await pipe(["localhost", server.port], "a\nb\n");
  expect(stderr).toMatch(message);
  expect(status).toBe(3);
});
