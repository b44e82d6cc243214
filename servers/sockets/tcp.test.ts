// The blocking calls on real sockets. They block this thread, so whoever is at the other end must be ready before, or
// be a thread of its own.

import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { Worker } from "node:worker_threads";
import { describe, expect, onTestFinished, test } from "vitest";
import * as calls from "./calls.js";
import { SocketError } from "./error.js";
import { type Connection, type Listener, listen } from "./tcp.js";

const loopback = { address: "127.0.0.1", port: 0 };
const linux = process.platform === "linux";

function listener(port = 0, backlog = 5): Listener {
  const opened = listen({ ...loopback, port }, backlog);
  onTestFinished(() => calls.close(opened.socket));
  return opened;
}

/** A client of Node's, connected: accept will not have to wait. */
async function clientOf(server: Listener): Promise<Socket> {
  const socket = connect({
    host: "127.0.0.1",
    port: server.address.port,
    noDelay: true,
    allowHalfOpen: true,
  });
  onTestFinished(() => void socket.destroy());
  await once(socket, "connect");
  return socket.on("error", () => {});
}

function accept(server: Listener): Connection {
  const connection = server.accept();
  onTestFinished(() => closeIfOpen(connection));
  return connection;
}

const closedOnes = new WeakSet<Connection>();
function close(connection: Connection): void {
  closedOnes.add(connection);
  connection.close();
}
function closeIfOpen(connection: Connection): void {
  if (!closedOnes.has(connection)) connection.close();
}

const write = (socket: Socket, bytes: string | Uint8Array) =>
  new Promise<void>((taken) => socket.write(bytes, () => taken()));

function failureOf(run: () => unknown): SocketError {
  try {
    run();
  } catch (error) {
    if (error instanceof SocketError) return error;
    throw error;
  }
  throw new Error("it did not fail");
}

/** The states of the kernel's connections whose own port this is: "06" is TIME_WAIT. */
function statesOf(port: number): string[] {
  const hex = port.toString(16).toUpperCase().padStart(4, "0");
  const rows = readFileSync("/proc/net/tcp", "utf8").split("\n").slice(1, -1);
  return rows
    .map((row) => row.trim().split(/\s+/))
    .filter(([, own]) => own!.endsWith(`:${hex}`))
    .map((row) => row[3]!);
}

describe("listen", () => {
  test("on port 0 takes a free port and says which", () => {
    const [one, other] = [listener(), listener()];
    expect(one.address).toEqual({ address: "127.0.0.1", port: expect.any(Number) });
    expect(one.address.port).toBeGreaterThan(0);
    expect(other.address.port).not.toBe(one.address.port);
  });

  test("on a taken port fails by name, and lets go of its socket", () => {
    const { address } = listener();
    const failure = failureOf(() => listen(address, 5));
    expect(failure).toMatchObject({ call: "bind", code: "EADDRINUSE" });
    const [first, second] = [calls.socket(), calls.socket()];
    calls.close(first);
    calls.close(second);
    for (let again = 0; again < 100; again++) failureOf(() => listen(address, 5));
    const next = calls.socket();
    calls.close(next);
    if (linux) expect(next).toBe(first); // the lowest free descriptor: none was left open
  });

  test("on an address that is not this machine's fails by name", () => {
    expect(failureOf(() => listen({ address: "192.0.2.1", port: 0 }, 5)).code).toBe("EADDRNOTAVAIL");
  });
});

describe("a connection", () => {
  test("knows where its client is", async () => {
    const server = listener();
    const client = await clientOf(server);
    expect(accept(server).peer).toEqual({ address: "127.0.0.1", port: client.localPort });
  });

  test("clients are accepted in the order in which they came", async () => {
    const server = listener();
    const clients = [await clientOf(server), await clientOf(server), await clientOf(server)];
    expect(clients.map(() => accept(server).peer.port)).toEqual(clients.map(({ localPort }) => localPort));
  });

  test("receives what was sent, and nothing once the client has left", async () => {
    const server = listener();
    const client = await clientOf(server);
    const connection = accept(server);
    await write(client, "hello");
    expect(String(connection.receive())).toBe("hello");
    await new Promise<void>((sent) => client.end(sent));
    expect(connection.receive().length).toBe(0);
    expect(connection.receive().length).toBe(0);
  });

  test("still answers a client that has said its last word", async () => {
    const server = listener();
    const client = await clientOf(server);
    const connection = accept(server);
    await new Promise<void>((sent) => client.end("ask", sent));
    expect(String(connection.receive())).toBe("ask");
    expect(connection.receive().length).toBe(0);
    connection.send(Buffer.from("answer"));
    const [bytes] = await once(client, "data");
    expect(String(bytes)).toBe("answer");
  });

  test("that the client resets fails by name in recv, and in send without ending this process", async () => {
    const server = listener();
    const client = await clientOf(server);
    const connection = accept(server);
    client.resetAndDestroy();
    await once(client, "close");
    expect(failureOf(() => connection.receive())).toMatchObject({ call: "recv", code: "ECONNRESET" });
    expect(failureOf(() => connection.send(Buffer.from("x"))).code).toMatch(/EPIPE|ECONNRESET/);
  });

  test("of a client that left before it was accepted is accepted all the same", async () => {
    const server = listener();
    const early = await clientOf(server);
    early.resetAndDestroy();
    await once(early, "close");
    const client = await clientOf(server);
    await write(client, "hello");
    let connection = accept(server);
    if (connection.peer.port !== client.localPort) {
      expect(failureOf(() => connection.receive()).code).toBe("ECONNRESET");
      connection = accept(server);
    }
    expect(String(connection.receive())).toBe("hello");
  });

  test("sends until the slowest reader has everything, whatever signals cut a send short", async () => {
    const ignore = () => {};
    process.on("SIGWINCH", ignore);
    onTestFinished(() => void process.off("SIGWINCH", ignore));
    const server = listener();
    const reader = new Worker(SLOW_READER, { eval: true, workerData: server.address.port });
    onTestFinished(() => void reader.terminate());
    const connection = accept(server);
    const bytes = randomBytes(16 * 1024 * 1024);
    connection.send(bytes);
    close(connection);
    const [digest] = await once(reader, "message");
    expect(digest).toBe(createHash("sha256").update(bytes).digest("hex"));
  });

  test("stops waiting for bytes when it was told how long", async () => {
    const server = listener();
    await clientOf(server);
    const connection = accept(server);
    calls.setReceiveTimeout(connection.socket, 30);
    const start = performance.now();
    expect(failureOf(() => connection.receive()).code).toMatch(/EAGAIN|ETIMEDOUT/);
    expect(performance.now() - start).toBeGreaterThanOrEqual(25);
  });
});

/** Takes a little at a time, and lets the kernel's buffers fill in between; and sends its own process signals. */
const SLOW_READER = `
const { connect } = require("node:net");
const { parentPort, workerData } = require("node:worker_threads");
const hash = require("node:crypto").createHash("sha256");
const socket = connect(workerData, "127.0.0.1");
socket.on("data", (bytes) => {
  hash.update(bytes);
  if (process.platform !== "win32") process.kill(process.pid, "SIGWINCH");
  socket.pause();
  setImmediate(() => setImmediate(() => socket.resume()));
});
socket.on("end", () => parentPort.postMessage(hash.digest("hex")));
`;

describe("lingering", () => {
  test("lets the answer arrive though bytes of the client lie unread", async () => {
    const server = listener();
    const client = await clientOf(server);
    const connection = accept(server);
    await write(client, Buffer.alloc(100_000));
    connection.receive(); // a part
    connection.send(Buffer.from("answer"));
    await new Promise<void>((sent) => client.end(sent));
    connection.linger();
    close(connection);
    let heard = "";
    client.on("data", (bytes) => {
      heard += String(bytes);
    });
    await once(client, "end");
    expect(heard).toBe("answer");
  });

  test("is over after a moment with a client that is silent and stays, and that is no error", async () => {
    const server = listener();
    await clientOf(server);
    const connection = accept(server);
    const start = performance.now();
    connection.linger();
    expect(performance.now() - start).toBeLessThan(5000);
  });

  test("is over at once with a client that resets", async () => {
    const server = listener();
    const client = await clientOf(server);
    const connection = accept(server);
    client.resetAndDestroy();
    await once(client, "close");
    const start = performance.now();
    connection.linger();
    expect(performance.now() - start).toBeLessThan(900);
  });
});

describe("the port, right after connections that the server closed", () => {
  async function usedPort(): Promise<number> {
    const server = listen(loopback, 5);
    const client = await clientOf(server);
    const connection = accept(server);
    close(connection); // who closes first stays in TIME_WAIT
    client.resume();
    await once(client, "end");
    client.end();
    await once(client, "close");
    calls.close(server.socket);
    return server.address.port;
  }

  test.runIf(linux)("is in TIME_WAIT, which a plain bind does not get past", async () => {
    const port = await usedPort();
    expect(statesOf(port)).toContain("06");
    const plain = calls.socket();
    onTestFinished(() => calls.close(plain));
    expect(failureOf(() => calls.bind(plain, { ...loopback, port })).code).toBe("EADDRINUSE");
  });

  test("can be listened on again", async () => {
    const port = await usedPort();
    const server = listener(port);
    expect(server.address.port).toBe(port);
    const client = await clientOf(server);
    expect(accept(server).peer.port).toBe(client.localPort);
  });
});
