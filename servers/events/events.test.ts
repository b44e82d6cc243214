// A running event loop: one thread that no client can keep for itself, and no memory that a client can fill.

import { describe, expect, onTestFinished, test } from "vitest";
import { ask, clientTo, get, TestClient } from "../testing/client.js";
import { holder, siteWithLargeFile } from "../testing/hold.js";
import { ServerProcess, startServer } from "../testing/server.js";

const linux = process.platform === "linux";
const soon = { timeout: 20_000, interval: 5 };
const MIB = 1024 * 1024;
const site = siteWithLargeFile();

async function events(...options: string[]): Promise<ServerProcess> {
  const server = await startServer("events", "--root", site.root, ...options);
  onTestFinished(() => server.kill());
  return server;
}

describe.runIf(linux)("many clients", () => {
  test("take no thread, and leave nothing behind", async () => {
    const server = await events("--backlog", "512");
    await ask(server.port, get("/"));
    const before = server.counts();
    const clients = Array.from({ length: 500 }, () => new TestClient(server.port));
    for (const client of clients) await client.send(get("/"));
    for (const client of clients) expect((await client.answer()).status).toBe(200);
    expect(server.counts().threads).toBe(before.threads);
    expect(server.counts().sockets).toBe(before.sockets + 500);
    for (const client of clients) client.socket.destroy();
    await expect.poll(() => server.counts().sockets, soon).toBe(before.sockets);
  });

  test("that ask for much and read nothing take little memory, and close the file when they go", async () => {
    const server = await events();
    await ask(server.port, get("/"));
    const before = { ...server.counts(), memory: server.memoryMiB() };
    const clients = [];
    for (let number = 0; number < 30; number++) clients.push(await holder(server.port, "unread"));
    await expect.poll(() => server.lines.filter((line) => line.includes("large.bin")).length, soon).toBe(30);
    expect((await ask(server.port, get("/"))).status).toBe(200);
    expect(server.memoryMiB() - before.memory).toBeLessThan(64);
    for (const client of clients) client.socket.destroy();
    await expect.poll(() => server.counts().descriptors, soon).toBeLessThanOrEqual(before.descriptors);
  });

  test("more than there are descriptors for: the server goes on, and serves when they have left", async () => {
    const main = new URL("../../dist/servers/main.js", import.meta.url).pathname;
    const words = `ulimit -n 64; exec "${process.execPath}" "${main}" events --port 0 --backlog 128 --lang en`;
    const server = new ServerProcess("sh", ["-c", words]);
    onTestFinished(() => server.kill());
    const port = Number(/:(\d+)\. /.exec(await server.line(/^Listening/))![1]);
    const clients = Array.from({ length: 100 }, () => new TestClient(port));
    await expect
      .poll(() => server.lines.filter((line) => line.startsWith("Connected")).length, soon)
      .toBeGreaterThan(5);
    for (const client of clients) client.socket.destroy();
    await expect.poll(() => ask(port, get("/")).catch(() => null), soon).toMatchObject({ status: 200 });
    expect(server.errors).toBe("");
  });
});

describe("backpressure", () => {
  test("while an answer waits to be read, no more is read from the client than a buffer holds", async () => {
    const server = await events();
    const client = await holder(server.port, "unread");
    let taken = 0;
    const piece = get("/").repeat(2000);
    const pushing = (async () => {
      while (taken < 64 * MIB) {
        await client.send(piece);
        taken += piece.length;
      }
    })();
    let before = -1;
    while (taken !== before) {
      before = taken;
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect((await ask(server.port, get("/"))).status).toBe(200);
    }
    expect(taken).toBeLessThan(32 * MIB); // what the kernel's buffers took
    const bound = server.lines.filter((line) => line.includes(`:${client.socket.localPort} asked`));
    expect(bound).toHaveLength(1);
    client.socket.destroy();
    await pushing;
  });

  test("a client that reads as fast as it can does not keep the loop for itself", async () => {
    const server = await events();
    const greedy = await clientTo(server.port);
    let received = 0;
    greedy.socket.removeAllListeners("data").on("data", ({ length }) => {
      received += length;
    });
    await greedy.send(get("/large.bin").repeat(20));
    await expect.poll(() => received, soon).toBeGreaterThan(0);
    const other = await clientTo(server.port);
    for (let time = 0; time < 20; time++) {
      await other.send(get("/"));
      await other.answer();
    }
    expect(received).toBeLessThan(20 * 64 * MIB);
  });
});

describe("half-open connections", () => {
  test("a client that has said its last word gets a long answer whole", async () => {
    const server = await events();
    const client = await clientTo(server.port);
    client.socket.end(get("/large.bin"));
    expect((await client.answer()).body.length).toBe(64 * MIB);
    expect(await client.ended()).toBe("end");
    await server.line(/ left$/);
  });

  test("a client that hears the server's goodbye and stays silent is let go", async () => {
    const server = await events();
    const client = await clientTo(server.port);
    await client.send(`Hello!\r\n${"a".repeat(100)}`);
    await client.answer();
    expect(await client.ended()).toBe("end"); // the server's FIN; the client sends none
    if (linux) await expect.poll(() => server.counts().sockets, soon).toBeLessThanOrEqual(6);
    expect((await ask(server.port, get("/"))).status).toBe(200);
  });
});

test("a reset is told by its name, whether the server was reading or sending", async () => {
  const server = await events();
  await (await holder(server.port, "kept")).reset();
  await server.line(/was lost: ECONNRESET$/);
  const reader = await clientTo(server.port);
  await reader.send(get("/large.bin"));
  await reader.someBytes();
  const port = reader.socket.localPort!;
  await reader.reset();
  await server.line(new RegExp(`:${port} was lost: (ECONNRESET|EPIPE)$`));
});
