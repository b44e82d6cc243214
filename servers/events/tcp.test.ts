// The event loop's connections, in this process: what they leave to the others.

import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { type Connection, type Listener, listen } from "./tcp.js";

const loopback = { address: "127.0.0.1", port: 0 };

async function connected(): Promise<{ listener: Listener; connection: Connection; client: Socket }> {
  const listener = await listen(loopback, 5);
  const client = connect(listener.address.port, "127.0.0.1").on("error", () => {});
  const connection = await listener.accept();
  onTestFinished(() => {
    connection.close();
    client.destroy();
  });
  await once(client, "connect");
  expect(connection.peer).toEqual({ address: "127.0.0.1", port: client.localPort });
  client.resume();
  return { listener, connection, client };
}

test("whoever sends much gives the others a turn, though the kernel takes everything at once", async () => {
  const { connection } = await connected();
  let turns = 0;
  const count = (): void => {
    turns++;
    immediate = setImmediate(count);
  };
  let immediate = setImmediate(count);
  onTestFinished(() => clearImmediate(immediate));
  for (let time = 0; time < 80; time++) {
    if (!connection.send(Buffer.from("a little"))) await connection.sent();
  }
  expect(turns).toBeGreaterThanOrEqual(9);
  expect(turns).toBeLessThan(40); // but not after every piece: a turn costs time
});

test("what is sent leaves at the end of the turn, all at once", async () => {
  const { connection, client } = await connected();
  const heard: string[] = [];
  client.on("data", (bytes) => heard.push(`${bytes}`));
  expect(connection.send(Buffer.from("one, "))).toBe(true);
  expect(connection.send(Buffer.from("two"))).toBe(true);
  await connection.sent();
  await expect.poll(() => heard).toEqual(["one, two"]);
});

test("what was sent before the connection is closed arrives", async () => {
  const { connection, client } = await connected();
  let heard = "";
  client.on("data", (bytes) => (heard += `${bytes}`));
  connection.send(Buffer.from("the last word"));
  connection.close();
  await once(client, "end");
  expect(heard).toBe("the last word");
});

test("much at a time is the turn of the others", async () => {
  const { connection } = await connected();
  expect(connection.send(Buffer.alloc(64 * 1024))).toBe(false);
  await connection.sent();
  expect(connection.send(Buffer.alloc(1024))).toBe(true);
});

test("a taken port fails by name", async () => {
  const { listener } = await connected();
  await expect(listen(listener.address, 5)).rejects.toMatchObject({ call: "listen", code: "EADDRINUSE" });
});

test.runIf(process.platform === "linux").for([0, 1, 7, 300])(
  "the kernel is told the backlog: %i",
  { tags: ["ss"] },
  async (backlog) => {
    const { address } = await listen(loopback, backlog);
    const row = execFileSync("ss", ["-ltnH", `sport = :${address.port}`], { encoding: "utf8" });
    expect(Number(row.trim().split(/\s+/)[2])).toBe(Math.max(1, backlog));
  },
);
