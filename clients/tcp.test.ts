import { createServer, type Server, type Socket } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import type { Endpoint } from "./client.js";
import { get, type Leaving, TcpClient } from "./tcp.js";

const SOON = 10_000; // no test waits so long: it waits for an event

/** A server for one test, which does with a connection what it is told. */
async function serverThat(does: (socket: Socket) => void, allowHalfOpen = false): Promise<Endpoint> {
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen, noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    does(socket);
  });
  const endpoint = await listening(server);
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await closed(server);
  });
  return endpoint;
}

async function listening(server: Server): Promise<Endpoint> {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return server.address() as { address: string; port: number };
}

const closed = (server: Server) => new Promise((done) => server.close(done));

function clientOf(endpoint: Endpoint): TcpClient {
  const client = new TcpClient("client 1", endpoint);
  onTestFinished(() => client.destroy());
  return client;
}

const connected = (client: TcpClient) => client.until(() => client.times.connectedMs !== null, SOON);
const ended = (client: TcpClient) => client.until(() => client.ending !== null, SOON);

test("asks, is answered, and notes the moments in order, counted from its own connect", async () => {
  const endpoint = await serverThat((socket) =>
    socket.once("data", () =>
      socket.write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhe", () => socket.write("llo")),
    ),
  );
  const client = clientOf(endpoint);
  const before = performance.now();
  client.ask("/page.html");
  expect(await client.until(() => client.answer?.complete === true, SOON)).toBe(true);
  expect(client.answered).toBe(true);
  expect(client.answer).toMatchObject({ status: 200, bytes: 5, openEnded: false, broken: null });
  await client.leave();
  const elapsed = performance.now() - before;
  const { connectedMs, firstByteMs, lastByteMs, closedMs } = client.times;
  const moments = [0, connectedMs!, firstByteMs!, lastByteMs!, closedMs!, elapsed];
  expect(moments).toEqual([...moments].sort((a, b) => a - b));
  expect(connectedMs).toBeGreaterThan(0);
  expect(client.startedAt).toBeGreaterThanOrEqual(before);
  expect(client.ending).toBe("client");
});

test("the request asks to stay connected, and puts an IPv6 address in brackets", () => {
  expect(get("/a", { address: "127.0.0.1", port: 80 })).toMatch(
    /^GET \/a HTTP\/1\.1\r\nHost: 127\.0\.0\.1:80\r\n/,
  );
  expect(get("/a", { address: "::1", port: 80 })).toContain("\r\nHost: [::1]:80\r\n");
  expect(get("/a", { address: "::1", port: 80 })).not.toMatch(/^Connection:/im);
});

test("where nobody listens it is refused, and never was connected", async () => {
  const server = createServer();
  const endpoint = await listening(server);
  await closed(server);
  const client = clientOf(endpoint).connect();
  expect(await ended(client)).toBe(true);
  expect(client).toMatchObject({ ending: "refused", error: "ECONNREFUSED", answer: null, answered: false });
  expect(client.times).toMatchObject({ connectedMs: null, firstByteMs: null });
  await client.send("GET / HTTP/1.1\r\n\r\n"); // into nothing: no error, no waiting
  await client.leave();
});

test("when the server resets it is lost", async () => {
  const client = clientOf(await serverThat((socket) => socket.once("data", () => socket.resetAndDestroy())));
  client.ask("/");
  expect(await ended(client)).toBe(true);
  expect(client).toMatchObject({ ending: "lost", error: "ECONNRESET" });
});

test("when the server closes, that completes an answer without a length", async () => {
  const client = clientOf(await serverThat((socket) => socket.end("HTTP/1.0 200 OK\r\n\r\nhello")));
  client.connect();
  expect(await ended(client)).toBe(true);
  expect(client).toMatchObject({ ending: "server", error: null });
  expect(client.answer).toMatchObject({ bytes: 5, complete: true, openEnded: true });
});

test("when the server closes too early, the answer is broken", async () => {
  const client = clientOf(
    await serverThat((socket) => socket.end("HTTP/1.0 200 OK\r\nContent-Length: 9\r\n\r\nhello")),
  );
  client.connect();
  await ended(client);
  expect(client.answer?.broken).toBe("the connection ended after 5 body bytes, more were promised");
});

test("what is no HTTP is an answer too: a broken one", async () => {
  const client = clientOf(await serverThat((socket) => socket.write("welcome\n")));
  client.connect();
  await client.until(() => client.answer !== null, SOON);
  expect(client.answer).toMatchObject({ status: 0, broken: "the answer does not begin with HTTP/" });
});

test("pieces arrive as separate segments", async () => {
  const segments: string[] = [];
  let received = () => {};
  const all = new Promise<void>((resolve) => {
    received = resolve;
  });
  const endpoint = await serverThat((socket) =>
    socket.setEncoding("latin1").on("data", (segment) => {
      segments.push(`${segment}`);
      if (segments.join("").endsWith("\r\n\r\n")) received();
    }),
  );
  const client = clientOf(endpoint).connect();
  await connected(client);
  for (const piece of ["GET / ", "HTTP/1.1\r\n", "\r\n"]) {
    const before = segments.length;
    await client.send(piece);
    await expect.poll(() => segments.length, { interval: 1 }).toBe(before + 1);
  }
  await all;
  expect(segments).toEqual(["GET / ", "HTTP/1.1\r\n", "\r\n"]);
  segments.length = 0;
  await client.send("a", "b", new Uint8Array([99]), "\r\n\r\n"); // the client shares the server's loop here: each is read alone
  await expect.poll(() => segments.join(""), { interval: 1 }).toBe("abc\r\n\r\n");
  expect(segments).toEqual(["a", "b", "c", "\r\n\r\n"]);
});

test("`until` reads what has arrived before it says that the time is up", async () => {
  let peer: Socket | null = null;
  const client = clientOf(await serverThat((socket) => (peer = socket))).connect();
  await connected(client);
  await expect.poll(() => peer, { interval: 1 }).not.toBeNull();
  const answered = client.until(() => client.answered, 5);
  const late = performance.now() + 50; // this thread is busy until long after the time is up, and the bytes come meanwhile
  peer!.write("HTTP/1.1 200 OK\r\n\r\n");
  while (performance.now() < late);
  expect(await answered).toBe(true);
});

test("`until` says false when the time is up, true at once when it holds already", async () => {
  const client = clientOf(await serverThat(() => {})).connect();
  const start = performance.now();
  while (performance.now() < start + 10); // the event loop's own clock is late by this, and so would its timers be early
  const asked = performance.now();
  expect(await client.until(() => false, 20)).toBe(false);
  expect(performance.now() - asked).toBeGreaterThanOrEqual(20);
  expect(await client.until(() => true, 0)).toBe(true);
  await client.at(50);
  expect(performance.now() - client.startedAt).toBeGreaterThanOrEqual(50);
});

const CHUNK = Buffer.alloc(64 * 1024);

/** Writes without end, as fast as the client reads. */
class Flood {
  taken = 0;
  /** The system's name for what ended it. */
  over: string | null = null;
  #before = -1;

  begin(socket: Socket): void {
    socket.on("error", (error: NodeJS.ErrnoException) => {
      this.over = error.code ?? error.message;
    });
    socket.resume();
    this.#more(socket);
  }

  /** Has the kernel taken nothing since it was last asked? */
  stalled = (): boolean => {
    const before = this.#before;
    this.#before = this.taken;
    return this.taken > 0 && this.taken === before;
  };

  #more(socket: Socket): void {
    socket.write(CHUNK, (error) => {
      if (error) return;
      this.taken += CHUNK.length;
      this.#more(socket);
    });
  }
}

test.each(["close", "exit", "reset"] as Leaving[])(
  "a client that does not read stalls the server until it leaves by %s",
  async (how) => {
    const seen = new Flood();
    const endpoint = await serverThat((socket) => seen.begin(socket));
    const client = clientOf(endpoint).connect({ reading: false });
    await connected(client);
    await expect.poll(seen.stalled, { interval: 100, timeout: SOON }).toBe(true);
    expect(seen.taken).toBeLessThan(64 * 1024 * 1024);
    expect(client).toMatchObject({ answered: false, ending: null });
    await client.leave(how);
    await expect.poll(() => seen.over, { interval: 1 }).toMatch(/ECONNRESET|EPIPE/);
    expect(client.ending).toBe("client");
  },
);

test.each([
  ["close", "end"],
  ["exit", "exit\r\nend"],
  ["reset", "ECONNRESET"],
] as [Leaving, string][])("leaves by %s: the server sees %j", async (how, seen) => {
  let server = "";
  const endpoint = await serverThat((socket) => {
    socket.on("data", (bytes) => (server += bytes.toString()));
    socket.on("end", () => (server += "end"));
    socket.on("error", (error: NodeJS.ErrnoException) => (server += error.code));
  }, true);
  const client = clientOf(endpoint).connect();
  await connected(client);
  await client.leave(how); // the server does not close its side: it is not waited for
  expect(client.ending).toBe("client");
  expect(client.times.closedMs).not.toBeNull();
  await expect.poll(() => server, { interval: 1 }).toBe(seen);
  await client.leave(how); // once more: nothing to do
});
